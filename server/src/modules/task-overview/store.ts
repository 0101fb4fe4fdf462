import { TaskStatus } from '@hopluc/shared/task-deeds'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { onDay } from '../task-rows/index.ts'
import type { AgencyCount } from './domain.ts'

/**
 * By agency that led on the day, and one more line for what earlier leads left late: each answers for
 * its own days. Containers are their copies, drafts and what was cancelled count nowhere, and only what
 * has a term can be in time. The issuer of a past day is the one it came from.
 */
export async function countByAgency(
  db: Reader,
  day: PlainDate,
  { issuer, from }: { issuer?: Id | undefined; from?: PlainDate | undefined },
): Promise<AgencyCount[]> {
  const scope = sql`not t.is_container and t.is_given
    ${issuer ? sql`and t.issuer_id = (select agency_on(${issuer}::uuid, ${day}::date))` : sql``}
    ${from ? sql`and t.state->>'assignedOn' >= ${from}` : sql``}`
  const counted = sql<{
    agency_id: string
    manner: string
    status: string | null
    count: number
    due: number
    in_time: number
  }>`(
    select s.lead_id as agency_id, t.manner, s.status, count(*) as count,
      count(*) filter (where s.due_on is not null and (s.status = 'done_in_time'
        or (s.status in ('done_late', 'overdue') and s.is_own_late))) as due,
      count(*) filter (where s.due_on is not null and s.status = 'done_in_time') as in_time
    from tasks t join task_spans s on s.task_id = t.id
    where ${day}::date between s.from_on and s.until_on and s.status not in ('cancelled', 'drafted')
      and ${scope}
    group by 1, 2, 3
    union all
    select s.lead_id, t.manner, null, 0, count(*), 0
    from tasks t join task_spans s on s.task_id = t.id
    where s.ends_stint and s.is_own_late and s.until_on < ${day}::date and ${scope}
    group by 1, 2)`
  const rows = await db.selectFrom(counted.as('counted')).selectAll().execute()
  return rows.map(({ agency_id, in_time, status, ...row }) => ({
    ...row,
    agencyId: agency_id,
    inTime: in_time,
    status: status === null ? null : TaskStatus.parse(status),
  }))
}

export interface Span {
  from: PlainDate
  to: PlainDate
}

const ITEM = [
  't.id as taskId',
  't.number',
  't.part_no as partNo',
  't.year',
  's.status',
  's.lead_id as leadId',
] as const

/**
 * What falls on the days of a month as a day had it: terms, milestones not reached by then, and rounds
 * of opinions open then. Milestones stand as they were planned last.
 */
export async function listDays(db: Reader, { from, to }: Span, day: PlainDate) {
  const terms = await onDay(db, day)
    .where('s.due_on', '>=', from)
    .where('s.due_on', '<=', to)
    .where('s.status', 'not in', ['cancelled', 'drafted'])
    .where('t.is_container', '=', false)
    .select([sql<PlainDate>`s.due_on::text`.as('on'), 't.title', ...ITEM])
    .orderBy('s.due_on')
    .limit(2000)
    .execute()
  const steps = await onDay(db, day)
    .innerJoin('task_milestones as m', 'm.task_id', 't.id')
    .where('m.due_on', '>=', from)
    .where('m.due_on', '<=', to)
    .where((eb) => eb.or([eb('m.done_on', 'is', null), eb('m.done_on', '>', day)]))
    .where('s.status', 'not in', ['cancelled', 'drafted', 'done_in_time', 'done_late'])
    .select(['m.due_on as on', 'm.title', ...ITEM])
    .execute()
  const asked = await onDay(db, day)
    .innerJoin('opinion_rounds as r', 'r.task_id', 't.id')
    .where('r.until_on', '>=', from)
    .where('r.until_on', '<=', to)
    .where('r.opened_on', '<=', day)
    .where((eb) => eb.or([eb('r.closed_on', 'is', null), eb('r.closed_on', '>', day)]))
    .select(['r.until_on as on', 'r.title', ...ITEM])
    .execute()
  return [
    ...terms.map((row) => ({ ...row, kind: 'due' as const })),
    ...steps.map((row) => ({ ...row, kind: 'milestone' as const })),
    ...asked.map((row) => ({ ...row, kind: 'opinions' as const })),
  ]
}

/** Explanations that are owed today, by the days until which they are. */
export async function listExplanations(db: Reader, { from, to }: Span, today: PlainDate) {
  const rows = await onDay(db, today)
    .where(sql<boolean>`t.state->'explanation'->>'untilOn' between ${from} and ${to}`)
    .select([sql<PlainDate>`t.state->'explanation'->>'untilOn'`.as('on'), 't.title', ...ITEM])
    .execute()
  return rows.map((row) => ({ ...row, kind: 'explanation' as const }))
}

/** Tasks of which an explanation had been asked for by a day. */
export function listEverAsked(db: Reader, day: PlainDate) {
  return onDay(db, day)
    .where(
      sql<boolean>`exists (select from task_events e where e.task_id = t.id
        and e.event->>'action' = 'ask_explanation' and e.event->>'on' <= ${day})`,
    )
    .select(['t.title', ...ITEM])
    .execute()
}

/** Tasks of which the state says that somebody's word is waited for. */
export function waiting(
  db: Reader,
  day: PlainDate,
  agencyIds: readonly Id[],
  committeeId: Id | null,
) {
  const own = sql`${`{${[...agencyIds, ...(committeeId ? [committeeId] : [])].join(',')}}`}::uuid[]`
  return onDay(db, day)
    .where(sql<boolean>`(t.issuer_id = any (${own}) or s.lead_id = any (${own}))`)
    .where('t.origin', '<>', 'mirror')
    .where(
      sql<boolean>`(s.status in ('drafted', 'not_taken_up', 'waiting_confirmation')
        or t.state->>'phase' = 'issued' or t.state->>'phase' = 'submitted'
        or t.state->>'questionSeq' is not null or jsonb_typeof(t.state->'prepared') = 'object'
        or jsonb_typeof(t.state->'explanation') = 'object' or t.state->'wishes' <> '[]'::jsonb)`,
    )
    .orderBy('s.due_on')
    .limit(500)
}

/** Rounds of opinions in which one's agencies have not answered yet. */
export function listAskedRounds(db: Reader, agencyIds: readonly Id[]) {
  return db
    .selectFrom('opinion_rounds as r')
    .innerJoin('opinions as o', 'o.round_id', 'r.id')
    .where('o.agency_id', 'in', [...agencyIds])
    .where('o.answer', 'is', null)
    .where('r.closed_on', 'is', null)
    .orderBy('r.until_on')
    .select([
      'r.id',
      'r.task_id as taskId',
      'r.title',
      'r.until_on as untilOn',
      'r.opened_on as openedOn',
    ])
    .execute()
}

export function daysOfMonth(month: string): Span {
  const from = `${month}-01`
  const next = addDays(from, 31).slice(0, 7)
  return { from, to: addDays(`${next}-01`, -1) }
}
