import type { PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
import { rowsOf } from '../units/index.ts'
import { nationSums } from './nation-sums.ts'
import {
  type BaseQuery,
  type BaseState,
  type BaseSum,
  type Cell,
  type Found,
  rawSums,
  SUM,
} from './raw-sums.ts'

/**
 * Sums as they are kept for provinces and districts, added up for communes, and for the nation out of
 * its provinces. Units whose register one does not read give nothing, for a part is not their sum.
 */
export async function baseSums(db: Reader, query: BaseQuery): Promise<Found> {
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
  const ofDays = Map.groupBy(nations, ({ unitId, manner, day }) => `${unitId} ${manner} ${day}`)
  for (const ofDay of ofDays.values()) found.push(await nationSums(db, query, ofDay))
  return { sums: found.flatMap(({ sums }) => sums), states: found.flatMap(({ states }) => states) }
}

/** Which units there are of those asked, each with each period, and how its sums are had. */
function cellsOf(
  db: Reader,
  { unitIds, periodIds, boundaries, knownOn }: BaseQuery,
): Promise<Cell[]> {
  return rowsOf(
    db,
    sql<Cell>`${PLANNED_ONCE} with asked as materialized (
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

async function keptSums(db: Reader, query: BaseQuery, cells: readonly Cell[]): Promise<Found> {
  const sums = await rowsOf(
    db,
    sql<BaseSum>`${PLANNED_ONCE} select ${SUM} from ${idsOf(cells)}
      join figure_sums s using (unit_id, period_id, boundaries)
      where s.indicator_id = any (${[...query.indicatorIds]}::uuid[])
        and s.breakdown_id = any (${[...query.breakdownIds]}::int[])`,
  )
  const states = await rowsOf(
    db,
    sql<BaseState>`${PLANNED_ONCE} select s.unit_id as "unitId", s.period_id as "periodId", s.expected,
        to_jsonb(s.as_of) #>> '{}' as "asOf", '{}'::uuid[] as waiting
      from ${idsOf(cells)} join figure_sum_states s using (unit_id, period_id, boundaries)`,
  )
  return { sums, states }
}

/** Added up now: of communes, and of what nobody has added up yet. */
async function rawOf(db: Reader, query: BaseQuery, cells: readonly Cell[]): Promise<Found[]> {
  const groups = [...Map.groupBy(cells, ({ manner }) => manner).values()]
  return Promise.all(groups.map((group) => rawSums(db, query, group)))
}
