import {
  type Bound,
  boundFor,
  Counted,
  type CountOf,
  finalBound,
  TargetExpression,
} from '@hopluc/shared/plans'
import type { Id } from '@hopluc/shared/values'

/** A target of an issued plan, for the plan's own unit or as it was handed down to one below. */
export interface TargetRow {
  targetId: Id
  unitId: Id
  kind: 'period' | 'year'
  fromYear: number
  untilYear: number
  expression: unknown
  counted: unknown
  /** What was handed down; null of the plan's own unit. */
  amount: number | null
}

/** What is planned of an indicator. */
export interface Planned {
  targetId: Id
  bound: Bound
  /** The last year of the plan. */
  untilYear: number
  /** Handed down by the plan of a unit above. */
  isAllotted: boolean
}

/** Indicators that count what a plan's register rule counts, by the kind of entity. */
const BY_RULE: Readonly<Record<string, string>> = {
  'founded cooperative': 'H2',
  'dissolved cooperative': 'H3',
  'active cooperative': 'H1a',
  'ocop cooperative': 'H7',
  'high_tech cooperative': 'H5',
  'founded union': 'L2',
  'dissolved union': 'L3',
  'founded group': 'T2',
  'dissolved group': 'T3',
}
/** Shares of a whole, by the indicator of the part. */
const SHARES: Readonly<Record<string, string>> = { H4: 'H4p', H4k: 'H4kp', H5: 'H5p', H6: 'H6p' }

/** The indicator that tells how far a target has come; undefined where none does. */
export function codeOf(counted: Counted): string | undefined {
  if (counted.by === 'nothing') return undefined
  if (counted.by !== 'share') return codeOfCount(counted)
  const part = codeOfCount(counted.part)
  return part === undefined ? undefined : SHARES[part]
}

function codeOfCount(source: CountOf): string | undefined {
  if (source.by === 'figure') return source.code
  const kinds = source.kinds.filter((kind) => kind !== 'credit_fund')
  return kinds.length === 1 ? BY_RULE[`${source.rule} ${kinds[0]}`] : undefined
}

/**
 * What holds for a unit and year: of the year's own plan first, of the unit's own before what was handed
 * down. What adds up over a year is never compared with a plan of several years.
 */
export function plannedBy(
  rows: readonly TargetRow[],
  addsUpOverTime: (code: string) => boolean,
): (unitId: Id, code: string, year: number) => Planned | undefined {
  const read = rows.flatMap((row) => {
    const counted = Counted.safeParse(row.counted)
    const expression = TargetExpression.safeParse(row.expression)
    const code = counted.success ? codeOf(counted.data) : undefined
    if (code === undefined || !expression.success) return []
    return [{ ...row, code, expression: expression.data }]
  })
  const rank = (row: TargetRow) => (row.kind === 'year' ? 0 : 2) + (row.amount === null ? 0 : 1)
  const byCell = Map.groupBy(
    read.toSorted((one, other) => rank(one) - rank(other)),
    ({ unitId, code }) => `${unitId} ${code}`,
  )
  return (unitId, code, year) => {
    const target = byCell
      .get(`${unitId} ${code}`)
      ?.find(
        (row) =>
          row.fromYear <= year &&
          year <= row.untilYear &&
          (row.kind === 'year' || !addsUpOverTime(code)),
      )
    const bound = target && boundOf(target, year)
    if (!bound) return undefined
    const { targetId, untilYear, amount } = target
    return { targetId, bound, untilYear, isAllotted: amount !== null }
  }
}

function boundOf(
  { expression, amount }: { expression: TargetExpression; amount: number | null },
  year: number,
): Bound | undefined {
  if (amount === null) return boundFor(expression, year)
  return { op: finalBound(expression)?.op === 'at_most' ? 'at_most' : 'at_least', value: amount }
}
