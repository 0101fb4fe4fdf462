import type { Band, Criterion, Exclusion, ScoringRule } from '@hopluc/shared/criteria'
import {
  computeFor,
  explain,
  type Measures,
  parseExpression,
  shown,
  unitOf,
  wordsOf,
} from '../entity-measures/index.ts'

/** A criterion that gives points itself. */
export type Leaf = Criterion & { rule: ScoringRule }

/** Criteria that nobody names as above, in their order. */
export function leavesOf(criteria: readonly Criterion[]): Leaf[] {
  const groups = new Set(criteria.map(({ above }) => above))
  return criteria.flatMap((one) =>
    groups.has(one.key) ? [] : [{ ...one, rule: one.rule ?? HAND }],
  )
}
const HAND: ScoringRule = { by: 'hand', evidence: null }

/** Points that a rule gives, or why people have to. */
export interface Scored {
  points: number | null
  why: string
}

/**
 * Points of one criterion for one cooperative. What is missing gives none and says so: never a silent
 * zero.
 * @throws FormulaError of an expression that could not have been issued
 */
export function scoreLeaf({ rule, max }: Leaf, measures: Measures): Scored {
  switch (rule.by) {
    case 'hand':
      return { points: null, why: 'Chấm theo minh chứng' }
    case 'rule': {
      const { outcome, conditions } = explain(rule.rule, measures)
      const why = conditions.map(({ vi }) => vi).join('; ')
      if (outcome === 'unknown') return { points: null, why }
      return { points: outcome === 'met' ? (max ?? 0) : 0, why }
    }
    case 'formula':
    case 'steps': {
      const formula = parseExpression(rule.value)
      const computed = computeFor(formula, measures)
      const label = wordsOf(formula)
      if ('missing' in computed)
        return { points: null, why: `${label}: không tính được vì ${computed.why}` }
      const said = `${label}: ${shown(computed.value)}${unitOf(formula)}`
      if (rule.by === 'formula')
        return { points: rounded(Math.min(Math.max(computed.value, 0), max ?? 0)), why: said }
      if (rule.steps.length === 0)
        return { points: null, why: `${said}. Chưa có mức điểm, chấm theo văn bản` }
      const reached = stepFor(rule.steps, computed.value)
      if (!reached) return { points: 0, why: `${said}, chưa đạt mức thấp nhất` }
      return {
        points: Math.min(reached.points, max ?? reached.points),
        why: `${said}, đạt mức từ ${shown(reached.from)}${unitOf(formula)}`,
      }
    }
  }
}

type Step = Extract<ScoringRule, { by: 'steps' }>['steps'][number]

/** The highest step that a value reaches; a millionth less still does. */
export function stepFor(steps: readonly Step[], value: number): Step | undefined {
  const near = 1e-6 * Math.max(1, Math.abs(value))
  return steps
    .filter(({ from }) => value >= from - near)
    .toSorted((one, other) => other.from - one.from)[0]
}

/** Points have two decimals at most; sums of binary fractions do not show. */
export const rounded = (points: number): number => Math.round(points * 100) / 100

/** The whole of one cooperative: between what is certain and what may still come. */
export interface Total {
  /** What is known so far. */
  total: number
  /** With all that is not known at its most. */
  highest: number
  /** Null while what is missing could still change it. */
  band: string | null
  isWhole: boolean
}

export function totalOf(
  { criteria, bands }: { criteria: readonly Criterion[]; bands: readonly Band[] },
  points: ReadonlyMap<string, number | null>,
): Total {
  const leaves = leavesOf(criteria)
  const known = leaves.map(({ key, max }) => ({ max: max ?? 0, points: points.get(key) ?? null }))
  const total = rounded(known.reduce((sum, one) => sum + (one.points ?? 0), 0))
  const highest = rounded(known.reduce((sum, one) => sum + (one.points ?? one.max), 0))
  const [low, high] = [bandFor(bands, total), bandFor(bands, highest)]
  return {
    total,
    highest,
    band: low === high ? low : null,
    isWhole: known.every((one) => one.points !== null),
  }
}

/** The band of so many points; none where the set has no band so low. */
export function bandFor(bands: readonly Band[], total: number): string | null {
  return (
    bands
      .filter(({ from }) => total >= from - 1e-6)
      .toSorted((one, other) => other.from - one.from)[0]?.code ?? null
  )
}

/** An exclusion that holds of one, or that cannot be told. */
export interface Excluded {
  key: string
  words: string
  band: string | null
  outcome: 'met' | 'unknown'
  why: string
}

/** Which exclusions hold by their rules; those by people are left to people. */
export function excludedBy(exclusions: readonly Exclusion[], measures: Measures): Excluded[] {
  return exclusions.flatMap(({ key, words, band, rule }) => {
    if (rule === null) return []
    const { outcome, conditions } = explain(rule, measures)
    if (outcome === 'not_met') return []
    return [{ key, words, band, outcome, why: conditions.map(({ vi }) => vi).join('; ') }]
  })
}
