import type { Indicator } from '@hopluc/shared/indicators'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
import { type Formula, leavesOf, parseFormula } from '../indicators/index.ts'
import { rowsOf } from '../units/index.ts'

/** What has to be read for what is asked. */
export interface SumPlan {
  /** Indicators that are no formulas. */
  base: readonly Indicator[]
  formulas: ReadonlyMap<string, Formula>
  /** By id, the combination of parts. */
  breakdowns: ReadonlyMap<number, Record<string, string>>
  idOf: (parts: Record<string, string>) => number | undefined
}

/** Formulas down to what is stated, with the combinations of parts that they need. */
export async function planOf(
  db: Reader,
  asked: readonly Indicator[],
  all: readonly Indicator[],
  breakdownIds: readonly number[],
): Promise<SumPlan> {
  const byCode = new Map(all.map((one) => [one.code, one]))
  const formulas = new Map<string, Formula>()
  const base = new Map<string, Indicator>()
  const parts = new Map<string, Record<string, string>>()
  const visit = (indicator: Indicator) => {
    if (!indicator.formula) return void base.set(indicator.code, indicator)
    if (formulas.has(indicator.code)) return
    const formula = parseFormula(indicator.formula)
    formulas.set(indicator.code, formula)
    for (const leaf of leavesOf(formula)) {
      if (leaf.kind === 'value') parts.set(JSON.stringify(leaf.parts), leaf.parts)
      for (const code of leaf.kind === 'count' ? [leaf.code, leaf.otherwise] : [leaf.code]) {
        const next = code ? byCode.get(code) : undefined
        if (next) visit(next)
      }
    }
  }
  for (const indicator of asked) visit(indicator)
  const rows = await rowsOf(
    db,
    sql<{ id: number; parts: Record<string, string> }>`${PLANNED_ONCE}
      with asked as (select parts from breakdowns where id = any (${[...breakdownIds]}::int[])),
      wanted as (select a.parts || m.value as parts
        from asked a cross join jsonb_array_elements(${JSON.stringify([{}, ...parts.values()])}::jsonb) m)
      select id, parts from breakdowns where parts in (select parts from wanted)`,
  )
  const ids = new Map(rows.map((row) => [canonical(row.parts), row.id]))
  return {
    base: [...base.values()],
    formulas,
    breakdowns: new Map(rows.map((row) => [row.id, row.parts])),
    idOf: (one) => ids.get(canonical(one)),
  }
}

const canonical = (parts: Record<string, string>) =>
  JSON.stringify(Object.entries(parts).toSorted(([one], [other]) => (one < other ? -1 : 1)))
