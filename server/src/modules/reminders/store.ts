import { addDays, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { personsOf } from '../task-telling/index.ts'
import type { Due, Week } from './domain.ts'

/** Everything with a term that is near or past, in two queries. */
export async function listDue(db: Reader, day: PlainDate): Promise<Due[]> {
  const rows = await db
    .selectFrom('tasks as t')
    .innerJoin('task_spans as s', 's.task_id', 't.id')
    .where('s.from_on', '<=', day)
    .where('s.until_on', '>=', day)
    .where('s.status', 'in', ['not_taken_up', 'in_term', 'due_soon', 'overdue', 'waiting_notice'])
    .where('s.due_on', '<=', addDays(day, 7))
    .where('t.is_container', '=', false)
    .select(['t.id as taskId', 't.title', 's.lead_id as leadId', 't.manner', 's.status'])
    .select(sql<PlainDate>`s.due_on::text`.as('dueOn'))
    .execute()
  const persons = await personsOf(
    db,
    rows.map(({ taskId }) => taskId),
  )
  return rows.map(({ status, ...row }) => ({
    ...row,
    isByWord: status === 'waiting_notice',
    personIds: persons.get(row.taskId) ?? [],
  }))
}

/** How the week stands, for each agency that leads and each committee that gives. */
export async function listWeeks(db: Reader, day: PlainDate): Promise<Week[]> {
  const counted = sql<Week>`(
    with open as (
      select t.issuer_id, s.lead_id, s.status, s.due_on from tasks t
      join task_spans s on s.task_id = t.id
      where ${day}::date between s.from_on and s.until_on and not t.is_container
        and s.status in ('not_taken_up', 'in_term', 'due_soon', 'overdue', 'waiting_confirmation')
    )
    select body_id as "bodyId", bool_or(is_committee) as "isCommittee",
      count(*) filter (where status = 'overdue') as overdue,
      count(*) filter (where due_on between ${day}::date and ${addDays(day, 6)}::date
        and status <> 'waiting_confirmation') as "dueThisWeek",
      count(*) filter (where status = 'not_taken_up') as "notTakenUp",
      count(*) filter (where status = 'waiting_confirmation') as waiting
    from (
      select lead_id as body_id, false as is_committee, status, due_on from open
      union all
      select issuer_id, true, status, due_on from open
    ) as sides
    group by body_id, is_committee)`
  return db.selectFrom(counted.as('weeks')).selectAll().execute()
}
