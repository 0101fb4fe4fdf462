import type { DifficultyItem, DifficultyUse } from '@hopluc/shared/difficulties'
import { TaskStatus } from '@hopluc/shared/task-deeds'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { rowsOf } from '../units/index.ts'
import { mayPut } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'
import * as trail from './trail.ts'

/** What is made of difficulties: an item of a meeting's agenda, or a task. */
export type Use = { meetingId: Id } | { taskId: Id }

/**
 * Says in the transaction of the caller that these are on the agenda of a meeting or are made a task.
 * Said twice it is noted once: those that were not there before are handed back.
 * @throws AppError `difficulties.not_found`, `difficulties.wrong_state` of what is solved.
 */
export async function put(
  tx: Tx,
  context: Context,
  ids: readonly Id[],
  use: Use,
): Promise<Pick<DifficultyItem, 'id' | 'topic'>[]> {
  const { actor, today, now } = context
  const rows = await store.getAll(tx, ids, today)
  if (rows.length < new Set(ids).size) throw refusals.notFound()
  for (const row of rows) {
    assertAllowed(mayPut(actor, row))
    if (row.state === 'solved') throw refusals.wrongState()
  }
  const added = await tx
    .insertInto('difficulty_uses')
    .values(
      rows.map(({ id }) => ({
        difficulty_id: id,
        meeting_id: 'meetingId' in use ? use.meetingId : null,
        task_id: 'taskId' in use ? use.taskId : null,
        put_on: today,
        put_by: actor.accountId,
        put_words: actor.byWords,
      })),
    )
    .onConflict((on) => on.columns(['difficulty_id', 'meeting_id', 'task_id']).doNothing())
    .returning('difficulty_id')
    .execute()
  const action = 'meetingId' in use ? ('discuss' as const) : ('assign' as const)
  for (const { difficulty_id: id } of added)
    await trail.append(tx, id, { action, on: today, at: now, by: actor, details: use })
  const deeds = added.map(({ difficulty_id: subjectId }) => ({ subjectId, data: use }))
  await audit.recordMany(tx, actor, `difficulty.${action}`, deeds)
  const isNew = new Set(added.map(({ difficulty_id: id }) => id))
  return rows.filter(({ id }) => isNew.has(id))
}

export async function usesOf(db: Reader, id: Id, day: PlainDate): Promise<DifficultyUse[]> {
  const rows = await rowsOf(
    db,
    sql<Omit<DifficultyUse, 'status'> & { status: string | null }>`
      select u.meeting_id as "meetingId", u.task_id as "taskId", coalesce(m.title, t.title) as title, s.status,
        u.put_on as "putOn"
      from difficulty_uses u left join meetings m on m.id = u.meeting_id left join tasks t on t.id = u.task_id
      left join task_spans s on s.task_id = u.task_id and ${day}::date between s.from_on and s.until_on
      where u.difficulty_id = ${id} order by u.put_on, u.meeting_id, u.task_id`,
  )
  return rows.map((row) => ({
    ...row,
    status: TaskStatus.nullable().catch(null).parse(row.status),
  }))
}
