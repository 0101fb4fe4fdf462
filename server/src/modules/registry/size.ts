import type { PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'

/**
 * The size of `s` (a span) by `z` (thresholds of its field) and `r` (revenue of the year before): by
 * members AND (revenue OR capital), Decree 113/2024/NĐ-CP, articles 4 and 5. Unknown where members or
 * the threshold that would decide are unknown.
 */
export const sizeOf = sql<string | null>`(case when s.members is null then null
  when s.members >= z.large_members and (r.value >= z.large_revenue or s.capital >= z.large_capital) then 'large'
  when z.medium_members is null then null
  when s.members >= z.medium_members and (r.value >= z.medium_revenue or s.capital >= z.medium_capital) then 'medium'
  when z.small_members is null then null
  when s.members >= z.small_members and (r.value >= z.small_revenue or s.capital >= z.small_capital) then 'small'
  else 'micro' end)`

const SIZES = ['small', 'medium', 'large'] as const
const MEASURES = ['members', 'revenue', 'capital'] as const

/** Joins `z` and `r` to the span `s`, for many at once. */
export function sizeJoins(day: PlainDate) {
  const columns = SIZES.flatMap((size) =>
    MEASURES.map(
      (measure) => sql`max(${sql.ref(measure)}) filter (where size = ${sql.lit(size)})
        as ${sql.ref(`${size}_${measure}`)}`,
    ),
  )
  const year = Number(day.slice(0, 4)) - 1
  return sql`left join (select field, ${sql.join(columns)} from size_thresholds
      where ${day}::date between from_on and until_on group by field) z on z.field = s.field
    left join entity_revenues r on r.entity_id = s.entity_id and r.year = ${sql.lit(year)}
      and r.period_id = (select id from periods
        where kind = 'year' and from_on = ${`${String(year).padStart(4, '0')}-01-01`}::date)`
}
