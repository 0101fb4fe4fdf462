import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'

/** Figures of whom, of when, and on the boundaries of which day. */
export interface SeriesQuery {
  indicatorId: Id
  /** Units that are on the day of the boundaries. */
  unitIds: readonly Id[]
  /** Ids of periods. */
  periods: readonly number[]
  /** 0, the default, is the total. */
  breakdown?: number
  boundariesOn: PlainDate
  /** With every statement that counts, for lineage; else only what straddles is named. */
  isTraced?: boolean
}

/** One statement that a point is made of. */
export interface SeriesOrigin {
  unitId: Id
  entityId: Id | null
  /** Of what it stated, how much belongs to the unit; null where nobody says. */
  share: number | null
  /** The share is not the act's own. */
  isEstimate: boolean
  /** As stated; of a mean or a ratio numerator and denominator. Null: "không có số". */
  value: number | null
  weight: number | null
}

/** A unit's figure of a period. A unit and period without any statement has no point. */
export interface SeriesPoint {
  unitId: Id
  periodId: number
  /** Of a mean or a ratio the quotient of the sums. Null where nothing can be told. */
  value: number | null
  /** Of a mean or a ratio the sum of the denominators. */
  weight: number | null
  /** A part of it was reckoned by a stated share. */
  isEstimate: boolean
  /** A statement straddles the boundary and no share is stated: it is left out. */
  isIncomplete: boolean
  /** Units whose statements straddle the boundary. */
  straddling: Id[]
  origins: SeriesOrigin[]
}

const NOBODY: Id = '00000000-0000-0000-0000-000000000000'

/**
 * Figures on the boundaries of any day, past or to come, in one query. Sums are added, by stated shares
 * where a unit was split; means and ratios are weighed anew from their sums; a stock ("latest") adds up
 * over units as a sum does. What a unit stated itself stands in place of what its communes and
 * cooperatives stated; what straddles the boundary counts by those below it that do not.
 */
export async function seriesOn(db: Reader, query: SeriesQuery): Promise<SeriesPoint[]> {
  const { indicatorId, unitIds, periods, breakdown = 0, boundariesOn, isTraced = false } = query
  const whole = { indicatorId, unitIds, periods, breakdown, boundariesOn, isTraced }
  return db.selectFrom(seriesSql(whole).as('found')).selectAll('found').execute()
}

/** The statement itself, so that its plan can be looked at. */
export function seriesSql(query: Required<SeriesQuery>) {
  const { indicatorId, unitIds, periods, breakdown, boundariesOn, isTraced } = query
  return sql<SeriesPoint>`(
    with stated as materialized (
      select u.unit_id, u.share, u.is_estimate, f.period_id, f.unit_id as origin_id, f.entity_id,
        f.value, f.weight, p.until_on
      from unit_parts u
      join indicators i on i.id = ${indicatorId}
      join figures f on f.unit_id = u.origin_id
        and f.indicator_id = any(array[${indicatorId}::uuid, coalesce(i.stated_as, i.id)])
        and f.period_id = any(${periods}::int[]) and f.breakdown_id = ${breakdown} and f.is_last
      join periods p on p.id = f.period_id and p.until_on between u.stated_from and u.stated_until
      where u.unit_id = any(${unitIds}::uuid[])
        and ${boundariesOn}::date between u.from_on and u.until_on
        and case when f.entity_id = ${NOBODY} then f.indicator_id = i.id
          else f.indicator_id = coalesce(i.stated_as, i.id) and (${KIND} = any(i.entity_kinds)) is not false end
    ), below as (
      select s.unit_id, s.period_id, a.ancestor_id as above_id, s.origin_id, s.entity_id
      from stated s join unit_ancestry a on a.descendant_id = s.origin_id
        and s.until_on between a.from_on and a.until_on
      where a.ancestor_id <> s.origin_id or s.entity_id <> ${NOBODY}
    ), covered as (
      select b.unit_id, b.period_id, b.origin_id, b.entity_id
      from below b join stated s on s.unit_id = b.unit_id and s.period_id = b.period_id
        and s.origin_id = b.above_id and s.entity_id = ${NOBODY} and s.share = 1
      union
      select b.unit_id, b.period_id, b.above_id, ${NOBODY}::uuid
      from below b join stated s on s.unit_id = b.unit_id and s.period_id = b.period_id
        and s.origin_id = b.above_id and s.entity_id = ${NOBODY} and s.share is distinct from 1
    ), counted as (
      select s.* from stated s left join covered c using (unit_id, period_id, origin_id, entity_id)
      where c.unit_id is null
    ), added as (
      select unit_id, period_id, sum(value * share) as value, sum(weight * share) as weight,
        bool_or(share < 1) is true as is_estimate, bool_or(share is null) as is_incomplete,
        array_agg(distinct origin_id) filter (where share is null) as straddling,
        ${isTraced ? ORIGINS : sql`null::json`} as origins
      from counted group by unit_id, period_id
    )
    select a.unit_id as "unitId", a.period_id as "periodId",
      (case when i.adds_up in ('mean', 'ratio') then a.value / nullif(a.weight, 0) else a.value end)::float8
        as value,
      a.weight::float8 as weight, a.is_estimate as "isEstimate", a.is_incomplete as "isIncomplete",
      coalesce(a.straddling, '{}') as straddling, coalesce(a.origins, '[]') as origins
    from added a cross join indicators i where i.id = ${indicatorId}
    order by a.unit_id, a.period_id)`
}

/** What the entity was at the end of the period: a union's own figures are not those of its members. */
const KIND = sql`coalesce((select s.kind from entity_spans s where s.entity_id = f.entity_id
    and p.until_on between s.from_on and s.until_on),
  (select e.kind from entities e where e.id = f.entity_id))`

const ORIGINS = sql`json_agg(json_build_object('unitId', origin_id,
  'entityId', nullif(entity_id, ${NOBODY}), 'share', share, 'isEstimate', is_estimate, 'value', value,
  'weight', weight) order by origin_id, entity_id)`
