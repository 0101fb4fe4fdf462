import type {
  NewOpinionRound,
  OpinionAnswer,
  OpinionReplies,
  OpinionRound,
} from '@hopluc/shared/opinions'
import type { TaskEvent } from '@hopluc/shared/task-deeds'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import { tell } from '../notices/index.ts'
import { makeOpinionSummary } from '../papers/index.ts'
import { listFiles } from '../task-page/index.ts'
import { getBody, headOf, signatureOf } from '../task-papers/index.ts'
import { refresh } from '../task-projection/index.ts'
import { append, assertVersion, linkFiles, lock as lockTasks } from '../task-records/index.ts'
import { allowedActions, may, type Sides } from '../task-rights/index.ts'
import {
  actingIn,
  agencies,
  onDay,
  present,
  selectRecords,
  sidesOf,
  storiesOf,
  toRecord,
} from '../task-rows/index.ts'
import { advance, fold } from '../task-story/index.ts'
import { opinionOf, summaryInput } from './domain.ts'
import * as store from './store.ts'

const ANSWERS = ['leader', 'officer', 'clerk', 'standing', 'chair', 'delegate']

/** The lead asks co-ordinators for their opinion on a text; their clock runs with it. */
export function open(
  context: Context,
  taskId: Id,
  command: NewOpinionRound,
): Promise<OpinionRound> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const { task, events, sides } = await takeInHand(tx, context, taskId)
    assertVersion(task, command.version)
    assertAllowed(may(await actingIn(tx, context), 'open_opinions', sides))
    if (command.untilOn < today) throw past()
    if (command.agencyIds.some((id) => !sides.coIds.includes(id))) throw notCo()
    const { title, text, fileId, untilOn } = command
    const agencyIds = [...new Set(command.agencyIds)]
    const by = { taskId, openedOn: today, createdBy: actor.accountId }
    await linkFiles(tx, taskId, fileId ? [fileId] : [])
    const roundId = await store.insert(tx, { title, text, fileId, untilOn, agencyIds, ...by })
    await record(tx, context, task, events, {
      action: 'open_opinions',
      roundId,
      agencyIds,
      on: today,
    })
    await audit.record(tx, actor, 'task.open_opinions', taskId, { roundId, ...command })
    await tell(tx, context, {
      to: { agencyIds },
      kind: 'task.opinion_asked',
      subjectKind: 'task',
      subjectId: taskId,
      params: { title, by: actor.byWords, dueOn: untilOn },
      dedupe: `task.opinion_asked:${roundId}`,
    })
    return show(tx, context, roundId)
  })
}

export function get(context: Context, id: Id): Promise<OpinionRound> {
  return context.read((db) => show(db, context, id))
}

/** An agency agrees or remarks; after the day too, and then it is shown as late. */
export function answer(context: Context, id: Id, command: OpinionAnswer): Promise<OpinionRound> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const asked = await store.get(tx, id)
    const { task, events } = await takeInHand(tx, context, asked.taskId)
    const round = await store.lock(tx, id)
    const { agencyIds } = await actingIn(tx, context)
    const own = (await store.listOpinions(tx, id)).find((one) => agencyIds.includes(one.agencyId))
    assertAllowed(own !== undefined && ANSWERS.includes(actor.role))
    if (!own || round.closedOn !== null) throw closed()
    if (own.answer !== null) throw answered()
    if (command.answer === 'remarks' && command.remarks.length === 0) throw noRemarks()
    const { agencyId } = own
    const remarks = command.answer === 'agree' ? [] : command.remarks
    await store.putOpinion(tx, id, agencyId, {
      answer: command.answer,
      remarks: remarks.map((one) => ({ ...one, handling: null, reply: null })),
      paper: command.paper,
      answered_on: today,
      by_words: actor.byWords,
    })
    await store.change(tx, id)
    await record(tx, context, task, events, {
      action: 'give_opinion',
      roundId: id,
      agencyId,
      on: today,
    })
    await audit.record(tx, actor, 'task.give_opinion', task.id, {
      roundId: id,
      agencyId,
      ...command,
    })
    await tell(tx, context, {
      to: { agencyIds: [task.leadId], roles: ['officer'] },
      kind: 'task.opinion_given',
      subjectKind: 'task',
      subjectId: task.id,
      params: { title: round.title, by: actor.byWords },
      dedupe: `task.opinion_given:${id}:${agencyId}`,
    })
    return show(tx, context, id)
  })
}

/** What was taken over and what is explained: remark by remark, in their order. */
export function reply(context: Context, id: Id, command: OpinionReplies): Promise<OpinionRound> {
  const { actor } = context
  return context.write(async (tx) => {
    const round = await store.lock(tx, id, command.version)
    const { sides } = await takeInHand(tx, context, round.taskId)
    assertAllowed(may(await actingIn(tx, context), 'open_opinions', sides))
    const opinions = await store.listOpinions(tx, id)
    const opinion = opinions.find(({ agencyId }) => agencyId === command.agencyId)
    if (!opinion || opinion.remarks.length !== command.replies.length) throw noRemarks()
    const remarks = opinion.remarks.map((one, at) => ({ ...one, ...command.replies[at] }))
    await store.putOpinion(tx, id, command.agencyId, { remarks })
    await store.change(tx, id)
    await audit.record(tx, actor, 'task.reply_opinions', round.taskId, { roundId: id, ...command })
    return show(tx, context, id)
  })
}

export function close(context: Context, id: Id, version: number): Promise<OpinionRound> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const round = await store.lock(tx, id, version)
    const { task, events, sides } = await takeInHand(tx, context, round.taskId)
    assertAllowed(may(await actingIn(tx, context), 'open_opinions', sides))
    if (round.closedOn !== null) throw closed()
    await store.change(tx, id, today)
    await record(tx, context, task, events, { action: 'close_opinions', roundId: id, on: today })
    await audit.record(tx, actor, 'task.close_opinions', task.id, { roundId: id })
    return show(tx, context, id)
  })
}

/** "Bảng tổng hợp, tiếp thu, giải trình" as .docx; silence is shown. */
export async function summary(context: Context, id: Id): Promise<Buffer> {
  const input = await context.read(async (db) => {
    const round = await show(db, context, id)
    const task = await taskOf(db, context, round.taskId)
    const body = await getBody(db, task.record.leadId, context.today)
    const paper = { head: headOf(body, 'BTH', context.today), signature: signatureOf(body) }
    return { ...summaryInput(round, body.name, context.today), ...paper }
  })
  return makeOpinionSummary(input)
}

async function record(
  tx: Tx,
  { actor }: Context,
  task: Awaited<ReturnType<typeof lockTasks>>[number],
  events: readonly TaskEvent[],
  event: TaskEvent,
): Promise<void> {
  const story = advance(events, event)
  await append(tx, actor, [{ taskId: task.id, seq: story.length, event }])
  await refresh(tx, [{ task, events: story }])
}

async function takeInHand(tx: Tx, context: Context, taskId: Id) {
  const [task] = await lockTasks(tx, [taskId])
  const events = (await storiesOf(tx, [taskId])).get(taskId) ?? []
  const state = fold(events)
  if (!task || !state) throw new Error(`task ${taskId} has no story`)
  const lead = (await agencies(tx, [task.leadId], context.today)).get(task.leadId)
  const sides: Sides = sidesOf(task, state, lead?.needsApproval ?? false)
  return { task, events, sides }
}

async function taskOf(db: Reader, context: Context, taskId: Id) {
  const found = await selectRecords(
    onDay(db, context.today).where('t.id', '=', taskId),
  ).executeTakeFirstOrThrow()
  const [shown] = await present(db, context, [toRecord(found)], context.today)
  if (!shown) throw new Error(`task ${taskId} is gone`)
  return shown
}

async function show(db: Reader, context: Context, id: Id): Promise<OpinionRound> {
  const { today, actor } = context
  const { fileId, ...round } = await store.get(db, id)
  const task = await taskOf(db, context, round.taskId)
  const stored = await store.listOpinions(db, id)
  const names = await agencies(
    db,
    stored.map(({ agencyId }) => agencyId),
    today,
  )
  const acting = await actingIn(db, context)
  const isLead = allowedActions(acting, task.sides, task.state).includes('open_opinions')
  const isAsked = stored.some((one) => acting.agencyIds.includes(one.agencyId) && !one.answer)
  const isOpen = round.closedOn === null
  const files = await listFiles(db, fileId ? [fileId] : [])
  return {
    ...round,
    taskTitle: task.row.title,
    file: (fileId && files.get(fileId)) || null,
    opinions: stored
      .map((one) => opinionOf(one, names, round.untilOn, today))
      .toSorted((one, other) => one.agency.name.localeCompare(other.agency.name, 'vi')),
    allowed: [
      ...(isOpen && isAsked && ANSWERS.includes(actor.role) ? (['answer'] as const) : []),
      ...(isLead ? (['reply'] as const) : []),
      ...(isOpen && isLead ? (['close'] as const) : []),
    ],
  }
}

function past() {
  return new AppError('rule', 'opinions.past_day', {
    vi: 'Thời hạn trả lời không thể trước ngày hôm nay.',
    en: 'The day by which to answer cannot lie before today.',
  })
}

function notCo() {
  return new AppError('rule', 'opinions.not_co_ordinator', {
    vi: 'Chỉ lấy ý kiến các cơ quan phối hợp của nhiệm vụ.',
    en: 'Only co-ordinators of the task are asked for their opinion.',
  })
}

function closed() {
  return new AppError('rule', 'opinions.closed', {
    vi: 'Đợt lấy ý kiến đã kết thúc.',
    en: 'This round of opinions is closed.',
  })
}

function answered() {
  return new AppError('rule', 'opinions.answered', {
    vi: 'Cơ quan đã trả lời đợt lấy ý kiến này.',
    en: 'The agency has answered this round already.',
  })
}

function noRemarks() {
  return new AppError('rule', 'opinions.remarks', {
    vi: 'Ý kiến phải có nội dung, và mỗi ý kiến có một trả lời.',
    en: 'Remarks need words, and each has one reply.',
  })
}
