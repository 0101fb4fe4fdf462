import type {
  NewPlan,
  Plan,
  PlanChange,
  PlanContent,
  PlanDeed,
  PlanPage,
  PlanQuery,
  TargetSummary,
} from '@hopluc/shared/plans'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { boardOf } from './board.ts'
import { STEPS } from './domain.ts'
import { may, planActions, targetActions } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'
import * as targets from './targets-store.ts'
import { worksOf } from './works.ts'

export function list(context: Context, query: PlanQuery): Promise<PlanPage> {
  const { actor, today } = context
  const day = query.asOf ?? today
  return context.read(async (db) => ({
    ...(await store.list(db, query, day)),
    bodies: day === today && may(actor, 'plan.draw_up', true) ? await store.bodies(db, today) : [],
  }))
}

export function get(context: Context, id: Id, asOf?: PlainDate): Promise<Plan> {
  return context.read((db) => presentPlan(db, context, id, asOf))
}

/** A plan with its table, as whoever acts may see it. */
export async function presentPlan(
  db: Reader,
  { actor, today }: Context,
  id: Id,
  asOf: PlainDate = today,
): Promise<Plan> {
  const { isOwn, ...plan } = await store.get(db, id, asOf)
  const facts = await targets.list(db, { planId: id }, asOf)
  const { rows, units, day } = await boardOf(db, { isOwn, ...plan }, facts, asOf)
  const ownUnits = await store.ownUnits(db)
  const spoken = ownUnits.filter((unitId) => units.some((unit) => unit.id === unitId))
  const isNow = asOf >= today
  const columns = units.map((unit) => unit.id)
  return {
    ...plan,
    ...(await store.papersOf(db, plan.documentId)),
    parent: await store.titleOf(db, plan.parentId),
    asOf: day,
    units,
    rows,
    ...(await worksOf(db, columns, plan, day)),
    ownUnits: isNow ? spoken : [],
    allowed: isNow ? planActions(actor, plan.state, isOwn) : [],
    allowedTargets: isNow
      ? targetActions(actor, plan.state, { isOwn, speaks: spoken.length > 0 })
      : [],
  }
}

/** The plan that the chair's page shows: issued or under way, of the actor's own unit, the nearest end. */
export function summary(context: Context, asOf?: PlainDate): Promise<TargetSummary> {
  const day = asOf ?? context.today
  return context.read(async (db) => {
    const query = { kind: 'period', limit: 50 } as const
    const { items } = await store.list(db, query, day)
    const running = items.filter(
      (plan) => plan.isOwn && plan.state !== 'draft' && plan.fromOn <= day && plan.untilOn >= day,
    )
    const plan = running.find(({ unitUntil }) => unitUntil >= day)
    if (!plan) return { asOf: day, plan: null, rows: [] }
    const facts = await targets.list(db, { planId: plan.id }, day)
    const board = await boardOf(db, plan, facts, day)
    return { asOf: board.day, plan, rows: board.rows }
  })
}

export function make(context: Context, { bodyId, copyFromId, ...content }: NewPlan): Promise<Plan> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'plan.draw_up', await store.mayPlan(tx, bodyId)))
    await assertContent(tx, context, content, bodyId)
    const id = await store.insert(tx, { ...content, bodyId, by: actor.accountId })
    if (copyFromId !== null) {
      await store.get(tx, copyFromId, context.today)
      const facts = await targets.list(tx, { planId: copyFromId }, context.today)
      await targets.copy(tx, facts, id, content.kind === 'year')
    }
    await audit.record(tx, actor, 'plan.make', id, { bodyId, copyFromId, ...content })
    return presentPlan(tx, context, id)
  })
}

async function assertContent(
  tx: Tx,
  { today }: Context,
  content: PlanContent,
  bodyId: Id,
): Promise<void> {
  assertNoStateSecret(content.title, content.bases, content.note)
  if (!(await store.liesIn(tx, content.unitId, bodyId, today))) throw refusals.strangePlace()
}

export function change(
  context: Context,
  id: Id,
  { version, ...content }: PlanChange,
): Promise<Plan> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const before = await store.get(tx, id, today)
    assertAllowed(may(actor, 'plan.draw_up', before.isOwn))
    const { state } = await store.lock(tx, id, version)
    if (state === 'issued') throw refusals.wrongState()
    await assertContent(tx, context, content, before.body.id)
    await store.change(tx, id, content)
    const was = { ...before, unitId: before.unit.id }
    await audit.record(tx, actor, 'plan.change', id, audit.changes(was, content))
    return presentPlan(tx, context, id)
  })
}

/** Lays it open, puts it before the chair, who returns or issues it. */
export function act(context: Context, id: Id, deed: PlanDeed): Promise<Plan> {
  const { actor, today } = context
  if (deed.action === 'set_near') return setNear(context, id, deed)
  const { action, version, ...said } = deed
  return context.write(async (tx) => {
    const before = await store.get(tx, id, today)
    assertAllowed(may(actor, `plan.${action}`, before.isOwn))
    const { state } = await store.lock(tx, id, version)
    const { from, to } = STEPS[action]
    if (!from.includes(state)) throw refusals.wrongState()
    if (before.targets === 0) throw refusals.noTargets()
    if (deed.action === 'issue' && deed.issuedOn > today) throw refusals.notToCome()
    await store.update(tx, id, {
      state: to,
      ...(action === 'open' && { opened_on: today }),
      ...(action === 'submit' && { submitted_on: today }),
      ...(action === 'return' && { submitted_on: null, opened_on: before.openedOn ?? today }),
      ...(deed.action === 'issue' && {
        number: deed.number,
        issued_on: deed.issuedOn,
        issued_by: actor.accountId,
      }),
    })
    await audit.record(tx, actor, `plan.${action}`, id, { before: { state }, state: to, ...said })
    if (action === 'open' && before.kind === 'year')
      await store.tellOpened(tx, before, actor.byWords, context.now)
    return presentPlan(tx, context, id)
  })
}

/** How great a gap is small: of a plan that is issued, too. */
function setNear(
  context: Context,
  id: Id,
  { version, nearPercent }: { version: number; nearPercent: number },
): Promise<Plan> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const before = await store.get(tx, id, today)
    assertAllowed(may(actor, 'plan.set_near', before.isOwn))
    await store.lock(tx, id, version)
    await store.update(tx, id, { near_percent: nearPercent })
    await audit.record(tx, actor, 'plan.set_near', id, audit.changes(before, { nearPercent }))
    return presentPlan(tx, context, id)
  })
}

/** A draft that nobody else has seen. */
export function drop(context: Context, id: Id, version: number): Promise<void> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const { isOwn, title } = await store.get(tx, id, today)
    assertAllowed(may(actor, 'plan.drop', isOwn))
    const { state } = await store.lock(tx, id, version)
    if (state !== 'draft') throw refusals.wrongState()
    await store.remove(tx, id)
    await audit.record(tx, actor, 'plan.drop', id, { before: { title } })
  })
}
