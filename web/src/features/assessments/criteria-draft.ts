import type { Criterion, Exclusion, ScoringRule } from '@hopluc/shared/criteria'
import type { Rule } from '@hopluc/shared/rules'
import { parseNumber } from '@hopluc/shared/vietnamese-number'
import { points } from './words.tsx'

/** A criterion as it is typed: numbers and steps are words until they are kept. */
export interface Line {
  readonly id: string
  readonly key: string
  readonly above: string | null
  readonly name: string
  readonly max: number | null
  readonly by: ScoringRule['by']
  /** Of a formula or steps. */
  readonly value: string
  /** "500 = 20", a line each. */
  readonly steps: string
  /** Of one that people score. */
  readonly evidence: string
  /** Of all points or none. */
  readonly conditions: Rule
}

export function lineOf(one: Criterion, id: string): Line {
  const { key, above, name, max, rule } = one
  return {
    id,
    key,
    above,
    name,
    max,
    by: rule?.by ?? 'hand',
    value: rule?.by === 'formula' || rule?.by === 'steps' ? rule.value : '',
    steps: rule?.by === 'steps' ? rule.steps.map(stepWords).join('\n') : '',
    evidence: rule?.by === 'hand' ? (rule.evidence ?? '') : '',
    conditions: rule?.by === 'rule' ? rule.rule : [],
  }
}

const stepWords = (step: { from: number; points: number }) =>
  `${points(step.from)} = ${points(step.points)}`

/** The criterion as it is kept, or undefined where its steps cannot be read. */
export function criterionOf(line: Line, isGroup: boolean): Criterion | undefined {
  const { key, above, name, max } = line
  const rule = isGroup ? null : ruleOf(line)
  return rule === undefined ? undefined : { key: key.trim(), above, name: name.trim(), max, rule }
}

function ruleOf({ by, value, steps, evidence, conditions }: Line): ScoringRule | undefined {
  if (by === 'hand') return { by, evidence: evidence.trim() || null }
  if (by === 'formula') return { by, value: value.trim() }
  if (by === 'rule') return conditions.length > 0 ? { by, rule: conditions } : undefined
  const read = stepsOf(steps)
  return read && { by, value: value.trim(), steps: read }
}

/** "500 = 20" a line; undefined where a line is none. */
export function stepsOf(text: string): { from: number; points: number }[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const steps = lines.flatMap((line) => {
    const [from = '', given = '', ...more] = line.split('=')
    const [start, worth] = [parseNumber(from), parseNumber(given)]
    return start.ok && worth.ok && more.length === 0
      ? [{ from: start.value, points: worth.value }]
      : []
  })
  return steps.length === lines.length ? steps : undefined
}

/** One more case in which none is rated, or falls into a band; people say so until it has a rule. */
export function newExclusion(known: readonly Exclusion[]): Exclusion {
  const taken = new Set(known.map(({ key }) => key))
  let at = 1
  while (taken.has(`case${at}`)) at += 1
  return { key: `case${at}`, words: '', rule: null, band: null }
}

/** A case with words, whose rule says something where it has one. */
export const isWhole = ({ words, rule }: Exclusion): boolean =>
  words.trim() !== '' && (rule === null || rule.length > 0)
