import type { Boundaries } from '@hopluc/shared/figures'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
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
  /** Of the nation: provinces whose sums are not there yet, so that they are not in its own. */
  waiting: readonly Id[]
}

export interface Cell {
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

export interface Found {
  sums: BaseSum[]
  states: BaseState[]
}

export const SUM = sql`s.unit_id as "unitId", s.period_id as "periodId", s.indicator_id as "indicatorId",
  s.breakdown_id as "breakdownId", s.value::float8 as value, s.weight::float8 as weight, s.reported,
  s.is_estimate as "isEstimate", s.is_incomplete as "isIncomplete"`

/** Added up from the statements, for cells on the same boundaries. */
export async function rawSums(
  db: Reader,
  query: BaseQuery,
  cells: readonly Cell[],
): Promise<Found> {
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
    sql<BaseSum>`${PLANNED_ONCE} select ${SUM} from ${sumsOf}(${units}::uuid[], ${periods}::int[],
      ${[...indicatorIds]}::uuid[], ${[...breakdownIds]}::int[], ${on},
      ${query.knownOn}::date) s`,
  )
  const states = await rowsOf(
    db,
    sql<BaseState>`${PLANNED_ONCE} select u.id as "unitId", p.id as "periodId", count(w.origin_id)::int as expected,
        to_jsonb(now()) #>> '{}' as "asOf", '{}'::uuid[] as waiting
      from unnest(${units}::uuid[]) u (id) cross join unnest(${periods}::int[]) p (id)
      left join ${awaitedOf}(${units}::uuid[], ${periods}::int[], ${on}) w
        on w.unit_id = u.id and w.period_id = p.id
      group by u.id, p.id`,
  )
  return { sums, states }
}
