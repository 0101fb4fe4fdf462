import type {
  Allotments,
  AskExplanation,
  FixWhole,
  NewTarget,
  Registration,
  Target,
  TargetChange,
  TargetContent,
} from '@hopluc/shared/plans'
import { NewTask } from '@hopluc/shared/tasks'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { isDeepStrictEqual } from 'node:util'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { create as giveTask } from '../task-giving/index.ts'
import { getTask } from '../task-page/index.ts'
import { columnsOf } from './board.ts'
import { type Action, may } from './policy.ts'
import { presentTarget } from './present.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'
import * as shares from './shares-store.ts'
import * as targets from './targets-store.ts'
import * as wordings from './wordings-store.ts'

export function get(context: Context, id: Id, asOf?: PlainDate): Promise<Target> {
  return context.read((db) => presentTarget(db, context, id, asOf))
}

export function add(
  context: Context,
  planId: Id,
  { planVersion, ...content }: NewTarget,
): Promise<Target> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const plan = await store.get(tx, planId, today)
    assertAllowed(may(actor, 'plan.draw_up', plan.isOwn))
    const { state } = await store.lock(tx, planId, planVersion)
    if (state === 'issued') throw refusals.wrongState()
    await assertContent(tx, planId, null, content)
    const place = targets.placeIn(await store.textOf(tx, plan.documentId), content.quote)
    const id = await targets.insert(tx, planId, content, place)
    await store.update(tx, planId, {})
    await audit.record(tx, actor, 'target.make', id, { planId, ...content })
    return presentTarget(tx, context, id)
  })
}

async function assertContent(tx: Tx, planId: Id, own: Id | null, content: TargetContent) {
  assertNoStateSecret(content.words, content.quote)
  if (content.parentId === null) return
  const above = (await targets.list(tx, { planId }, '9999-12-31')).find(
    ({ id }) => id === content.parentId,
  )
  if (!above || above.id === own || above.parentId !== null) throw refusals.strangeParent()
}

/** While the plan is no more than a draft by whoever draws it up; after the issue by a paper. */
export function change(
  context: Context,
  id: Id,
  { version, paper, reason, ...content }: TargetChange,
): Promise<Target> {
  const { actor, today, now } = context
  return context.write(async (tx) => {
    const before = await targets.get(tx, id, today)
    const plan = await store.get(tx, before.planId, today)
    const isIssued = plan.state === 'issued'
    assertAllowed(may(actor, isIssued ? 'target.adjust' : 'plan.draw_up', plan.isOwn))
    await targets.lock(tx, id, version)
    if (isIssued && !paper) throw refusals.paperMissing()
    await assertContent(tx, plan.id, id, content)
    const place = targets.placeIn(await store.textOf(tx, plan.documentId), content.quote)
    if (isIssued && paper && isOtherwise(before, content))
      await wordings.keep(tx, actor, before, { paper, reason, on: today, at: now })
    await targets.change(tx, id, content, place, isIssued ? paper : null)
    const was = { ...before, leadId: before.lead?.id ?? null }
    const deed = isIssued ? 'target.adjust' : 'target.change'
    await audit.record(tx, actor, deed, id, {
      ...audit.changes(was, content),
      ...(isIssued && { paper, reason }),
    })
    return presentTarget(tx, context, id)
  })
}

/** Whether it says or aims at something else than before. */
function isOtherwise(before: targets.TargetFacts, { words, measure, expression }: TargetContent) {
  const { words: former, measure: unit, expression: aim } = before
  return former !== words || unit !== measure || !isDeepStrictEqual(aim, expression)
}

/** Off a draft; with what belongs to it. */
export function remove(context: Context, id: Id, version: number): Promise<void> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const before = await targets.get(tx, id, today)
    const plan = await store.get(tx, before.planId, today)
    assertAllowed(may(actor, 'plan.draw_up', plan.isOwn))
    await targets.lock(tx, id, version)
    if (plan.state !== 'draft') throw refusals.wrongState()
    await targets.remove(tx, id)
    await audit.record(tx, actor, 'target.remove', id, { before: { words: before.words } })
  })
}

/** Hands it down: what each unit is given. The sum is checked by showing what is left. */
export function allot(context: Context, id: Id, { version, items }: Allotments): Promise<Target> {
  return work(context, id, 'target.hand_down', version, async (tx, { plan }) => {
    const known = new Set((await columnsOf(tx, plan, context.today)).map((unit) => unit.id))
    if (items.some(({ unitId }) => !known.has(unitId))) throw refusals.strangeUnit()
    const before = await shares.allotments(tx, [id], context.today)
    await shares.allot(tx, id, items, context.today)
    const amounts = (all: readonly { unitId: Id; amount: number }[]) =>
      Object.fromEntries(all.map(({ unitId, amount }) => [unitId, amount]))
    return audit.changes({ amounts: amounts(before) }, { amounts: amounts(items) })
  })
}

/** The standing agency says of what the share is reckoned, and why. */
export function fixWhole(
  context: Context,
  id: Id,
  { version, whole, note }: FixWhole,
): Promise<Target> {
  return work(context, id, 'target.fix_whole', version, async (tx, { target }) => {
    const { counted } = target
    const chosen = counted.by === 'share' ? counted.wholes[whole] : undefined
    if (!chosen) throw refusals.noSuchWhole()
    const fixed = { whole, note, on: context.today, by: context.actor.accountId }
    await targets.fixWhole(tx, id, fixed)
    return audit.changes({ whole: target.whole, note: target.wholeNote }, { whole, note })
  })
}

/** A unit below says what it takes on, and which cooperatives it means. */
export function register(context: Context, id: Id, said: Registration): Promise<Target> {
  const { actor, today, now } = context
  return context.write(async (tx) => {
    const target = await targets.get(tx, id, today)
    const plan = await store.get(tx, target.planId, today)
    const own = await store.ownUnits(tx)
    assertAllowed(may(actor, 'target.register', own.includes(said.unitId)))
    const columns = await columnsOf(tx, plan, today)
    if (!columns.some((unit) => unit.id === said.unitId)) throw refusals.strangeUnit()
    if (!target.isRegistered) throw refusals.notRegistered()
    if (plan.state === 'draft') throw refusals.wrongState()
    assertNoStateSecret(said.note, ...said.subjects.map(({ name }) => name))
    const named = [...new Set(said.subjects.flatMap(({ entityId }) => entityId ?? []))]
    if ((await shares.countIn(tx, named, said.unitId, today)) !== named.length)
      throw refusals.strangeEntity()
    const before = (await shares.registrations(tx, [id], today)).find(
      ({ unitId }) => unitId === said.unitId,
    )
    await shares.register(tx, actor, id, { ...said, on: today, at: now })
    const was = { unitId: said.unitId, amount: before?.amount, subjects: before?.subjects }
    await audit.record(tx, actor, 'target.register', id, {
      unitId: said.unitId,
      ...audit.changes(was, said),
    })
    return presentTarget(tx, context, id)
  })
}

/**
 * From a red light to whoever answers for it: a task with its deadline, begun on the chair's word; the
 * standing agency drafts it.
 */
export function askExplanation(context: Context, id: Id, asked: AskExplanation): Promise<Target> {
  const { actor, today } = context
  if (asked.dueOn <= today) throw refusals.pastDay()
  return work(
    context,
    id,
    'target.ask_explanation',
    asked.version,
    async (tx, { plan, target }) => {
      if (plan.state !== 'issued') throw refusals.wrongState()
      const units = (await columnsOf(tx, plan, today)).map((unit) => unit.id)
      const known = await targets.answerable(tx, units, target.lead?.id ?? null, today)
      if (asked.agencyIds.some((agency) => !known.some((one) => one.id === agency)))
        throw refusals.strangeUnit()
      const decides = actor.role !== 'standing'
      const input = NewTask.parse({
        issuerId: actor.committeeId ?? plan.body.id,
        title: `Giải trình về chỉ tiêu: ${target.words}`,
        content: asked.text,
        leadIds: asked.agencyIds,
        dueOn: asked.dueOn,
        dueSource: 'proposed',
        product: 'Văn bản giải trình, nêu nguyên nhân và biện pháp để đạt chỉ tiêu',
        start: decides ? { by: 'word', text: asked.text } : null,
      })
      const task = await giveTask({ ...context, write: (inside) => inside(tx) }, input)
      const unitId = known.find(({ id: agency }) => agency === asked.agencyIds[0])?.unitId ?? null
      const words = { words: actor.byWords, on: today }
      await targets.linkTask(tx, {
        targetId: id,
        taskId: task.id,
        kind: 'explanation',
        unitId,
        ...words,
      })
      return { taskId: task.id, agencyIds: asked.agencyIds, dueOn: asked.dueOn }
    },
  )
}

/** A task that is there already serves the target. */
export function linkTask(context: Context, id: Id, taskId: Id): Promise<Target> {
  const { actor, today } = context
  return work(context, id, 'target.link_task', undefined, async (tx) => {
    await getTask(tx, context, taskId)
    const link = { targetId: id, taskId, kind: 'action', unitId: null } as const
    await targets.linkTask(tx, { ...link, words: actor.byWords, on: today })
    return { taskId }
  })
}

interface Held {
  target: targets.TargetFacts
  plan: store.PlanRow
}

/** May I, lock, do it, record. */
async function work(
  context: Context,
  id: Id,
  deed: Action,
  version: number | undefined,
  doIt: (tx: Tx, held: Held) => Promise<object>,
): Promise<Target> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const held = await heldBy(tx, id, today)
    assertAllowed(may(actor, deed, held.plan.isOwn))
    await targets.lock(tx, id, version)
    const data = await doIt(tx, held)
    if (deed !== 'target.fix_whole') await targets.touch(tx, id)
    await audit.record(tx, actor, deed, id, data)
    return presentTarget(tx, context, id)
  })
}

async function heldBy(db: Reader, id: Id, day: PlainDate): Promise<Held> {
  const target = await targets.get(db, id, day)
  return { target, plan: await store.get(db, target.planId, day) }
}
