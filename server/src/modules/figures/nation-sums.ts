import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
import { rowsOf } from '../units/index.ts'
import {
  type BaseQuery,
  type BaseState,
  type BaseSum,
  type Cell,
  type Found,
  rawSums,
} from './raw-sums.ts'

const placeOf = (one: { periodId: number; indicatorId: Id }) => `${one.periodId} ${one.indicatorId}`

/**
 * Out of the sums of the provinces of one day, for the periods of these cells. What of a part straddles a
 * province's boundary is added up from the statements, and what is stated for the nation itself stands in
 * place of all. Provinces that have stated something and are not added up yet are said.
 */
export async function nationSums(
  db: Reader,
  query: BaseQuery,
  cells: readonly Cell[],
): Promise<Found> {
  const [first] = cells
  if (!first) return { sums: [], states: [] }
  const provinces = await provincesOf(db, first)
  const found = await summed(db, query, cells, provinces)
  const stated = await statedItself(db, query, cells)
  const again = new Map(
    [...found.filter(({ isSplit }) => isSplit), ...stated].map((one) => [placeOf(one), one]),
  )
  const periods = new Set([...again.values()].map(({ periodId }) => periodId))
  const indicatorIds = [...new Set([...again.values()].map(({ indicatorId }) => indicatorId))]
  const exact = cells.some(({ periodId }) => periods.has(periodId))
    ? await rawSums(
        db,
        { ...query, indicatorIds },
        cells.filter(({ periodId }) => periods.has(periodId)),
      )
    : null
  return {
    sums: [
      ...found.filter((one) => !again.has(placeOf(one))),
      ...(exact?.sums ?? []).filter((one) => again.has(placeOf(one))),
    ],
    states: await statesOf(db, cells, provinces),
  }
}

async function provincesOf(db: Reader, { unitId, day }: Cell): Promise<Id[]> {
  const rows = await rowsOf(
    db,
    sql<{ id: Id }>`${PLANNED_ONCE} select unit_id as id from unit_versions
      where parent_id = ${unitId} and level = 'province' and ${day}::date between from_on and until_on`,
  )
  return rows.map(({ id }) => id)
}

const periodsOf = (cells: readonly Cell[]) => cells.map(({ periodId }) => periodId)

function summed(
  db: Reader,
  { indicatorIds, breakdownIds }: BaseQuery,
  cells: readonly Cell[],
  provinces: readonly Id[],
): Promise<(BaseSum & { isSplit: boolean })[]> {
  const [first] = cells
  return rowsOf(
    db,
    sql<BaseSum & { isSplit: boolean }>`${PLANNED_ONCE} select ${first?.unitId}::uuid as "unitId",
        s.period_id as "periodId", s.indicator_id as "indicatorId", s.breakdown_id as "breakdownId",
        sum(s.value)::float8 as value,
        case when not bool_or(s.value is not null and s.weight is null) then sum(s.weight) end::float8
          as weight,
        sum(s.reported)::int as reported, bool_or(s.is_estimate) as "isEstimate",
        bool_or(s.is_incomplete) as "isIncomplete", bool_or(s.is_split) as "isSplit"
      from figure_sums s
      where s.unit_id = any (${[...provinces]}::uuid[]) and s.period_id = any (${periodsOf(cells)}::int[])
        and s.boundaries = ${first?.manner} and s.indicator_id = any (${[...indicatorIds]}::uuid[])
        and s.breakdown_id = any (${[...breakdownIds]}::int[])
      group by s.period_id, s.indicator_id, s.breakdown_id`,
  )
}

function statedItself(
  db: Reader,
  { indicatorIds }: BaseQuery,
  cells: readonly Cell[],
): Promise<{ periodId: number; indicatorId: Id }[]> {
  return rowsOf(
    db,
    sql<{
      periodId: number
      indicatorId: Id
    }>`${PLANNED_ONCE} select distinct f.period_id as "periodId",
        f.indicator_id as "indicatorId"
      from periods p join figures f on f.period_id = p.id and f.year = extract(year from p.from_on)::smallint
      where p.id = any (${periodsOf(cells)}::int[]) and f.unit_id = ${cells[0]?.unitId}::uuid and f.is_last
        and f.indicator_id = any (${[...indicatorIds]}::uuid[])`,
  )
}

async function statesOf(
  db: Reader,
  cells: readonly Cell[],
  provinces: readonly Id[],
): Promise<BaseState[]> {
  const [first] = cells
  if (!first) return []
  const rows = await rowsOf(
    db,
    sql<BaseState & { added: Id[] }>`${PLANNED_ONCE} select ${first.unitId}::uuid as "unitId",
        p.id as "periodId", coalesce(sum(s.expected), 0)::int as expected,
        coalesce(to_jsonb(min(s.as_of)) #>> '{}', to_jsonb(now()) #>> '{}') as "asOf",
        coalesce(array_agg(s.unit_id) filter (where s.unit_id is not null), '{}') as added
      from unnest(${periodsOf(cells)}::int[]) p (id)
      left join figure_sum_states s on s.unit_id = any (${[...provinces]}::uuid[]) and s.period_id = p.id
        and s.boundaries = ${first.manner}
      group by p.id`,
  )
  const states: BaseState[] = []
  for (const { added, ...state } of rows) {
    const there = new Set(added)
    const others = provinces.filter((id) => !there.has(id))
    const more = others.length > 0 ? await awaitedIn(db, first, others, state.periodId) : NOBODY
    states.push({ ...state, expected: state.expected + more.count, waiting: more.waiting })
  }
  return states
}

const NOBODY = { count: 0, waiting: [] }

/** Of units without sums: who is awaited in them, and which have stated something by now. */
async function awaitedIn(
  db: Reader,
  { isGuarded, day }: Cell,
  units: readonly Id[],
  periodId: number,
): Promise<{ count: number; waiting: Id[] }> {
  const awaited = isGuarded ? sql`area_awaited` : sql`awaited_of`
  const [row] = await rowsOf(
    db,
    sql<{ count: number; waiting: Id[] }>`select (select count(*)::int
        from ${awaited}(${[...units]}::uuid[], array[${periodId}::int], ${day}::date)) as count,
      array(select areas_waiting(${[...units]}::uuid[], ${periodId}::int)) as waiting`,
  )
  return row ?? NOBODY
}
