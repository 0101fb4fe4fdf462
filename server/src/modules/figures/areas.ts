import type { Boundaries, PublishedFigure } from '@hopluc/shared/figures'
import { type Period, type PeriodKey, periodCode } from '@hopluc/shared/periods'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
import { BY_NAME, rowsOf, unitName } from '../units/index.ts'

/** The unit at which whoever asks works: that of the committee or agency of their post. */
export async function homeUnit(
  db: Reader,
  agencyId: Id,
  committeeId: Id | null,
  today: PlainDate,
): Promise<Id | undefined> {
  const [row] = await rowsOf(
    db,
    sql<{ id: Id }>`${PLANNED_ONCE} select v.unit_id as id from agency_versions v
      where v.agency_id in (${committeeId}::uuid, ${agencyId}::uuid)
      order by v.agency_id = ${committeeId}::uuid desc nulls last,
        ${today}::date between v.from_on and v.until_on desc, v.until_on desc limit 1`,
  )
  return row?.id
}

/** A unit whose register one reads, as it was called on the day, or last. */
export async function findUnit(
  db: Reader,
  id: Id,
  day: PlainDate,
): Promise<(UnitName & { isThere: boolean }) | undefined> {
  const [row] = await rowsOf(
    db,
    sql<{ unit: UnitName; isThere: boolean }>`${PLANNED_ONCE} select ${unitName('v')} as unit,
        ${day}::date between v.from_on and v.until_on as "isThere"
      from unit_versions v where v.unit_id = ${id}
        and ((select sees_all_units()) or v.unit_id in (select acting_area()))
      order by ${day}::date between v.from_on and v.until_on desc, v.until_on desc limit 1`,
  )
  return row && { ...row.unit, isThere: row.isThere }
}

/** What lies directly below a unit on the day, by name. */
export async function unitsBelow(db: Reader, id: Id, day: PlainDate): Promise<UnitName[]> {
  const rows = await rowsOf(
    db,
    sql<{ unit: UnitName }>`${PLANNED_ONCE} select ${unitName('v')} as unit from unit_versions v
      where v.parent_id = ${id} and ${day}::date between v.from_on and v.until_on
      order by v.name ${BY_NAME}, v.unit_id`,
  )
  return rows.map(({ unit }) => unit)
}

/** What a unit lies in on the day, from the top; as far as one reads its register. */
export async function unitsAbove(db: Reader, id: Id, day: PlainDate): Promise<UnitName[]> {
  const rows = await rowsOf(
    db,
    sql<{ unit: UnitName }>`${PLANNED_ONCE} select ${unitName('v')} as unit
      from unit_ancestry a join unit_versions v on v.unit_id = a.ancestor_id
        and ${day}::date between v.from_on and v.until_on
      where a.descendant_id = ${id} and a.ancestor_id <> ${id}
        and ${day}::date between a.from_on and a.until_on
        and ((select sees_all_units()) or a.ancestor_id in (select acting_area()))
      order by array_position(array['nation', 'province', 'district', 'commune'], v.level)`,
  )
  return rows.map(({ unit }) => unit)
}

/** The units whose statements for a period belong to a unit of the day, and with which share. */
export async function originsOf(
  db: Reader,
  unitId: Id,
  period: Period,
  boundariesOn: PlainDate,
): Promise<{ unit: UnitName; share: number | null }[]> {
  return rowsOf(
    db,
    sql<{ unit: UnitName; share: number | null }>`select ${unitName('v')} as unit,
        u.share::float8 as share
      from unit_parts u join unit_versions v on v.unit_id = u.origin_id
        and ${period.untilOn}::date between v.from_on and v.until_on
      where u.unit_id = ${unitId} and u.origin_id <> ${unitId} and v.level = 'commune'
        and ${boundariesOn}::date between u.from_on and u.until_on
        and ${period.untilOn}::date between u.stated_from and u.stated_until
      order by v.name ${BY_NAME}, v.unit_id`,
  )
}

const PERIOD = sql`p.kind, extract(year from p.from_on)::int as year,
  case p.kind when 'month' then extract(month from p.from_on)::int
    when 'quarter' then extract(quarter from p.from_on)::int
    when 'half' then (extract(month from p.from_on)::int + 5) / 6 else 1 end as part`

/** Of figures `f`: those that hold, or were there at the end of a past day. */
export const statedBy = (knownOn: PlainDate | null) =>
  knownOn === null
    ? sql`f.is_last`
    : sql`f.stated_at < (${knownOn}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`

/** Periods for which something is known of the unit, the last first. */
export async function periodsOf(
  db: Reader,
  unitId: Id,
  level: string,
  knownOn: PlainDate | null,
): Promise<string[]> {
  const which =
    level === 'commune' || knownOn !== null
      ? sql`select f.period_id from figures f where ${statedBy(knownOn)} and f.unit_id in (
          select origin_id from unit_parts where unit_id = ${unitId})`
      : sql`select s.period_id from figure_sum_states s
          where ${level === 'nation' ? sql`true` : sql`s.unit_id = ${unitId}`}`
  const rows = await rowsOf(
    db,
    sql<PeriodKey>`${PLANNED_ONCE} select ${PERIOD} from periods p where p.kind <> 'day' and p.id in (${which})
      order by p.until_on desc, p.from_on desc`,
  )
  return rows.map(periodCode)
}

/** The day whose boundaries are meant. */
export const dayOf = (boundaries: Boundaries, period: Period, today: PlainDate): PlainDate =>
  boundaries === 'today' ? today : period.untilOn

/** Of the units whose statements are awaited below a unit, who has stated nothing. */
export async function missingBelow(
  db: Reader,
  unitId: Id,
  periodId: number,
  boundariesOn: PlainDate,
  knownOn: PlainDate | null,
): Promise<UnitName[]> {
  const rows = await rowsOf(
    db,
    sql<{ unit: UnitName }>`${PLANNED_ONCE} select ${unitName('v')} as unit
      from area_missing(${unitId}, ${periodId}::int, ${boundariesOn}::date, ${knownOn}::date) w
      join unit_versions v on v.unit_id = w.unit_id and w.until_on between v.from_on and v.until_on
      order by v.name ${BY_NAME}, v.unit_id limit 200`,
  )
  return rows.map(({ unit }) => unit)
}

/** Whether what was stated for a period is made up: one statement tells it of all. */
export async function isMadeUp(db: Reader, unitId: Id, periodId: number): Promise<boolean> {
  const [row] = await rowsOf(
    db,
    sql<{ is: boolean }>`${PLANNED_ONCE} select area_is_made_up(${unitId}, ${periodId}::int) as is`,
  )
  return row?.is ?? false
}

const PUBLISHED = sql`f.id, f.place, f.indicator_id as "indicatorId", i.code, f.kind, f.year, f.part,
  f.value::float8 as value, f.words, f.agency, f.source, f.note, f.version`
type PublishedRow = Omit<PublishedFigure, 'period'> & PeriodKey
const asPublished = ({ kind, year, part, ...row }: PublishedRow): PublishedFigure => ({
  ...row,
  period: periodCode({ kind, year, part }),
})

/** Figures that others have published: of a unit's name and those before it, or all. */
export async function listPublished(
  db: Reader,
  of?: { unitId: Id; level: string; period: PeriodKey },
): Promise<PublishedFigure[]> {
  const names = sql`select v.name from unit_versions v where v.level in ('province', 'district')
    and v.unit_id in (select origin_id from unit_parts where unit_id = ${of?.unitId ?? null}::uuid)
    and v.level = ${of?.level ?? ''}`
  const rows = await rowsOf(
    db,
    sql<PublishedRow>`${PLANNED_ONCE} select ${PUBLISHED} from published_figures f
      join indicators i on i.id = f.indicator_id
      where ${
        of
          ? sql`f.kind = ${of.period.kind} and f.year = ${of.period.year} and f.part = ${of.period.part}
            and case when ${of.level} = 'nation' then f.place = '' else f.place in (${names}) end`
          : sql`true`
      }
      order by f.year desc, f.part desc, f.place, i.place, f.agency`,
  )
  return rows.map(asPublished)
}
