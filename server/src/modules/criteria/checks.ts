import type { Criterion, CriteriaContent } from '@hopluc/shared/criteria'
import {
  codesOfRule,
  codesIn,
  expressionProblem,
  parseExpression,
  type Problem,
  ruleProblems,
  shown,
} from '../entity-measures/index.ts'
import { leavesOf, rounded } from './scoring.ts'

/** What a set gives at most. */
export const mostOf = (criteria: readonly Criterion[]): number =>
  rounded(leavesOf(criteria).reduce((sum, { max }) => sum + (max ?? 0), 0))

/** Keys of criteria that nobody has filled in: no points, or a value without steps. */
export function openIn(criteria: readonly Criterion[]): string[] {
  return leavesOf(criteria).flatMap(({ key, max, rule }) =>
    max === null || (rule.by === 'steps' && rule.steps.length === 0) ? [key] : [],
  )
}

/** What cannot be kept at all: keys that are not there, expressions that cannot be read. */
export function faultsIn({ criteria, bands, exclusions }: CriteriaContent): Problem[] {
  const keys = criteria.map(({ key }) => key)
  const before = new Set<string>()
  const order = criteria.flatMap(({ key, above }): Problem[] => {
    const isLost = above !== null && !before.has(above)
    before.add(key)
    return isLost
      ? [
          {
            vi: `Tiêu chí ${key}: nhóm ${above} phải đứng trước tiêu chí này.`,
            en: `Criterion ${key}: its group ${above} has to stand before it.`,
          },
        ]
      : []
  })
  const rules = leavesOf(criteria).flatMap(({ key, rule }) => {
    if (rule.by === 'hand') return []
    const found = rule.by === 'rule' ? ruleProblems(rule.rule) : [expressionProblem(rule.value)]
    return found.flatMap((one) =>
      one ? [{ vi: `Tiêu chí ${key}: ${one.vi}`, en: `Criterion ${key}: ${one.en}` }] : [],
    )
  })
  return [
    ...twice(keys, 'Tiêu chí', 'Criterion'),
    ...twice(
      bands.map(({ code }) => code),
      'Mức xếp loại',
      'Band',
    ),
    ...twice(
      exclusions.map(({ key }) => key),
      'Trường hợp loại trừ',
      'Exclusion',
    ),
    ...order,
    ...rules,
    ...exclusions.flatMap(({ rule }) => (rule ? ruleProblems(rule) : [])),
    ...exclusions.flatMap(({ words, band }) =>
      band === null || bands.some(({ code }) => code === band)
        ? []
        : [{ vi: `${words}: không có mức xếp loại này.`, en: `${words}: there is no such band.` }],
    ),
  ]
}

function twice(codes: readonly string[], vi: string, en: string): Problem[] {
  return [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))].map((code) => ({
    vi: `${vi} ${code} có hai lần.`,
    en: `${en} ${code} stands twice.`,
  }))
}

/** Why a set cannot be issued yet; steps that nobody filled in are scored by people. */
export function problemsOf(set: CriteriaContent): Problem[] {
  const { criteria, bands } = set
  const leaves = leavesOf(criteria)
  const none = leaves.filter(({ max }) => max === null).map(({ key }) => key)
  const steps = leaves.flatMap(({ key, max, rule }) =>
    rule.by === 'steps' && max !== null && rule.steps.some(({ points }) => points > max)
      ? [key]
      : [],
  )
  const groups = criteria.flatMap(({ key, max }): Problem[] => {
    const parts = criteria.filter(({ above }) => above === key)
    if (max === null || parts.length === 0 || parts.some((part) => part.max === null)) return []
    const sum = rounded(parts.reduce((all, part) => all + (part.max ?? 0), 0))
    return sum === max
      ? []
      : [
          {
            vi: `Nhóm ${key} ghi ${shown(max)} điểm, các tiêu chí cộng lại ${shown(sum)} điểm.`,
            en: `Group ${key} says ${max} points, its criteria add up to ${sum}.`,
          },
        ]
  })
  const problem = (isWrong: boolean, vi: string, en: string) => (isWrong ? [{ vi, en }] : [])
  return [
    ...faultsIn(set),
    ...problem(leaves.length === 0, 'Chưa có tiêu chí nào.', 'There is no criterion yet.'),
    ...problem(
      none.length > 0,
      `Chưa có điểm tối đa: tiêu chí ${none.join(', ')}.`,
      `No points are set for ${none.join(', ')}.`,
    ),
    ...problem(
      steps.length > 0,
      `Có mức điểm cao hơn điểm tối đa: tiêu chí ${steps.join(', ')}.`,
      `A step gives more than the criterion at most: ${steps.join(', ')}.`,
    ),
    ...groups,
    ...problem(bands.length === 0, 'Chưa có mức xếp loại.', 'There is no band yet.'),
    ...problem(
      bands.length > 0 && !bands.some(({ from }) => from === 0),
      'Mức xếp loại thấp nhất phải tính từ 0 điểm.',
      'The lowest band has to begin at 0 points.',
    ),
    ...problem(
      bands.some(({ isEffective }) => isEffective === null),
      'Chưa chọn mức nào được tính là hoạt động hiệu quả.',
      'Nobody has said which bands count as effective.',
    ),
    ...problem(set.basis === '', 'Chưa ghi căn cứ.', 'The legal basis is missing.'),
  ]
}

/** Codes of all measures that scoring under a set asks for. */
export function codesOfSet({
  criteria,
  exclusions,
}: Pick<CriteriaContent, 'criteria' | 'exclusions'>): string[] {
  const ofRules = leavesOf(criteria).flatMap(({ rule }) => {
    if (rule.by === 'hand') return []
    return rule.by === 'rule' ? codesOfRule(rule.rule) : codesIn(parseExpression(rule.value))
  })
  const ofExclusions = exclusions.flatMap(({ rule }) => (rule ? codesOfRule(rule) : []))
  return [...new Set([...ofRules, ...ofExclusions])]
}
