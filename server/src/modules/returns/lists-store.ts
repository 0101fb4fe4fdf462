import type { ReturnItem, ReturnState, RoundCounts } from '@hopluc/shared/rounds'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { agencyNamed, both, rowsOf, unitName } from '../units/index.ts'

/** Not yet sent, of a round or of a unit: `r` are columns of returns. */
export const NOT_SENT = sql`r.state in ('open', 'with_leader', 'returned')`

/** Days past its day until it was sent, in Vietnam; until `day` where it was not. */
const daysLate = (day: PlainDate) => sql<number>`greatest(0, case
  when ${NOT_SENT} and r.accepted_at is null then ${day}::date
  else coalesce((r.sent_at at time zone 'Asia/Ho_Chi_Minh')::date, r.due_on) end - r.due_on)`

type Row = ReturnItem & { sortDays: number; sortName: string }

const columns = (
  day: PlainDate,
) => sql`r.id, json_build_object('id', o.id, 'title', o.title) as round,
  json_build_object('code', f.code, 'name', f.name) as form,
  (select ${unitName('u')} from unit_versions u where u.unit_id = r.unit_id
    order by (o.cutoff_on between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit,
  (select p.kind || ' ' || p.name from unit_versions u join unit_versions p on p.unit_id = u.parent_id
    where u.unit_id = r.unit_id and p.level <> 'nation'
    order by (o.cutoff_on between u.from_on and u.until_on) desc, u.from_on desc, p.from_on desc limit 1) as under,
  ${agencyNamed(sql`r.agency_id`, sql`${day}::date`)} as agency, r.state, r.check_state as "checkState",
  r.correction is not null as "isCorrection", r.due_on as "dueOn", to_jsonb(r.sent_at) #>> '{}' as "sentAt",
  to_jsonb(r.accepted_at) #>> '{}' as "acceptedAt", ${daysLate(day)} as "daysLate",
  (select count(*)::int from return_cells c where c.unit_id = r.unit_id and c.return_id = r.id
    and (c.value is not null or c.is_none)) as filled,
  r.reminded_on as "remindedOn", r.is_demo as "isDemo", r.version`

/** The late ones first, then by unit. A cursor is `days late|name_id`. */
export async function listReturns(
  db: Reader,
  day: PlainDate,
  conditions: readonly RawBuilder<unknown>[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: ReturnItem[]; next: string | null }> {
  const name = sql`coalesce((select u.kind || ' ' || u.name from unit_versions u where u.unit_id = r.unit_id
    order by u.from_on desc limit 1), '')`
  const after = cursor === undefined ? sql`true` : afterOf(cursor)
  const rows = await rowsOf(
    db,
    sql<Row>`select * from (select ${columns(day)}, -(${daysLate(day)}) as "sortDays", ${name} as "sortName"
      from returns r join rounds o on o.id = r.round_id join report_forms f on f.id = o.form_id
      where ${both(conditions)}) found
      where ${after} order by "sortDays", "sortName", id limit ${limit + 1}`,
  )
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(({ sortDays: _days, sortName: _name, ...item }) => item),
    next: last ? `${last.sortDays}|${last.sortName.replaceAll('_', ' ')}_${last.id}` : null,
  }
}

function afterOf(cursor: string): RawBuilder<unknown> {
  const at = cursor.lastIndexOf('_')
  const [days = '0', name = ''] = cursor.slice(0, at).split('|')
  const id = cursor.slice(at + 1)
  return sql`("sortDays", "sortName", id) > (${Number(days) || 0}::int, ${name}, ${id}::uuid)`
}

/** How many of those asked stand where; without `agency` all that the reader sees. */
export async function countReturns(
  db: Reader,
  day: PlainDate,
  roundIds: readonly Id[],
): Promise<Map<Id, RoundCounts>> {
  const of = (state: ReturnState) => sql`count(*) filter (where r.state = ${state})::int`
  const rows = await rowsOf(
    db,
    sql<RoundCounts & { roundId: Id }>`select r.round_id as "roundId", count(*)::int as asked,
        ${of('open')} as open, ${of('with_leader')} as "withLeader", ${of('sent')} as sent,
        ${of('returned')} as returned, ${of('accepted')} as accepted,
        count(*) filter (where ${NOT_SENT} and r.accepted_at is null and r.due_on < ${day}::date)::int as late
      from returns r where r.round_id = any (${[...roundIds]}::uuid[]) group by 1`,
  )
  return new Map(rows.map(({ roundId, ...counts }) => [roundId, counts]))
}

/** What a part of the own work means in the database. */
export const PARTS: Record<'fill' | 'approve' | 'accept' | 'check' | 'all', RawBuilder<unknown>> = {
  fill: sql`r.agency_id in (select acting_agencies()) and r.state in ('open', 'returned')`,
  approve: sql`r.agency_id in (select acting_agencies()) and r.state = 'with_leader'`,
  accept: sql`r.receiver_id in (select acting_agencies()) and r.state = 'sent'`,
  check: sql`r.checker_id in (select acting_agencies()) and r.check_state = 'waiting'
    and r.state in ('sent', 'accepted')`,
  all: sql`(r.agency_id in (select acting_agencies()) or r.receiver_id in (select acting_agencies())
    or r.checker_id in (select acting_agencies()))`,
}

export async function countParts(db: Reader) {
  const of = (part: keyof typeof PARTS) => sql`count(*) filter (where ${PARTS[part]})::int`
  const [row] = await rowsOf(
    db,
    sql<{
      fill: number
      approve: number
      accept: number
      check: number
    }>`select ${of('fill')} as fill,
        ${of('approve')} as approve, ${of('accept')} as accept, ${of('check')} as "check"
      from returns r where ${PARTS.all}`,
  )
  return row ?? { fill: 0, approve: 0, accept: 0, check: 0 }
}
