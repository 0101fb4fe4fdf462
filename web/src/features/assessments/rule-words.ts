import type { ScoringRule } from '@hopluc/shared/criteria'
import type { Condition, Measure } from '@hopluc/shared/rules'
import { language, t } from '../../lib/i18n.ts'
import { points } from './words.tsx'

/** An expression with its measures named. */
export function expressionWords(text: string, measures: readonly Measure[]): string {
  const names = new Map(measures.map((one) => [one.code, one[language()]]))
  return text
    .replaceAll(/\[([^\]]+)\]/g, (_whole, code: string) => names.get(code) ?? code)
    .replaceAll('*', '×')
    .replaceAll('/', '÷')
}

/** How a criterion gives its points, a line each. */
export function ruleLines(rule: ScoringRule | null, measures: readonly Measure[]): string[] {
  if (rule === null || rule.by === 'hand')
    return [rule?.evidence ? t('assess.evidence', { words: rule.evidence }) : t('assess.rule.hand')]
  if (rule.by === 'rule') return rule.rule.map((one) => conditionWords(one, measures))
  const value = expressionWords(rule.value, measures)
  if (rule.by === 'formula') return [t('assess.rule.formula', { value })]
  const steps = rule.steps.map((step) =>
    t('assess.rule.step', { from: points(step.from), points: points(step.points) }),
  )
  return steps.length === 0 ? [value] : [`${value}: ${steps.join('; ')}`]
}

function conditionWords(condition: Condition, measures: readonly Measure[]): string {
  const words = (text: string) => expressionWords(text, measures)
  switch (condition.by) {
    case 'compare':
      return `${words(condition.value)} ${condition.op} ${words(condition.to)}`
    case 'is':
      return `${words(`[${condition.code}]`)}: ${t(condition.value ? 'assess.yes' : 'assess.no')}`
    case 'in':
      return `${words(`[${condition.code}]`)}: ${condition.values.join(', ')}`
    case 'any':
      return condition.of.map((one) => conditionWords(one, measures)).join(` ${t('assess.or')} `)
  }
}
