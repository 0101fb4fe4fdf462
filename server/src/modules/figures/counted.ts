import type { PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import type { BaseQuery, BaseState, BaseSum } from './base-sums.ts'
import type { SumPlan } from './plan.ts'
import { registryFigures } from './registry.ts'

interface Window {
  id: number
  from: PlainDate
  /** The cut-off, or today while it is to come. */
  on: PlainDate
  boundariesOn: PlainDate
}

/**
 * Of indicators of the register, what the register says now of units and periods for which nobody has
 * stated them; of periods that have begun.
 */
export async function countedSums(
  db: Reader,
  { unitIds, periodIds, boundaries }: BaseQuery,
  plan: SumPlan,
  sums: readonly BaseSum[],
  states: readonly BaseState[],
): Promise<(BaseSum & { isCounted: true })[]> {
  const wanted = plan.base.filter(({ origin }) => origin === 'registry')
  const has = new Set(sums.map((sum) => `${sum.unitId} ${sum.periodId} ${sum.indicatorId}`))
  const stateOf = new Map(states.map((state) => [`${state.unitId} ${state.periodId}`, state]))
  if (wanted.length === 0) return []
  const windows = await rowsOf(
    db,
    sql<Window>`select p.id, d.window_from as from, least(d.window_until, t.today) as on,
        case when ${boundaries === 'today'} then t.today else least(d.until_on, t.today) end as "boundariesOn"
      from periods p cross join lateral period_of(p.kind, extract(year from p.from_on)::int,
        case p.kind when 'month' then extract(month from p.from_on)::int
          when 'quarter' then extract(quarter from p.from_on)::int
          when 'half' then (extract(month from p.from_on)::int + 5) / 6 else 1 end) d
      cross join (select coalesce(nullif(current_setting('hopluc.day', true), '')::date,
        (now() at time zone 'Asia/Ho_Chi_Minh')::date) as today) t
      where p.id = any (${[...periodIds]}::int[]) and d.window_from <= t.today`,
  )
  const found: (BaseSum & { isCounted: true })[] = []
  for (const { id, ...window } of windows) {
    const missing = wanted.filter((one) =>
      unitIds.some((unit) => stateOf.has(`${unit} ${id}`) && !has.has(`${unit} ${id} ${one.id}`)),
    )
    if (missing.length === 0) continue
    const codes = missing.map(({ code }) => code)
    for (const { unitId, indicatorId, breakdown, value } of await registryFigures(db, {
      ...window,
      unitIds,
      codes,
    })) {
      const breakdownId = plan.idOf(breakdown)
      const state = stateOf.get(`${unitId} ${id}`)
      if (breakdownId === undefined || !state || has.has(`${unitId} ${id} ${indicatorId}`)) continue
      const whole = { reported: state.expected, isEstimate: false, isIncomplete: false }
      const place = { unitId, periodId: id, indicatorId, breakdownId }
      found.push({ ...place, ...whole, value, weight: null, isCounted: true })
    }
  }
  return found
}
