import type { DueSource, Manner, Recurrence, TaskEvent } from '@hopluc/shared/task-deeds'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import {
  type Draft,
  enter,
  listOfDirectives,
  seedsOf,
  takeSignedTerm,
  unitOf,
  updateDraft,
} from '../task-drafts/index.ts'
import { assertMayDraft } from '../task-giving/index.ts'
import { makeInstances } from '../task-instances/index.ts'
import { refresh } from '../task-projection/index.ts'
import { append, assertAssignable, lock, mannersOf } from '../task-records/index.ts'
import { sidesOf, storiesOf } from '../task-rows/index.ts'
import { canApply, type TaskState } from '../task-states/index.ts'
import { advance, dated, fold } from '../task-story/index.ts'
import { tellOf } from '../task-telling/index.ts'

/** A confirmed directive as its task needs it; one that is only noted (`note`) makes none. */
export interface DirectiveToDraft {
  id: Id
  /** The committee or body in whose name it is given. */
  ownerId: Id
  /** The text in which it was found. */
  documentId: Id | null
  item: string | null
  text: string
  manner: 'assign' | 'request' | 'note'
  leadIds: readonly Id[]
  coIds: readonly Id[]
  dueOn: PlainDate | null
  dueText: string | null
  dueSource: DueSource | null
  /** What the words of the text mean as a day. */
  textDueOn: PlainDate | null
  recurrence: { every: Recurrence['every'] | 'day'; day?: number | undefined } | null
  product: string | null
  /** Post and name of who gave it. */
  directedBy: string | null
}

const TITLE_LENGTH = 300

/**
 * Draft tasks of directives: one, a container with a copy for each of several leads, or a standing
 * duty. Directives without a lead, and those only noted, make none. Drafts that these directives had
 * before are put aside; a directive whose task was given already is left as it is. Answers the ids of
 * the directives that now have a task.
 */
export async function draftFromDirectives(
  tx: Tx,
  context: Context,
  directives: readonly DirectiveToDraft[],
): Promise<Id[]> {
  const { actor, today } = context
  for (const ownerId of new Set(directives.map((one) => one.ownerId)))
    await assertMayDraft(tx, context, ownerId)
  const before = await listOfDirectives(
    tx,
    directives.map(({ id }) => id),
  )
  const given = new Set(before.filter(({ isGiven }) => isGiven).map((one) => one.directiveId))
  const wanted = directives.filter(
    ({ id, manner, leadIds }) => !given.has(id) && manner !== 'note' && leadIds.length > 0,
  )
  const agencyIds = wanted.flatMap(({ leadIds, coIds }) => [...leadIds, ...coIds])
  if (agencyIds.length > 0) await assertAssignable(tx, [...new Set(agencyIds)], today)
  const manners = await mannersOf(tx, agencyIds, today)
  const drafts = before.filter(({ isGiven, phase }) => !isGiven && phase === 'drafted')
  const kept = await redraw(tx, context, wanted, drafts, manners)
  await discard(
    tx,
    context,
    drafts.filter(({ directiveId }) => !kept.has(directiveId)).map(({ id }) => id),
  )
  const fresh = wanted.filter(({ id }) => !kept.has(id))
  const units = new Map<Id, Id>()
  for (const { ownerId } of fresh)
    if (!units.has(ownerId)) units.set(ownerId, await unitOf(tx, ownerId, today))
  const seeds = fresh.flatMap((one) =>
    seedsOf(draftOf(one, units.get(one.ownerId) ?? one.ownerId), manners, today),
  )
  if (seeds.length > 0) await enter(tx, actor, seeds, today)
  for (const { id, partKind, draft } of seeds)
    if (partKind === null)
      await audit.record(tx, actor, 'task.draft', id, { directiveId: draft.directiveId })
  return [...given, ...wanted.map(({ id }) => id)].flatMap((id) => id ?? [])
}

type DraftTask = Awaited<ReturnType<typeof listOfDirectives>>[number]

/** A draft for one lead that stays one is drawn up again under its number. Answers the directives. */
async function redraw(
  tx: Tx,
  context: Context,
  wanted: readonly DirectiveToDraft[],
  drafts: readonly DraftTask[],
  manners: ReadonlyMap<Id, Manner>,
): Promise<Set<Id | null>> {
  const pairs = wanted.flatMap((directive) => {
    const own = drafts.filter(({ directiveId }) => directiveId === directive.id)
    const [task] = own
    const isOne = own.length === 1 && directive.leadIds.length === 1
    if (!task || !isOne || task.isContainer || task.recurrence || directive.recurrence) return []
    return [{ task, draft: draftOf(directive, task.id) }]
  })
  const byTask = new Map(pairs.map(({ task, draft }) => [task.id, draft]))
  const eventOf = (id: Id): TaskEvent => {
    const draft = byTask.get(id)
    const [leadId = id] = draft?.leadIds ?? []
    const coIds = (draft?.coIds ?? []).filter((one) => one !== leadId)
    const dueOn = draft?.dueOn ?? null
    const base = { leadIds: [], isStanding: false, on: context.today }
    return { action: 'draft', dueOn, leadId, coIds, ...base }
  }
  await carryOn(tx, context, [...byTask.keys()], eventOf, 'task.edit_draft')
  for (const { task, draft } of pairs)
    await updateDraft(tx, [task.id], {
      title: draft.title,
      content: draft.content,
      manner:
        manners.get(draft.leadIds[0] ?? '') === 'request' ? 'request' : (draft.manner ?? 'assign'),
      due_text: draft.dueText,
      due_source: draft.dueSource,
      text_due_on: draft.textDueOn,
      product: draft.product,
      directed_by: draft.directedBy,
      item: draft.item,
      document_id: draft.documentId,
    })
  return new Set(pairs.map(({ task }) => task.directiveId))
}

function draftOf(directive: DirectiveToDraft, issuerUnitId: Id): Draft {
  const { text, manner, recurrence, dueOn, ownerId, id, ...rest } = directive
  const isLong = text.length > TITLE_LENGTH
  return {
    ...rest,
    issuerId: ownerId,
    issuerUnitId,
    directiveId: id,
    title: isLong ? `${text.slice(0, TITLE_LENGTH - 1).trimEnd()}…` : text,
    content: isLong ? text : null,
    manner: manner === 'request' ? 'request' : 'assign',
    dueOn,
    dueSource: dueOn === null ? rest.dueSource : (rest.dueSource ?? 'document'),
    recurrence:
      recurrence === null || recurrence.every === 'day'
        ? null // "hằng ngày" is a duty without a term, not one with 365 of them
        : { every: recurrence.every, day: recurrence.day ?? null, isMonthAfter: false },
    origin: 'document',
    trackerCode: null,
    parentId: null,
  }
}

/** Puts drafts aside that were never given: they count nowhere. */
async function discard(tx: Tx, context: Context, ids: readonly Id[]): Promise<void> {
  const event: TaskEvent = { action: 'discard', on: context.today }
  await carryOn(tx, context, ids, () => event, 'task.discard')
}

/** The signed paper of a notice: where its items stand there, and what its signer changed. */
export interface IssuedNotice {
  /** As written: 05/TB-BCĐ. */
  number: string
  signedOn: PlainDate
  documentId: Id
  items: readonly {
    directiveId: Id
    /** As cited: "mục 11". */
    item: string | null
    /** Where the signed paper says another day than the draft did. */
    dueOn?: PlainDate | undefined
  }[]
}

/**
 * The tasks of a notice are given: the document's day is the day of assignment, and the clocks start.
 * Answers how many. Runs in the transaction in which the paper is issued.
 */
export async function issueForNotice(
  tx: Tx,
  context: Context,
  { number, signedOn, documentId, items }: IssuedNotice,
): Promise<number> {
  const byDirective = new Map(items.map((item) => [item.directiveId, item]))
  const tasks = await listOfDirectives(tx, [...byDirective.keys()])
  await assertOwners(tx, context, tasks)
  const directiveOf = new Map(tasks.map((task) => [task.id, task.directiveId]))
  const issue = (id: Id, { dueOn: draftDueOn }: TaskState): TaskEvent => {
    const { item = null, dueOn } = byDirective.get(directiveOf.get(id) ?? '') ?? {}
    const dueText = `theo ${item ? `${item}, ` : ''}văn bản số ${number}`
    const other = dueOn === undefined || dueOn === draftDueOn ? {} : { dueOn, dueText }
    const words = { number, signedOn, documentId, item, ...other }
    return dated({ action: 'issue', ...words }, context.today)
  }
  const ids = tasks.map(({ id }) => id)
  const done = await carryOn(tx, context, ids, issue, 'task.issue')
  await makeInstances(tx, context.actor, context.today, ids)
  return done
}

/** Work starts on the chair's word, before the notice is signed: never overdue until it is. */
export async function startByWordForNotice(
  tx: Tx,
  context: Context,
  directiveIds: readonly Id[],
  text = '',
): Promise<number> {
  const tasks = await listOfDirectives(tx, directiveIds)
  await assertOwners(tx, context, tasks)
  const event: TaskEvent = { action: 'start_by_word', text, on: context.today }
  const ids = tasks.map(({ id }) => id)
  return carryOn(tx, context, ids, () => event, 'task.start_by_word')
}

async function assertOwners(tx: Tx, context: Context, tasks: readonly { issuerId: Id }[]) {
  for (const id of new Set(tasks.map(({ issuerId }) => issuerId)))
    await assertMayDraft(tx, context, id)
}

/** The same kind of event on many tasks, left out where a task is no longer in a state for it. */
async function carryOn(
  tx: Tx,
  context: Context,
  ids: readonly Id[],
  eventOf: (id: Id, state: TaskState) => TaskEvent,
  name: string,
): Promise<number> {
  if (ids.length === 0) return 0
  const tasks = await lock(tx, ids)
  const stories = await storiesOf(tx, ids)
  const done = tasks.flatMap((task) => {
    const events = stories.get(task.id) ?? []
    const state = fold(events)
    if (!state) return []
    const event = eventOf(task.id, state)
    if (!canApply(event.action, state)) return []
    return [{ task, event, state, events: advance(events, event) }]
  })
  const entries = done.map(({ task, event, events }) => ({
    taskId: task.id,
    seq: events.length,
    event,
  }))
  await append(tx, context.actor, entries)
  for (const { task, event } of done) await takeSignedTerm(tx, task.id, event)
  await refresh(tx, done)
  for (const { task, event } of done)
    if (task.partKind !== 'copy') await audit.record(tx, context.actor, name, task.id, event)
  const told = done.map((one) => ({ ...one, sides: sidesOf(one.task, one.state, false) }))
  await tellOf(tx, context, told)
  return done.length
}
