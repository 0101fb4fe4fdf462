import { Manner, TaskEvent } from '@hopluc/shared/task-deeds'
import { type Insertable, sql } from 'kysely'
import { TaskOrigin, TaskPartKind } from '@hopluc/shared/tasks'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader, Schema, Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { chunks } from '../task-projection/index.ts'

/** Who is written down as the doer; the system holds no post. */
export interface Author {
  accountId: Id
  postId: Id | null
  byWords: string
}

export type LockedTask = Awaited<ReturnType<typeof lock>>[number]

/** Locks tasks in the order of their ids, so that two who lock several never wait for each other. */
export async function lock(tx: Tx, ids: readonly Id[]) {
  const rows = await tx
    .selectFrom('tasks')
    .select([
      'id',
      'issuer_id as issuerId',
      'parent_id as parentId',
      'part_kind as partKind',
      'lead_id as leadId',
      'manner',
      'origin',
      'is_container as isContainer',
      'title',
      'directive_id as directiveId',
      'due_source as dueSource',
      'text_due_on as textDueOn',
      'version',
    ])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.length < new Set(ids).size) throw await refusal(tx, ids)
  return rows.map((row) => ({
    ...row,
    manner: Manner.parse(row.manner),
    origin: TaskOrigin.parse(row.origin),
    partKind: TaskPartKind.nullable().parse(row.partKind),
  }))
}

/** Who may read a task, but has no part in it, is told so. */
async function refusal(db: Reader, ids: readonly Id[]): Promise<AppError> {
  const seen = await db
    .selectFrom('tasks')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  if (seen.length < new Set(ids).size) return notFound()
  return new AppError('forbidden', 'auth.forbidden', {
    vi: 'Chức vụ đang dùng không có quyền thực hiện thao tác này.',
    en: 'The post you act under may not do this.',
  })
}

export function assertVersion(task: { version: number }, version: number): void {
  if (task.version === version) return
  throw new AppError('conflict', 'tasks.changed', {
    vi: 'Nhiệm vụ vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this task. Reload the page and try again.',
  })
}

/** The copies of a container that are still in play. */
export async function listPartIds(db: Reader, parentId: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom('tasks')
    .select('id')
    .where('parent_id', '=', parentId)
    .where('part_kind', '=', 'copy')
    .execute()
  return rows.map(({ id }) => id)
}

export async function append(
  tx: Tx,
  { accountId, postId, byWords }: Author,
  entries: readonly { taskId: Id; seq: number; event: TaskEvent }[],
): Promise<void> {
  const rows = entries.map(({ taskId, seq, event }) => ({
    task_id: taskId,
    seq,
    event: JSON.stringify(event),
    account_id: accountId,
    post_id: postId,
    by_words: byWords,
  }))
  for (const some of chunks(rows)) await tx.insertInto('task_events').values(some).execute()
}

/** Takes the next numbers of an issuer's year; answers the first of them. */
export async function takeNumbers(
  tx: Tx,
  issuerId: Id,
  year: number,
  count: number,
): Promise<number> {
  const { last } = await tx
    .insertInto('task_numbers')
    .values({ issuer_id: issuerId, year, last: count })
    .onConflict((conflict) =>
      conflict
        .columns(['issuer_id', 'year'])
        .doUpdateSet({ last: sql`task_numbers.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last - count + 1
}

export async function insert(tx: Tx, rows: readonly Insertable<Schema['tasks']>[]): Promise<void> {
  for (const some of chunks(rows)) await tx.insertInto('tasks').values(some).execute()
}

/** The evidence is read by whoever reads the task. Only an own upload that hangs nowhere else. */
export async function linkFiles(tx: Tx, taskId: Id, fileIds: readonly Id[]): Promise<void> {
  if (fileIds.length === 0) return
  const linked = await tx
    .selectFrom('file_links')
    .select('file_id')
    .where('subject_kind', '=', 'task')
    .where('subject_id', '=', taskId)
    .where('file_id', 'in', [...fileIds])
    .execute()
  const fresh = fileIds.filter((id) => !linked.some(({ file_id }) => file_id === id))
  if (fresh.length === 0) return
  const own = await tx.selectFrom('files').select('id').where('id', 'in', fresh).execute()
  if (own.length < new Set(fresh).size)
    throw new AppError('rule', 'tasks.no_such_file', {
      vi: 'Tệp đính kèm không còn hoặc không thuộc quyền của đồng chí. Hãy tải tệp lên lại.',
      en: 'An attached file is not there or not yours. Upload it again.',
    })
  const rows = own.map(({ id }) => ({ file_id: id, subject_kind: 'task', subject_id: taskId }))
  await tx
    .insertInto('file_links')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** By which relation agencies are given tasks; of what no longer is, as it was last. */
export async function mannersOf(
  db: Reader,
  ids: readonly Id[],
  day: PlainDate,
): Promise<Map<Id, Manner>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('agency_versions')
    .select(['agency_id', 'manner'])
    .where('agency_id', 'in', [...new Set(ids)])
    .where('from_on', '<=', day)
    .orderBy('from_on')
    .execute()
  return new Map(
    rows.map(({ agency_id, manner }) => [agency_id, manner === 'request' ? 'request' : 'assign']),
  )
}

/** Whether an agency is there on the day, and can be given tasks. */
export async function assertAssignable(
  db: Reader,
  ids: readonly Id[],
  day: PlainDate,
): Promise<void> {
  const rows = await db
    .selectFrom('agency_versions')
    .select(['agency_id', 'manner', 'name'])
    .where('agency_id', 'in', [...ids])
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .execute()
  if (rows.length < new Set(ids).size)
    throw new AppError('rule', 'tasks.no_such_agency', {
      vi: 'Cơ quan được chọn không hoạt động vào ngày này. Hãy chọn cơ quan kế nhiệm.',
      en: 'An agency chosen does not exist on this day. Choose its successor.',
    })
  const party = rows.find(({ manner }) => manner === 'never')
  if (!party) return
  throw new AppError('rule', 'tasks.never_assigned', {
    vi: `${party.name} ban hành văn bản, không được giao nhiệm vụ trên hệ thống.`,
    en: `${party.name} issues papers and is never assigned a task.`,
  })
}

export function notFound(): AppError {
  return new AppError('not_found', 'tasks.not_found', {
    vi: 'Không tìm thấy nhiệm vụ trong phạm vi của đồng chí.',
    en: 'There is no such task within your scope.',
  })
}
