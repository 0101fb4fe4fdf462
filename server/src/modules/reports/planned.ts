import type { Reader } from '../../platform/db.ts'
import { plannedValues as valuesOfPlans } from '../plan-values/index.ts'
import { figureKey, type Measure, type Wanted } from './content.ts'

/** What issued plans aim at, by `figureKey`. */
export async function plannedValues(
  db: Reader,
  wanted: readonly Wanted[],
  measures: ReadonlyMap<string, Measure>,
): Promise<Map<string, number>> {
  const whole = wanted.filter(({ parts }) => Object.keys(parts).length === 0)
  const planned = await valuesOfPlans(db, [...new Set(whole.map(({ unitId }) => unitId))])
  const found = whole.flatMap((one) => {
    const code = measures.get(one.code.toLowerCase())?.code
    const plan = code === undefined ? undefined : planned(one.unitId, code, one.period.year)
    return plan ? [[figureKey(one), plan.bound.value] as const] : []
  })
  return new Map(found)
}
