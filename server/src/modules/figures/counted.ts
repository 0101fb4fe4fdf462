import type { PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
import { rowsOf } from '../units/index.ts'
import { todayOf } from './base-sums.ts'
import type { SumPlan } from './plan.ts'
import type { BaseQuery, BaseState, BaseSum } from './raw-sums.ts'
import { registryFigures } from './registry.ts'

interface Window {
  id: number
  from: PlainDate
  /** The cut-off, or today while it is to come. */
  on: PlainDate
  boundariesOn: PlainDate
}

/**
 * Of indicators of the register, what the register says now of units and periods for which not all who
 * are awaited have stated them; of periods that have begun.
 */
export async function countedSums(
  db: Reader,
  { unitIds, periodIds, boundaries, knownOn }: BaseQuery,
  plan: SumPlan,
  sums: readonly BaseSum[],
  states: readonly BaseState[],
): Promise<(BaseSum & { isCounted: true })[]> {
  const wanted = plan.base.filter(({ origin }) => origin === 'registry')
  const stateOf = new Map(states.map((state) => [`${state.unitId} ${state.periodId}`, state]))
  const stated = new Map(
    sums
      .filter(({ breakdownId }) => Object.keys(plan.breakdowns.get(breakdownId) ?? {}).length === 0)
      .map((sum) => [`${sum.unitId} ${sum.periodId} ${sum.indicatorId}`, sum]),
  )
  const isWhole = (key: string, { expected }: BaseState) =>
    (stated.get(key)?.reported ?? -1) >= expected
  if (wanted.length === 0) return []
  const windows = await rowsOf(
    db,
    sql<Window>`${PLANNED_ONCE} select p.id, d.window_from as from, least(d.window_until, t.today) as on,
        case when ${boundaries === 'today'} then t.today else least(d.until_on, t.today) end as "boundariesOn"
      from periods p cross join lateral period_of(p.kind, extract(year from p.from_on)::int,
        case p.kind when 'month' then extract(month from p.from_on)::int
          when 'quarter' then extract(quarter from p.from_on)::int
          when 'half' then (extract(month from p.from_on)::int + 5) / 6 else 1 end) d
      cross join ${todayOf(knownOn)}
      where p.id = any (${[...periodIds]}::int[]) and d.window_from <= t.today`,
  )
  const found: (BaseSum & { isCounted: true })[] = []
  for (const { id, ...window } of windows) {
    const missing = wanted.filter((one) =>
      unitIds.some((unit) => {
        const state = stateOf.get(`${unit} ${id}`)
        return state && !isWhole(`${unit} ${id} ${one.id}`, state)
      }),
    )
    if (missing.length === 0) continue
    const codes = missing.map(({ code }) => code)
    const counted = await registryFigures(db, { ...window, unitIds, codes })
    const totals = new Map(
      counted
        .filter(({ breakdown }) => Object.keys(breakdown).length === 0)
        .map((one) => [`${one.unitId} ${id} ${one.indicatorId}`, one.value]),
    )
    for (const { unitId, indicatorId, breakdown, value } of counted) {
      const key = `${unitId} ${id} ${indicatorId}`
      const [state, breakdownId] = [stateOf.get(`${unitId} ${id}`), plan.idOf(breakdown)]
      if (breakdownId === undefined || !state || isWhole(key, state)) continue
      // A register that knows less than was stated was not kept yet in those days.
      if ((totals.get(key) ?? 0) < (stated.get(key)?.value ?? 0)) continue
      const whole = { reported: state.expected, isEstimate: false, isIncomplete: false }
      const place = { unitId, periodId: id, indicatorId, breakdownId }
      found.push({ ...place, ...whole, value, weight: null, isCounted: true })
    }
  }
  return found
}
