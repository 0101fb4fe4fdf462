import type { Boundaries } from '@hopluc/shared/figures'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'

/** What is stated, added up, of units, periods, indicators and breakdowns. */
export interface BaseQuery {
  unitIds: readonly Id[]
  indicatorIds: readonly Id[]
  periodIds: readonly number[]
  breakdownIds: readonly number[]
  boundaries: Boundaries
  /** As it was known at the end of that past day; null: as it is known now. */
  knownOn: PlainDate | null
}

/** As it was added up: of a mean the numerator in `value`. */
export interface BaseSum {
  unitId: Id
  periodId: number
  indicatorId: Id
  breakdownId: number
  value: number | null
  weight: number | null
  reported: number
  isEstimate: boolean
  isIncomplete: boolean
}

/** Of a unit and period: of how many units statements are awaited, and as of when the sums are. */
export interface BaseState {
  unitId: Id
  periodId: number
  expected: number
  asOf: string
}

interface Cell {
  unitId: Id
  periodId: number
  level: string
  /** On which boundaries it is kept; those of today are those of then while nothing has changed. */
  manner: 'then' | 'today'
  isKept: boolean
  /** Row security holds for whoever asks; the system's own jobs see all. */
  isGuarded: boolean
  day: PlainDate
}

/**
 * Sums as they are kept for provinces and districts, added up for communes, and for the nation out of
 * its provinces. Units whose register one does not read give nothing, for a part is not their sum.
 */
export async function baseSums(
  db: Reader,
  query: BaseQuery,
): Promise<{ sums: BaseSum[]; states: BaseState[] }> {
  const cells = await cellsOf(db, query)
  const kept = cells.filter(({ isKept }) => isKept)
  // Sums are kept as they are now alone: of a past day the nation too is added up from the statements.
  const isNation = ({ isKept, level }: Cell) =>
    !isKept && level === 'nation' && query.knownOn === null
  const nations = cells.filter(isNation)
  const raw = cells.filter((cell) => !cell.isKept && !isNation(cell))
  const found = [
    ...(kept.length > 0 ? [await keptSums(db, query, kept)] : []),
    ...(await rawOf(db, query, raw)),
  ]
  for (const nation of nations) found.push(await nationSums(db, query, nation))
  return { sums: found.flatMap(({ sums }) => sums), states: found.flatMap(({ states }) => states) }
}

type Found = Awaited<ReturnType<typeof keptSums>>

/** Which units there are of those asked, each with each period, and how its sums are had. */
function cellsOf(
  db: Reader,
  { unitIds, periodIds, boundaries, knownOn }: BaseQuery,
): Promise<Cell[]> {
  return rowsOf(
    db,
    sql<Cell>`with asked as materialized (
        select p.id, p.until_on, t.today, ${boundaries === 'today'}
          and boundaries_differ(p.until_on, t.today) as is_other
        from periods p cross join ${todayOf(knownOn)} where p.id = any (${[...periodIds]}::int[]))
      select u.id as "unitId", p.id as "periodId", v.level, m.manner, m.day,
        s.unit_id is not null and ${knownOn === null} as "isKept",
        row_security_active('figures') as "isGuarded"
      from unnest(${[...unitIds]}::uuid[]) u (id) cross join asked p
      cross join lateral (select case when p.is_other then 'today' else 'then' end as manner,
        case when p.is_other then p.today else p.until_on end as day) m
      cross join lateral (select level from unit_versions v where v.unit_id = u.id
        order by v.until_on desc limit 1) v
      left join figure_sum_states s on s.unit_id = u.id and s.period_id = p.id
        and s.boundaries = m.manner
      where not row_security_active('figures') or (select sees_all_units())
        or u.id in (select acting_area())`,
  )
}

/** The day on which whoever asks acts, or the past day that is looked at. */
export const todayOf = (
  knownOn: PlainDate | null,
) => sql`(select coalesce(${knownOn}::date, nullif(current_setting('hopluc.day', true), '')::date,
  (now() at time zone 'Asia/Ho_Chi_Minh')::date) as today) t`

const idsOf = (cells: readonly Cell[]) => sql`unnest(
  ${cells.map(({ unitId }) => unitId)}::uuid[], ${cells.map(({ periodId }) => periodId)}::int[],
  ${cells.map(({ manner }) => manner)}::text[]) k (unit_id, period_id, boundaries)`

const SUM = sql`s.unit_id as "unitId", s.period_id as "periodId", s.indicator_id as "indicatorId",
  s.breakdown_id as "breakdownId", s.value::float8 as value, s.weight::float8 as weight, s.reported,
  s.is_estimate as "isEstimate", s.is_incomplete as "isIncomplete"`

async function keptSums(db: Reader, query: BaseQuery, cells: readonly Cell[]) {
  const sums = await rowsOf(
    db,
    sql<BaseSum>`select ${SUM} from ${idsOf(cells)}
      join figure_sums s using (unit_id, period_id, boundaries)
      where s.indicator_id = any (${[...query.indicatorIds]}::uuid[])
        and s.breakdown_id = any (${[...query.breakdownIds]}::int[])`,
  )
  const states = await rowsOf(
    db,
    sql<BaseState>`select s.unit_id as "unitId", s.period_id as "periodId", s.expected,
        to_jsonb(s.as_of) #>> '{}' as "asOf"
      from ${idsOf(cells)} join figure_sum_states s using (unit_id, period_id, boundaries)`,
  )
  return { sums, states }
}

/** Added up now: of communes, and of what nobody has added up yet. */
async function rawOf(db: Reader, query: BaseQuery, cells: readonly Cell[]): Promise<Found[]> {
  const groups = [...Map.groupBy(cells, ({ manner }) => manner).values()]
  return Promise.all(groups.map((group) => rawSums(db, query, group)))
}

async function rawSums(db: Reader, query: BaseQuery, cells: readonly Cell[]): Promise<Found> {
  const [first] = cells
  const units = [...new Set(cells.map(({ unitId }) => unitId))]
  const periods = [...new Set(cells.map(({ periodId }) => periodId))]
  const day = first?.manner === 'today' ? first.day : null
  const [{ indicatorIds, breakdownIds }, on] = [query, sql`${day}::date`]
  const [sumsOf, awaitedOf] = first?.isGuarded
    ? [sql`area_sums`, sql`area_awaited`]
    : [sql`sums_of`, sql`awaited_of`]
  const sums = await rowsOf(
    db,
    sql<BaseSum>`select ${SUM} from ${sumsOf}(${units}::uuid[], ${periods}::int[],
      ${[...indicatorIds]}::uuid[], ${[...breakdownIds]}::int[], ${on},
      ${query.knownOn}::date) s`,
  )
  const states = await rowsOf(
    db,
    sql<BaseState>`select u.id as "unitId", p.id as "periodId", count(w.origin_id)::int as expected,
        to_jsonb(now()) #>> '{}' as "asOf"
      from unnest(${units}::uuid[]) u (id) cross join unnest(${periods}::int[]) p (id)
      left join ${awaitedOf}(${units}::uuid[], ${periods}::int[], ${on}) w
        on w.unit_id = u.id and w.period_id = p.id
      group by u.id, p.id`,
  )
  return { sums, states }
}

/**
 * Out of the sums of the provinces of the day. Cells of which a part straddles a province's boundary are
 * added up from the statements, and what is stated for the nation itself stands in place of all.
 */
async function nationSums(db: Reader, query: BaseQuery, nation: Cell): Promise<Found> {
  const { unitId, periodId, manner, day, isGuarded } = nation
  const provinces = sql`(select v.unit_id from unit_versions v join unit_ancestry a
      on a.descendant_id = v.unit_id and a.ancestor_id = ${unitId}
        and ${day}::date between a.from_on and a.until_on
    where v.level = 'province' and ${day}::date between v.from_on and v.until_on)`
  const found = await rowsOf(
    db,
    sql<
      BaseSum & { isSplit: boolean }
    >`select ${unitId}::uuid as "unitId", s.period_id as "periodId",
        s.indicator_id as "indicatorId", s.breakdown_id as "breakdownId", sum(s.value)::float8 as value,
        case when not bool_or(s.value is not null and s.weight is null) then sum(s.weight) end::float8
          as weight,
        sum(s.reported)::int as reported, bool_or(s.is_estimate) as "isEstimate",
        bool_or(s.is_incomplete) as "isIncomplete", bool_or(s.is_split) as "isSplit"
      from figure_sums s
      where s.unit_id in ${provinces} and s.period_id = ${periodId} and s.boundaries = ${manner}
        and s.indicator_id = any (${[...query.indicatorIds]}::uuid[])
        and s.breakdown_id = any (${[...query.breakdownIds]}::int[])
      group by s.period_id, s.indicator_id, s.breakdown_id`,
  )
  const own = await rowsOf(
    db,
    sql<{ indicatorId: Id }>`select distinct indicator_id as "indicatorId" from figures
      where unit_id = ${unitId} and period_id = ${periodId} and is_last
        and year = (select extract(year from from_on)::smallint from periods where id = ${periodId})
        and indicator_id = any (${[...query.indicatorIds]}::uuid[])`,
  )
  const stated = new Set(own.map(({ indicatorId }) => indicatorId))
  const again = new Set([
    ...found.flatMap((sum) => (sum.isSplit ? [sum.indicatorId] : [])),
    ...stated,
  ])
  const exact =
    again.size > 0 ? await rawSums(db, { ...query, indicatorIds: [...again] }, [nation]) : null
  const [state] = await rowsOf(
    db,
    sql<BaseState>`with others as materialized (
        select array(select p.unit_id from ${provinces} p where not exists (
          select from figure_sum_states k where k.unit_id = p.unit_id and k.period_id = ${periodId}
            and k.boundaries = ${manner})) as units)
      select ${unitId}::uuid as "unitId", ${periodId}::int as "periodId",
        (coalesce(sum(s.expected), 0) + case when (select units from others) = '{}' then 0 else (
          select count(*) from ${isGuarded ? sql`area_awaited` : sql`awaited_of`}(
            (select units from others), array[${periodId}::int], ${day}::date)) end)::int as expected,
        coalesce(to_jsonb(min(s.as_of)) #>> '{}', to_jsonb(now()) #>> '{}') as "asOf"
      from figure_sum_states s
      where s.unit_id in ${provinces} and s.period_id = ${periodId} and s.boundaries = ${manner}`,
  )
  return {
    sums: [...found.filter(({ indicatorId }) => !again.has(indicatorId)), ...(exact?.sums ?? [])],
    states: state ? [state] : [],
  }
}
