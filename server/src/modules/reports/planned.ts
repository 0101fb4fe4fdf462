import { boundFor, Counted, TargetExpression } from '@hopluc/shared/plans'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import { figureKey, type Measure, type Wanted } from './content.ts'

interface TargetRow {
  unitId: Id
  kind: 'period' | 'year'
  fromYear: number
  untilYear: number
  expression: unknown
  counted: unknown
}

/** Indicators that count what a plan's register rule counts. */
const BY_RULE: Readonly<Record<string, string>> = {
  founded: 'H2',
  dissolved: 'H3',
  active: 'H1a',
  ocop: 'H7',
  high_tech: 'H5',
}
/** What adds up over a year is compared with the plan of that year alone. */
const IN_THE_YEAR: readonly string[] = [
  'H2',
  'H3',
  'H8m',
  'H9m',
  'H10',
  'H11',
  'H15',
  'L2',
  'L3',
  'T2',
  'T3',
]
/** Shares of a whole, by the indicator of the part. */
const SHARES: Readonly<Record<string, string>> = { H4: 'H4p', H4k: 'H4kp', H5: 'H5p', H6: 'H6p' }

/** What issued plans aim at, by `figureKey`: of the year's own plan first, else of the plan of years. */
export async function plannedValues(
  db: Reader,
  wanted: readonly Wanted[],
  measures: ReadonlyMap<string, Measure>,
): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  if (wanted.length === 0) return found
  const unitIds = [...new Set(wanted.map(({ unitId }) => unitId))]
  const rows = await rowsOf(
    db,
    sql<TargetRow>`select p.unit_id as "unitId", p.kind, extract(year from p.from_on)::int as "fromYear",
        extract(year from p.until_on)::int as "untilYear", t.expression, t.counted
      from plans p join targets t on t.plan_id = p.id
      where p.state = 'issued' and p.unit_id = any (${unitIds}::uuid[])
      order by p.kind desc, t.position`,
  )
  const targets = rows.flatMap((row) => {
    const code = codeOf(row.counted)
    const expression = TargetExpression.safeParse(row.expression)
    return code && expression.success ? [{ ...row, code, expression: expression.data }] : []
  })
  for (const one of wanted) {
    const code = measures.get(one.code.toLowerCase())?.code
    const { year } = one.period
    const target = targets.find(
      (row) =>
        row.unitId === one.unitId &&
        row.code === code &&
        row.fromYear <= year &&
        year <= row.untilYear &&
        (row.kind === 'year' || !IN_THE_YEAR.includes(row.code)),
    )
    const bound = target && Object.keys(one.parts).length === 0 && boundFor(target.expression, year)
    if (bound) found.set(figureKey(one), bound.value)
  }
  return found
}

/** The indicator that tells how far a target has come; undefined where none does. */
function codeOf(stored: unknown): string | undefined {
  const { data: counted } = Counted.safeParse(stored)
  if (!counted || counted.by === 'nothing') return undefined
  if (counted.by === 'figure') return counted.code
  if (counted.by === 'register') return BY_RULE[counted.rule]
  const part = counted.part.by === 'figure' ? counted.part.code : BY_RULE[counted.part.rule]
  return part === undefined ? undefined : SHARES[part]
}
