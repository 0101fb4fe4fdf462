import type { NewTask, Task, TaskEdit } from '@hopluc/shared/tasks'
import type { TaskEvent } from '@hopluc/shared/task-deeds'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import { put as putDifficulties } from '../difficulties/index.ts'
import { putRight } from '../entity-checks/index.ts'
import {
  assertTerm,
  enter,
  getDraftWords,
  type Seed,
  seedsOf,
  type Start,
  unitOf,
  updateDraft,
} from '../task-drafts/index.ts'
import { makeInstances } from '../task-instances/index.ts'
import { getTask } from '../task-page/index.ts'
import { refresh } from '../task-projection/index.ts'
import {
  append,
  assertAssignable,
  assertVersion,
  listPartIds,
  lock,
  mannersOf,
} from '../task-records/index.ts'
import { may, type Sides } from '../task-rights/index.ts'
import { actingIn, sidesOf, storiesOf } from '../task-rows/index.ts'
import { advance, dated, fold } from '../task-story/index.ts'
import { tellOf } from '../task-telling/index.ts'

/** By hand: a spoken direction, a paper that is there already, or a sub-task handed down. */
export function create(context: Context, input: NewTask): Promise<Task> {
  const { actor, today } = context
  return context.write(async (tx) => {
    if (input.parentId) await assertMayHandDown(tx, context, input.parentId, input)
    else await assertMayDraft(tx, context, input.issuerId)
    await assertAssignable(tx, [...input.leadIds, ...input.coIds], today)
    const manners = await mannersOf(tx, input.leadIds, today)
    const issuerUnitId = await unitOf(tx, input.issuerId, today)
    const origin = input.documentId || input.start?.by === 'paper' ? 'document' : 'spoken'
    const draft = { ...input, issuerUnitId, origin, directiveId: null } as const
    const seeds = seedsOf(draft, manners, today, startsOf(input, context))
    await enter(tx, actor, seeds, today)
    const head = seeds[0]
    if (!head) throw new Error('no task was made')
    if (head.recurrence) await makeInstances(tx, actor, today, [head.id])
    await audit.record(tx, actor, 'task.draft', head.id, { ...input, parts: seeds.length - 1 })
    if (input.difficultyIds.length > 0)
      await putDifficulties(tx, context, input.difficultyIds, { taskId: head.id })
    if (input.checkId) await putRight(tx, context, input.checkId, head.id)
    await tellStarted(tx, context, seeds)
    return getTask(tx, context, head.id)
  })
}

function startsOf({ start, documentId, item }: NewTask, { today }: Context): Start[] {
  if (start === null) return []
  const deed =
    start.by === 'word'
      ? ({ action: 'start_by_word', text: start.text } as const)
      : ({
          action: 'issue',
          number: start.number,
          signedOn: start.signedOn,
          documentId,
          item,
        } as const)
  const event: TaskEvent = dated(deed, today)
  return event.action === 'draft' ? [] : [event]
}

/** Those that begin at once are told like those that are issued later. */
export async function tellStarted(tx: Tx, context: Context, seeds: readonly Seed[]): Promise<void> {
  const started = seeds.flatMap(({ id, draft, leadId, title, isContainer, events }) => {
    const event = events.at(-1)
    if (!event || events.length < 2) return []
    const { issuerId } = draft
    const task = { id, issuerId, leadId, title, isContainer, version: events.length - 1 }
    return [{ task, event, sides: { coIds: [...draft.coIds] } }]
  })
  await tellOf(tx, context, started)
}

/** Whoever prepares in the name of the issuer. */
export async function assertMayDraft(tx: Tx, context: Context, issuerId: Id): Promise<void> {
  const sides: Sides = {
    issuerId,
    leadId: issuerId,
    coIds: [],
    needsApproval: false,
    manner: 'assign',
    isMirror: false,
    isContainer: true,
  }
  assertAllowed(may(await actingIn(tx, context), 'edit_draft', sides))
}

async function assertMayHandDown(
  tx: Tx,
  context: Context,
  parentId: Id,
  { issuerId, dueOn }: NewTask,
): Promise<void> {
  const [parent] = await lock(tx, [parentId])
  const story = (await storiesOf(tx, [parentId])).get(parentId)
  const state = story && fold(story)
  if (!parent || !state) throw new Error(`task ${parentId} has no story`)
  const isOpen = state.phase !== 'confirmed' && state.phase !== 'cancelled'
  const mayDo = may(await actingIn(tx, context), 'hand_down', sidesOf(parent, state, false))
  assertAllowed(mayDo && issuerId === parent.leadId)
  if (!isOpen || state.phase === 'drafted')
    throw new AppError('rule', 'tasks.wrong_state', {
      vi: 'Chỉ giao nhiệm vụ thành phần khi nhiệm vụ đã giao và chưa kết thúc.',
      en: 'Sub-tasks are handed down while the task is given and not over.',
    })
  if (dueOn !== null && state.dueOn !== null && dueOn > state.dueOn)
    throw new AppError('rule', 'tasks.part_after_whole', {
      vi: 'Thời hạn của nhiệm vụ thành phần không được sau thời hạn của nhiệm vụ.',
      en: 'A sub-task falls due no later than its task.',
    })
}

/** A draft is drawn up again: its story keeps each version. */
export function edit(context: Context, id: Id, { version, ...input }: TaskEdit): Promise<Task> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const [task] = await lock(tx, [id])
    if (!task) throw new Error('a locked task is gone')
    assertVersion(task, version)
    await assertMayDraft(tx, context, task.issuerId)
    assertTerm(input)
    await assertAssignable(tx, [...(task.isContainer ? [] : [input.leadId]), ...input.coIds], today)
    const parts = task.isContainer ? await listPartIds(tx, id) : []
    const all = parts.length > 0 ? [task, ...(await lock(tx, parts))] : [task]
    const stories = await storiesOf(tx, [id, ...parts])
    const drawn = all.map((one) => {
      const leadId = one.isContainer || parts.length > 0 ? one.leadId : input.leadId
      const events = stories.get(one.id) ?? []
      return { task: one, events: advance(events, redraft(events, input, leadId, today)) }
    })
    const drafts = drawn.flatMap(({ task: { id: taskId }, events }) => {
      const event = events.at(-1)
      return event ? [{ taskId, seq: events.length, event }] : []
    })
    const was = fold(stories.get(id) ?? [])
    const { leadId, coIds, dueOn } = was ?? {}
    const before = { ...(await getDraftWords(tx, id)), leadId, coIds, dueOn }
    await append(tx, actor, drafts)
    await updateDraft(
      tx,
      all.map((one) => one.id),
      {
        title: input.title,
        content: input.content,
        due_text: input.dueText,
        due_source: input.dueSource,
        text_due_on: input.textDueOn,
        product: input.product,
        directed_by: input.directedBy,
        item: input.item,
      },
    )
    await refresh(tx, drawn)
    await audit.record(tx, actor, 'task.edit_draft', id, audit.changes(before, input))
    return getTask(tx, context, id)
  })
}

function redraft(
  events: readonly TaskEvent[],
  { dueOn, coIds }: Pick<TaskEdit, 'dueOn' | 'coIds'>,
  leadId: Id,
  on: PlainDate,
): TaskEvent {
  const before = fold(events)
  const isStanding = before?.isStanding ?? false
  return {
    action: 'draft',
    dueOn: isStanding ? null : dueOn,
    leadId,
    leadIds: before?.leadIds ?? [],
    coIds: coIds.filter((one) => one !== leadId),
    isStanding,
    on,
  }
}
