import type { Boundaries, Sum } from '@hopluc/shared/figures'
import type { Indicator } from '@hopluc/shared/indicators'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'
import { compute, listIndicators, quotientOf } from '../indicators/index.ts'
import { baseSums } from './base-sums.ts'
import { countedSums } from './counted.ts'
import { planOf, type SumPlan } from './plan.ts'
import type { BaseState, BaseSum } from './raw-sums.ts'

/** Sums of which units, indicators (by code or id), periods and breakdowns (0: the total). */
export interface SumQuery {
  unitIds: readonly Id[]
  codes?: readonly string[]
  indicatorIds?: readonly Id[]
  periodIds: readonly number[]
  breakdownIds?: readonly number[]
  boundaries: Boundaries
  /** A past day: what was known at its end. */
  knownOn?: PlainDate | null | undefined
}

/**
 * Figures of units: as stated, added up, counted in the register where nobody has stated them, or
 * computed by a formula out of these; of a past day what had been stated by then. Units and periods of which nothing is known have none.
 * `known` is the catalogue, where it has been read.
 */
export async function sumsOn(
  db: Reader,
  query: SumQuery,
  known?: readonly Indicator[],
): Promise<Sum[]> {
  const { unitIds, periodIds, breakdownIds = [0], boundaries, knownOn = null } = query
  if (unitIds.length === 0 || periodIds.length === 0) return []
  const indicators = known ?? (await listIndicators(db))
  const asked = indicators.filter(
    ({ id, code }) => query.codes?.includes(code) || query.indicatorIds?.includes(id),
  )
  const plan = await planOf(db, asked, indicators, breakdownIds)
  const base = {
    unitIds,
    periodIds,
    boundaries,
    knownOn,
    indicatorIds: plan.base.map(({ id }) => id),
    breakdownIds: [...plan.breakdowns.keys()],
  }
  const { sums, states } = await baseSums(db, base)
  const counted = await countedSums(db, base, plan, sums, states)
  const found = new Map([...sums, ...counted].map((sum) => [keyOf(sum), sum]))
  const byCode = new Map(indicators.map((one) => [one.code, one]))
  const stateOf = new Map(states.map((state) => [`${state.unitId} ${state.periodId}`, state]))
  return [...stateOf.values()].flatMap((state) =>
    asked.flatMap((indicator) =>
      breakdownIds.flatMap((breakdownId) => {
        const place = { ...state, indicator, breakdownId }
        const made = indicator.formula
          ? formulaSum(place, { plan, known: found, byCode })
          : found.get(keyOf({ ...place, indicatorId: indicator.id }))
        return made ? [sumOf(place, made)] : []
      }),
    ),
  )
}

interface Place extends BaseState {
  indicator: Indicator
  breakdownId: number
}

interface Made extends Omit<BaseSum, 'unitId' | 'periodId' | 'indicatorId' | 'breakdownId'> {
  shown?: number | null
  isCounted?: boolean
}

export const keyOf = (sum: {
  unitId: Id
  periodId: number
  indicatorId: Id
  breakdownId: number
}) => `${sum.unitId} ${sum.periodId} ${sum.indicatorId} ${sum.breakdownId}`

interface Knowledge {
  plan: SumPlan
  known: ReadonlyMap<string, BaseSum & { isCounted?: boolean }>
  byCode: ReadonlyMap<string, Indicator>
}

function formulaSum(place: Place, knowledge: Knowledge): Made | undefined {
  const formula = knowledge.plan.formulas.get(place.indicator.code)
  if (!formula) return undefined
  const used: Made[] = []
  const lookUp = (code: string, parts: Record<string, string>) => {
    const made = madeOf(code, parts, place, knowledge)
    const indicator = knowledge.byCode.get(code)
    if (!made || !indicator) return undefined
    used.push(made)
    const isWhole = made.reported >= place.expected
    return { value: shownOf(indicator, made), weight: made.weight, isWhole }
  }
  const quotient = quotientOf(formula)
  const shown = compute(formula, lookUp)
  if (used.length === 0) return undefined
  return {
    shown,
    value: quotient ? compute(quotient.over, lookUp) : shown,
    weight: quotient ? compute(quotient.under, lookUp) : null,
    reported: Math.min(...used.map(({ reported }) => reported)),
    isEstimate: used.some(({ isEstimate }) => isEstimate),
    isIncomplete: used.some(({ isIncomplete }) => isIncomplete),
    isCounted: used.every(({ isCounted }) => isCounted),
  }
}

/** A sum, or a formula in a formula, at the same place. */
function madeOf(
  code: string,
  parts: Record<string, string>,
  place: Place,
  knowledge: Knowledge,
): Made | undefined {
  const indicator = knowledge.byCode.get(code)
  const own = knowledge.plan.breakdowns.get(place.breakdownId) ?? {}
  const breakdownId = knowledge.plan.idOf({ ...own, ...parts })
  if (!indicator || breakdownId === undefined) return undefined
  return indicator.formula
    ? formulaSum({ ...place, indicator, breakdownId }, knowledge)
    : knowledge.known.get(keyOf({ ...place, indicatorId: indicator.id, breakdownId }))
}

function shownOf({ addsUp, formula }: Indicator, made: Made): number | null {
  if (formula) return made.shown ?? null
  if (addsUp !== 'mean' && addsUp !== 'ratio') return made.value
  return made.value === null || !made.weight ? null : made.value / made.weight
}

function sumOf(place: Place, made: Made): Sum {
  const { unitId, periodId, breakdownId, indicator, expected, asOf, waiting } = place
  return {
    unitId,
    indicatorId: indicator.id,
    periodId,
    breakdownId,
    value: shownOf(indicator, made),
    total: made.value,
    weight: made.weight,
    expected,
    reported: made.reported,
    missing: Math.max(0, expected - made.reported),
    isEstimate: made.isEstimate,
    isIncomplete: made.isIncomplete,
    isCounted: made.isCounted ?? false,
    waiting: [...waiting],
    asOf,
  }
}
