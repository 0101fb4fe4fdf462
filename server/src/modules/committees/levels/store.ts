import type { LevelItem, LevelLack, LevelQuery, LevelState } from '@hopluc/shared/committee-levels'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/db.ts'
import { agencyNamed, BY_NAME, both, idOfCursor, pageOfRows, rowsOf } from '../../units/index.ts'
import { ids } from '../words.ts'
import type { RequirementRow } from './requirements.ts'

/**
 * Communes on a day with what is known of their committees; also those that are over while their
 * committee still stands. `demands` is what committees above ask for.
 */
const communes = (
  day: PlainDate,
  demands: readonly RequirementRow[],
  wanted: RawBuilder<unknown>,
) => {
  const asked = demands.map(({ committee, unitId, ...rest }) => ({
    ...rest,
    unitId,
    by: committee.id,
  }))
  return sql`with asked as (
    select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as r ("unitId" uuid,
      "isRequired" boolean, "decidedSince" date, "documentId" uuid, item text)),
  places as (
    select v.unit_id, v.level, v.kind, v.name, v.parent_id, true as is_there from unit_versions v
    where v.level = 'commune' and ${day}::date between v.from_on and v.until_on
    union all
    select v.unit_id, v.level, v.kind, v.name, s.to_id, false from unit_versions v
    join agency_versions c on c.unit_id = v.unit_id and c.kind = 'steering_committee'
      and ${day}::date between c.from_on and c.until_on
    join lateral (select to_id from unit_successions where from_id = v.unit_id order by on_day limit 1) s on true
    where v.level = 'commune' and v.until_on < ${day}::date
      and not exists (select from unit_versions o where o.unit_id = v.unit_id and o.until_on > v.until_on)),
  chosen as (select p.* from places p where ${wanted}),
  known as (
    select p.*, c.agency_id as committee_id, d.decision, d.decided_on, d.standing_agency_id,
      coalesce(q.is_required, false) as is_required, q.decided_since, q.document_id, q.item
    from chosen p
    left join lateral (select a.agency_id from agency_versions a where a.unit_id = p.unit_id
      and a.kind = 'steering_committee' and ${day}::date between a.from_on and a.until_on
      order by a.from_on limit 1) c on true
    left join committee_versions d on d.committee_id = c.agency_id
      and ${day}::date between d.from_on and d.until_on
    left join lateral (select bool_or(r."isRequired") as is_required, max(r."decidedSince") as decided_since,
        (array_agg(r."documentId") filter (where r."documentId" is not null))[1] as document_id,
        (array_agg(r.item) filter (where r.item is not null))[1] as item
      from asked r join unit_ancestry a on a.ancestor_id = r."unitId" and a.descendant_id = p.unit_id
        and ${day}::date between a.from_on and a.until_on) q on true),
  judged as (
    select k.*, array_remove(array[
      case when not k.is_there then 'unit_over' end,
      case when k.decided_on < k.decided_since then 'decision_old' end,
      case when k.is_there and k.decided_on < (select min(v.from_on) from unit_versions v
        where v.unit_id = k.unit_id) then 'decision_before_unit' end,
      case when k.standing_agency_id is not null and not exists (select from agency_versions a
        where a.agency_id = k.standing_agency_id and ${day}::date between a.from_on and a.until_on)
        then 'standing_agency_over' end,
      case when exists (select from committee_members m where m.committee_id = k.committee_id
        and m.agency_id is not null and ${day}::date between m.from_on and m.until_on
        and not exists (select from agency_versions a where a.agency_id = m.agency_id
          and ${day}::date between a.from_on and a.until_on)) then 'member_agency_over' end,
      case when exists (select from committee_members m join accounts c on c.name = m.name
        join posts p on p.account_id = c.id and p.agency_id = m.agency_id and p.until_on < ${day}::date
        where m.committee_id = k.committee_id and ${day}::date between m.from_on and m.until_on
          and not exists (select from posts o where o.account_id = c.id and o.agency_id = m.agency_id
            and ${day}::date between o.from_on and o.until_on)) then 'member_post_over' end
      ], null) as lacks,
      (select t.id from tasks t join task_spans s on s.task_id = t.id
          and ${day}::date between s.from_on and s.until_on and s.status = 'waiting_confirmation'
        join agency_versions a on a.agency_id = s.lead_id and a.unit_id = k.unit_id
          and ${day}::date between a.from_on and a.until_on
        where t.document_id = k.document_id and t.item = k.item and not t.is_container limit 1) as waiting_id,
      (select concat_ws(', ', nullif(d.holder_name, ''), d.holder_office) from duties d
        where d.unit_id = k.unit_id and d.seat_id is null
          and ${day}::date between d.from_on and d.until_on order by d.from_on desc limit 1) as leader
    from known k),
  stated as (
    select j.*, case
      when j.committee_id is not null and cardinality(j.lacks) = 0 then 'current'
      when j.waiting_id is not null then 'waiting'
      when j.committee_id is not null then 'out_of_date'
      when j.is_required then 'missing'
      when j.leader is not null then 'leader'
      else 'nobody' end as state
    from judged j)`
}

const URGENCY = sql`array_position(array['missing', 'out_of_date', 'waiting', 'nobody', 'leader', 'current'], state)`

/** Below these units, or everywhere. */
const under = (units: readonly Id[] | undefined, day: PlainDate) =>
  units
    ? sql`(select coalesce(p.parent_id, p.unit_id)) is not null and exists (
        select from unit_ancestry a where a.ancestor_id = any(${ids(units)})
          and a.descendant_id = case when p.is_there then p.unit_id else p.parent_id end
          and ${day}::date between a.from_on and a.until_on)`
    : sql`true`

export interface Wanted {
  units: readonly Id[] | undefined
  demands: readonly RequirementRow[]
  day: PlainDate
}

/** What is lacking first. */
export async function list(
  db: Reader,
  { units, demands, day }: Wanted,
  { state, limit, cursor }: Pick<LevelQuery, 'state' | 'limit' | 'cursor'>,
) {
  const where: RawBuilder<unknown>[] = []
  if (state) where.push(sql`state = ${state}`)
  if (cursor)
    where.push(sql`(${URGENCY}, name ${BY_NAME}, unit_id) > (select ${URGENCY}, o.name ${BY_NAME}, o.unit_id
      from stated o where o.unit_id = ${idOfCursor(cursor)})`)
  const rows = await rowsOf(
    db,
    sql<LevelItem>`${communes(day, demands, under(units, day))}
      select unit_id as id, level, kind, name, is_required as "isRequired", state, lacks, decision,
        decided_on as "decidedOn", leader, waiting_id as "taskId",
        (select p.kind || ' ' || p.name from unit_versions p where p.unit_id = s.parent_id
          and ${day}::date between p.from_on and p.until_on and p.level <> 'nation') as under,
        case when committee_id is not null then ${agencyNamed(sql`s.committee_id`, sql`${day}::date`)} end as committee,
        (select concat_ws(', ', nullif(m.name, ''), m.office) from committee_members m
          where m.committee_id = s.committee_id and m.part = 'head'
            and ${day}::date between m.from_on and m.until_on limit 1) as head,
        (select count(*)::int from committee_members m where m.committee_id = s.committee_id
          and m.part <> 'assistant' and ${day}::date between m.from_on and m.until_on) as members,
        (select json_build_object('id', a.agency_id, 'name', a.name, 'shortName', a.short_name)
          from agency_versions a where a.unit_id = s.unit_id and a.kind = 'people_committee'
            and ${day}::date between a.from_on and a.until_on limit 1) as agency,
        (select max(r.on_day) from committee_reminders r where r.unit_id = s.unit_id
          and r.on_day <= ${day}::date and r.on_day > coalesce(s.decided_on, '0001-01-01')) as "remindedOn",
        (select count(*)::int from committee_reminders r where r.unit_id = s.unit_id
          and r.on_day <= ${day}::date and r.on_day > coalesce(s.decided_on, '0001-01-01')) as reminders
      from stated s where ${both(where)} order by ${URGENCY}, name ${BY_NAME}, unit_id limit ${limit + 1}`,
  )
  return pageOfRows(rows, limit)
}

export interface StateCount {
  state: LevelState
  isRequired: boolean
  count: number
}

export function count(db: Reader, { units, demands, day }: Wanted): Promise<StateCount[]> {
  return rowsOf(
    db,
    sql<StateCount>`${communes(day, demands, under(units, day))}
      select state, is_required as "isRequired", count(*)::int as count from stated group by 1, 2`,
  )
}

export interface UnitState {
  id: Id
  state: LevelState
  lacks: LevelLack[]
  committeeId: Id | null
}

/** Of some units alone, such as those that a member is in charge of. */
export function statesOf(
  db: Reader,
  units: readonly Id[],
  demands: readonly RequirementRow[],
  day: PlainDate,
): Promise<UnitState[]> {
  return rowsOf(
    db,
    sql<UnitState>`${communes(day, demands, sql`p.unit_id = any(${ids(units)})`)}
      select unit_id as id, state, lacks, committee_id as "committeeId" from stated`,
  )
}
