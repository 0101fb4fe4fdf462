import type { Rule, SimpleCondition } from '@hopluc/shared/rules'
import { FormulaError } from '../indicators/index.ts'
import { measureNamed } from './catalogue.ts'
import { parseExpression } from './compute.ts'

/** Why something cannot be kept, in words. */
export interface Problem {
  vi: string
  en: string
}

/** Why an expression cannot be calculated; undefined if it can. */
export function expressionProblem(text: string): Problem | undefined {
  try {
    parseExpression(text)
    return undefined
  } catch (error) {
    if (error instanceof FormulaError) return { vi: error.message, en: error.en }
    throw error
  }
}

/** Why a rule cannot be kept: expressions that cannot be read, measures that are not of that type. */
export function ruleProblems(rule: Rule): Problem[] {
  return rule.flatMap((one) => (one.by === 'any' ? one.of.flatMap(problemsOf) : problemsOf(one)))
}

function problemsOf(condition: SimpleCondition): Problem[] {
  if (condition.by === 'compare')
    return [expressionProblem(condition.value), expressionProblem(condition.to)].filter(
      (one) => one !== undefined,
    )
  const measure = measureNamed(condition.code)
  const type = condition.by === 'is' ? 'yes_no' : 'code'
  if (!measure)
    return [
      {
        vi: `Không có số đo mã ${condition.code}. Hãy chọn trong danh mục số đo.`,
        en: `There is no measure with the code ${condition.code}.`,
      },
    ]
  if (measure.type === type) return []
  return [
    {
      vi: `${measure.vi} không dùng được trong điều kiện này.`,
      en: `${measure.en} cannot be used in this condition.`,
    },
  ]
}
