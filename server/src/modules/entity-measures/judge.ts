import type { Condition, Outcome, Rule, SimpleCondition } from '@hopluc/shared/rules'
import { compares } from './compare.ts'
import { parseExpression } from './compute.ts'
import type { Formula } from '../indicators/index.ts'
import type { Measures } from './types.ts'

type Verdict = (measures: Measures) => Outcome

/**
 * How rules come out without saying why, for thousands of entities: a condition that several rules share
 * is judged once an entity. `explain` says the same of one, in words.
 * @throws FormulaError where an expression cannot be read
 */
export function judging(rules: readonly Rule[]): (measures: Measures) => Outcome[] {
  const places = new Map<string, number>()
  const verdicts: Verdict[] = []
  const asked = rules.map((rule) =>
    rule.map((condition) => {
      const key = JSON.stringify(condition)
      const known = places.get(key)
      if (known !== undefined) return known
      places.set(key, verdicts.length)
      return verdicts.push(verdictOf(condition)) - 1
    }),
  )
  return (measures) => {
    const outcomes = verdicts.map((verdict) => verdict(measures))
    return asked.map((rule) => allOf(rule.map((place) => outcomes[place] ?? 'unknown')))
  }
}

/** What is not met decides first, then what is not known. */
export function allOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('not_met')) return 'not_met'
  return outcomes.includes('unknown') ? 'unknown' : 'met'
}

/** One is enough. */
export function anyOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('met')) return 'met'
  return outcomes.includes('unknown') ? 'unknown' : 'not_met'
}

function verdictOf(condition: Condition): Verdict {
  if (condition.by !== 'any') return simple(condition)
  const parts = condition.of.map(simple)
  return (measures) => anyOf(parts.map((part) => part(measures)))
}

function simple(condition: SimpleCondition): Verdict {
  if (condition.by === 'compare') {
    const [left, right] = [parseExpression(condition.value), parseExpression(condition.to)]
    return (measures) => {
      const [has, wanted] = [numberFor(left, measures), numberFor(right, measures)]
      if (has === undefined || wanted === undefined) return 'unknown'
      return compares(has, condition.op, wanted) ? 'met' : 'not_met'
    }
  }
  return (measures) => {
    const known = measures.get(condition.code)
    if (!known || 'missing' in known) return 'unknown'
    const { value } = known
    const has = Array.isArray(value) ? value.map(String) : [String(value)]
    const isMet =
      condition.by === 'is'
        ? value === condition.value
        : condition.values.some((one) => has.includes(one))
    return isMet ? 'met' : 'not_met'
  }
}

/** As `computeFor`, without the reason why there is none. */
function numberFor(formula: Formula, measures: Measures): number | undefined {
  switch (formula.kind) {
    case 'number':
      return formula.value
    case 'value': {
      const known = measures.get(formula.code)
      return known && 'value' in known && typeof known.value === 'number' ? known.value : undefined
    }
    case 'count':
      return undefined
    case 'operation': {
      const left = numberFor(formula.left, measures)
      const right = left === undefined ? undefined : numberFor(formula.right, measures)
      if (left === undefined || right === undefined) return undefined
      if (formula.operator === '+') return left + right
      if (formula.operator === '-') return left - right
      if (formula.operator === '*') return left * right
      return right === 0 ? undefined : left / right
    }
  }
}
