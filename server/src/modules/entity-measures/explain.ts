import type { Comparison, Condition, Explained, Rule, SimpleCondition } from '@hopluc/shared/rules'
import { compares } from './compare.ts'
import { measureNamed, labelOf } from './catalogue.ts'
import { codesIn, computeFor, parseExpression, shown, unitOf, wordsOf } from './compute.ts'
import { allOf, anyOf } from './judge.ts'
import type { Measures } from './types.ts'

type One = Explained['conditions'][number]

/**
 * Whether a rule holds of one cooperative, condition by condition and in words: what it has, what is
 * asked, what is missing. Without conditions it holds.
 * @throws FormulaError where an expression cannot be read: check it with `ruleProblems` when it is kept
 */
export function explain(rule: Rule, measures: Measures): Explained {
  const conditions = rule.map((one) => explainOne(one, measures))
  return { outcome: allOf(conditions.map(({ outcome }) => outcome)), conditions }
}

function explainOne(condition: Condition, measures: Measures): One {
  if (condition.by !== 'any') return explainSimple(condition, measures)
  const parts = condition.of.map((one) => explainSimple(one, measures))
  const outcome = anyOf(parts.map((part) => part.outcome))
  return {
    outcome,
    vi: parts.map(({ vi }) => vi).join('; hoặc '),
    missing: outcome === 'met' ? [] : [...new Set(parts.flatMap(({ missing }) => missing))],
  }
}

function explainSimple(condition: SimpleCondition, measures: Measures): One {
  if (condition.by === 'compare') return explainComparison(condition, measures)
  const { code } = condition
  const label = labelOf(code)
  const wanted =
    condition.by === 'is'
      ? condition.value
        ? 'có'
        : 'không'
      : condition.values.map((value) => optionOf(code, value)).join(', ')
  const known = measures.get(code)
  if (!known || 'missing' in known)
    return unknown(`${label}: chưa rõ (${known?.missing ?? 'chưa có số liệu'}), cần: ${wanted}`, [
      code,
    ])
  const { value } = known
  const has = Array.isArray(value) ? value.map(String) : [String(value)]
  const isMet =
    condition.by === 'is'
      ? value === condition.value
      : condition.values.some((one) => has.includes(one))
  const said =
    typeof value === 'boolean'
      ? value
        ? 'có'
        : 'không'
      : has.map((one) => optionOf(code, one)).join(', ') || 'không có'
  return {
    outcome: isMet ? 'met' : 'not_met',
    vi: isMet ? `${label}: ${said}` : `${label}: ${said}, cần: ${wanted}`,
    missing: [],
  }
}

const optionOf = (code: string, value: string): string =>
  measureNamed(code)?.options.find((one) => one.code === value)?.vi ?? value

const ASKED: Record<Comparison, (to: string) => string> = {
  '>=': (to) => `từ ${to} trở lên`,
  '>': (to) => `trên ${to}`,
  '<=': (to) => `không quá ${to}`,
  '<': (to) => `dưới ${to}`,
  '=': (to) => `bằng ${to}`,
  '<>': (to) => `khác ${to}`,
}

function explainComparison(
  { value, op, to }: SimpleCondition & { by: 'compare' },
  measures: Measures,
): One {
  const [left, right] = [parseExpression(value), parseExpression(to)]
  const unit = unitOf(left)
  const [has, wanted] = [computeFor(left, measures), computeFor(right, measures)]
  const label = wordsOf(left)
  const bound =
    'missing' in wanted
      ? wordsOf(right)
      : `${shown(wanted.value)}${unit}${right.kind === 'number' ? '' : ` (${wordsOf(right)})`}`
  const asked = ASKED[op](bound)
  if ('missing' in has)
    return unknown(`${label}: không tính được vì ${has.why}; cần ${asked}`, has.missing)
  const said = `${label}: ${shown(has.value)}${unit}`
  if ('missing' in wanted)
    return unknown(`${said}; không so sánh được vì ${wanted.why}; cần ${asked}`, wanted.missing)
  const isMet = compares(has.value, op, wanted.value)
  return {
    outcome: isMet ? 'met' : 'not_met',
    vi: isMet ? `${said} (${asked})` : `${said}, cần ${asked}`,
    missing: [],
  }
}

const unknown = (vi: string, missing: readonly string[]): One => ({
  outcome: 'unknown',
  vi,
  missing: [...missing],
})

/** Codes of all measures that a rule asks for. */
export function codesOfRule(rule: Rule): string[] {
  const simple = rule.flatMap((one) => (one.by === 'any' ? one.of : [one]))
  return [
    ...new Set(
      simple.flatMap((one) =>
        one.by === 'compare'
          ? [...codesIn(parseExpression(one.value)), ...codesIn(parseExpression(one.to))]
          : [one.code],
      ),
    ),
  ]
}
