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
  /** Which of several wholes of a share counts. */
  whole: number | null
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
  /** The indicator is reckoned as the target is: a share has the same whole. */
  isSame: boolean
}

/** What a share that the catalogue computes is a share of. */
export interface Quotient {
  code: string
  part: string
  whole: string
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
/**
 * The indicator that tells how far a target has come; undefined where none does. Of a share the one with
 * its whole, else the first one with its part, which tells something else.
 */
export function indicatorOf(
  counted: Counted,
  fixed: number | null,
  quotients: readonly Quotient[],
): (Pick<Planned, 'isSame'> & { code: string }) | undefined {
  if (counted.by === 'nothing') return undefined
  if (counted.by !== 'share') {
    const code = codeOfCount(counted)
    return code === undefined ? undefined : { code, isSame: true }
  }
  const part = codeOfCount(counted.part)
  const chosen = fixed === null ? undefined : counted.wholes[fixed]
  const wholes = (chosen ? [chosen] : counted.wholes).map(({ of }) => codeOfCount(of))
  const shares = quotients.filter((one) => one.part === part)
  const exact = wholes.length === 1 ? shares.find(({ whole }) => whole === wholes[0]) : undefined
  const found = exact ?? shares[0]
  return found && { code: found.code, isSame: exact !== undefined }
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
  quotients: readonly Quotient[],
): (unitId: Id, code: string, year: number) => Planned | undefined {
  const read = rows.flatMap((row) => {
    const counted = Counted.safeParse(row.counted)
    const expression = TargetExpression.safeParse(row.expression)
    const told = counted.success ? indicatorOf(counted.data, row.whole, quotients) : undefined
    if (!told || !expression.success) return []
    return [{ ...row, ...told, expression: expression.data }]
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
    const { targetId, untilYear, amount, isSame } = target
    return { targetId, bound, untilYear, isAllotted: amount !== null, isSame }
  }
}

function boundOf(
  { expression, amount }: { expression: TargetExpression; amount: number | null },
  year: number,
): Bound | undefined {
  if (amount === null) return boundFor(expression, year)
  return { op: finalBound(expression)?.op === 'at_most' ? 'at_most' : 'at_least', value: amount }
}
