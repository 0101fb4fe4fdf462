import type { NewComment, MilestonePlan, PassOn, Task, TaskPeople } from '@hopluc/shared/tasks'
import type { Id } from '@hopluc/shared/values'
import type * as z from 'zod'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import { tell } from '../notices/index.ts'
import { unitOf } from '../task-drafts/index.ts'
import { getTask } from '../task-page/index.ts'
import { assertVersion, lock, notFound } from '../task-records/index.ts'
import { allowedActions } from '../task-rights/index.ts'
import { actingIn, onDay, present, selectRecords, toRecord } from '../task-rows/index.ts'
import * as store from './store.ts'
import type { TaskAction } from '@hopluc/shared/task-deeds'

/** The task as the acting person may see it, if they may do this to it. */
async function permitted(db: Reader, context: Context, id: Id, action: TaskAction) {
  const { today } = context
  const found = await selectRecords(onDay(db, today).where('t.id', '=', id)).executeTakeFirst()
  const [shown] = found ? await present(db, context, [toRecord(found)], today) : []
  if (!shown) throw notFound()
  const acting = await actingIn(db, context)
  assertAllowed(allowedActions(acting, shown.sides, shown.state).includes(action))
  return { ...shown, acting }
}

export function listPeople(context: Context, id: Id): Promise<z.infer<typeof TaskPeople>> {
  return context.read(async (db) => {
    const { record, sides, acting } = await permitted(db, context, id, 'comment')
    const involved = [record.issuerId, record.leadId, ...sides.coIds]
    return { items: await store.listPeople(db, involved, acting.agencyIds, context.today) }
  })
}

/** An agency's clerk passes a task to persons of the agency, who are told and seen to have seen it. */
export function passOn(context: Context, id: Id, command: z.infer<typeof PassOn>): Promise<Task> {
  const { actor, now, today } = context
  return context.write(async (tx) => {
    const { record, sides, acting, row } = await permitted(tx, context, id, 'pass_to_person')
    const involved = [record.leadId, ...sides.coIds]
    const people = await store.listPeople(tx, involved, acting.agencyIds, today)
    const chosen = command.postIds.flatMap(
      (postId) => people.find((one) => one.postId === postId && one.isColleague) ?? [],
    )
    if (chosen.length < command.postIds.length) throw notColleague()
    const { accountId: by } = actor
    await store.pass(
      tx,
      chosen.map(({ postId, accountId, agency }) => ({
        taskId: id,
        postId,
        accountId,
        agencyId: agency.id,
        by,
        note: command.note,
        at: now,
      })),
    )
    await audit.record(tx, actor, 'task.pass_to_person', id, command)
    await tell(tx, context, {
      to: { accountIds: chosen.map(({ accountId }) => accountId) },
      kind: 'task.passed',
      subjectKind: 'task',
      subjectId: id,
      params: { title: row.title, by: actor.byWords, text: command.note ?? '', dueOn: row.dueOn },
      dedupe: `task.passed:${id}:${now.toISOString()}`,
    })
    return getTask(tx, context, id)
  })
}

export function endPassing(context: Context, id: Id, postId: Id): Promise<Task> {
  const { actor, now } = context
  return context.write(async (tx) => {
    await permitted(tx, context, id, 'pass_to_person')
    if (!(await store.endPassing(tx, id, postId, now))) throw notColleague()
    await audit.record(tx, actor, 'task.end_passing', id, { postId })
    return getTask(tx, context, id)
  })
}

/** Says to the clerk that the person has opened it. */
export function markSeen(context: Context, id: Id): Promise<{ ok: boolean }> {
  const { actor, now, today } = context
  return context.write(async (tx) => {
    const found = await selectRecords(onDay(tx, today).where('t.id', '=', id)).executeTakeFirst()
    if (!found) throw notFound()
    const isFirst = await store.markSeen(tx, id, actor.accountId, now)
    if (isFirst) await audit.record(tx, actor, 'task.seen', id, {})
    return { ok: true }
  })
}

/** An exchange with mentions; the chair's "Cho ý kiến" becomes a draft directive as well. */
export function comment(
  context: Context,
  id: Id,
  { text, mentions, kind }: z.infer<typeof NewComment>,
): Promise<Task> {
  const { actor, now, today } = context
  return context.write(async (tx) => {
    const action = kind === 'direction' ? 'direct' : 'comment'
    const { record, sides, row, acting } = await permitted(tx, context, id, action)
    const involved = [record.issuerId, record.leadId, ...sides.coIds]
    const people = await store.listPeople(tx, involved, acting.agencyIds, today)
    const known = mentions.filter((one) => people.some(({ accountId }) => accountId === one))
    const { accountId, byWords } = actor
    const one = { taskId: id, accountId, byWords, text, mentions: known, kind, at: now }
    const [commentId = id] = await store.insertComments(tx, [one])
    if (kind === 'direction')
      await direct(tx, context, record.issuerId, text, record.leadId, sides.coIds)
    await audit.record(tx, actor, `task.${action}`, id, { commentId, text, mentions: known })
    const params = { title: row.title, by: byWords, text: text.slice(0, 200) }
    const about = { subjectKind: 'task', subjectId: id, params } as const
    await tell(
      tx,
      context,
      { ...about, to: { accountIds: known }, kind: 'mention', dedupe: `mention:${commentId}` },
      ...(kind === 'direction'
        ? [
            {
              ...about,
              to: { agencyIds: [record.leadId], committeeId: record.issuerId },
              kind: 'task.direction',
              dedupe: `task.direction:${commentId}`,
            } as const,
          ]
        : []),
    )
    return getTask(tx, context, id)
  })
}

async function direct(
  tx: Tx,
  context: Context,
  ownerId: Id,
  text: string,
  leadId: Id,
  coIds: readonly Id[],
): Promise<void> {
  const ownerUnitId = await unitOf(tx, ownerId, context.today)
  const leadIds = leadId === ownerId ? [] : [leadId]
  await store.insertDirective(tx, { ownerId, ownerUnitId, text, leadIds, coIds })
}

/** Steps of a scheme or a plan, each with its day. */
export function planMilestones(
  context: Context,
  id: Id,
  { version, milestones }: z.infer<typeof MilestonePlan>,
): Promise<Task> {
  const { actor } = context
  return context.write(async (tx) => {
    const [task] = await lock(tx, [id])
    if (task) assertVersion(task, version)
    await permitted(tx, context, id, 'plan_milestones')
    const before = await store.listMilestones(tx, id)
    await store.putMilestones(tx, id, milestones)
    const after = milestones.map(({ title, dueOn, doneOn }) => ({ title, dueOn, doneOn }))
    const change = audit.changes({ milestones: before }, { milestones: after })
    await audit.record(tx, actor, 'task.plan_milestones', id, change)
    return getTask(tx, context, id)
  })
}

function notColleague(): AppError {
  return new AppError('rule', 'tasks.not_colleague', {
    vi: 'Chỉ chuyển nhiệm vụ cho người đang giữ chức vụ tại cơ quan mình.',
    en: 'A task is passed to persons who hold a post in the own agency.',
  })
}
