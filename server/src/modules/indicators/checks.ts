import type { FormulaFinding } from '@hopluc/shared/indicators'
import { codesOf, type Formula, FormulaError, parseFormula } from './formula.ts'

/** What the checks know of the other indicators. */
export interface KnownIndicator {
  code: string
  measure: string
  formula: string | null
}

export interface FormulaCheck {
  problems: FormulaFinding[]
  codes: string[]
  /** What it would measure; null where that cannot be told, '' of a pure number. */
  measure: string | null
}

/**
 * Whether a formula can stand: every code is there, it does not come back to itself, and only what has
 * one measure is added. `code` is that of the indicator it is for; `measure` what that says of itself.
 */
export function checkFormula(
  text: string,
  code: string | null,
  measure: string | null,
  known: readonly KnownIndicator[],
): FormulaCheck {
  const parsed = parsedOf(text)
  if ('problem' in parsed) return { problems: [parsed.problem], codes: [], measure: null }
  const codes = codesOf(parsed.formula)
  const byCode = new Map(known.map((one) => [one.code, one]))
  const missing = codes.filter((one) => !byCode.has(one) && one !== code)
  if (missing.length > 0)
    return {
      problems: missing.map((one) => ({
        vi: `Không có chỉ tiêu mã ${one}. Hãy kiểm tra lại mã trong danh mục chỉ tiêu.`,
        en: `There is no indicator with the code ${one}. Check the code in the catalogue.`,
      })),
      codes,
      measure: null,
    }
  const cycle = code ? cycleOf(code, codes, byCode) : undefined
  if (cycle)
    return {
      problems: [
        {
          vi: `Công thức quay vòng về chính nó: ${cycle.join(' → ')}.`,
          en: `The formula comes back to itself: ${cycle.join(' → ')}.`,
        },
      ],
      codes,
      measure: null,
    }
  const problems: FormulaFinding[] = []
  const found = measureOf(parsed.formula, byCode, problems)
  if (problems.length === 0 && measure !== null && !fits(found, measure))
    problems.push({
      vi: `Công thức cho ra ${found === '' ? 'một tỷ số' : `đơn vị "${found}"`}, nhưng chỉ tiêu ghi đơn vị "${measure}".`,
      en: `The formula gives ${found === '' ? 'a pure number' : `"${found}"`}, but the indicator is measured in "${measure}".`,
    })
  return { problems, codes, measure: problems.length === 0 ? found : null }
}

function parsedOf(text: string): { formula: Formula } | { problem: FormulaFinding } {
  try {
    return { formula: parseFormula(text) }
  } catch (error) {
    if (error instanceof FormulaError) return { problem: { vi: error.message, en: error.en } }
    throw error
  }
}

/** The way by which a code comes back to itself, if it does. */
function cycleOf(
  code: string,
  codes: readonly string[],
  known: ReadonlyMap<string, KnownIndicator>,
): string[] | undefined {
  const walk = (at: string, way: readonly string[]): string[] | undefined => {
    if (at === code) return [...way, at]
    if (way.includes(at)) return undefined
    const formula = known.get(at)?.formula
    const parsed = formula ? parsedOf(formula) : undefined
    if (!parsed || 'problem' in parsed) return undefined
    for (const next of codesOf(parsed.formula)) {
      const found = walk(next, [...way, at])
      if (found) return found
    }
    return undefined
  }
  for (const next of codes) {
    const found = walk(next, [code])
    if (found) return found
  }
  return undefined
}

/** Null of a number, which takes every measure. */
function measureOf(
  formula: Formula,
  known: ReadonlyMap<string, KnownIndicator>,
  problems: FormulaFinding[],
): string | null {
  const of = (code: string) => known.get(code)?.measure ?? null
  switch (formula.kind) {
    case 'number':
      return null
    case 'value':
      return of(formula.code)
    case 'count':
      return formula.otherwise ? of(formula.otherwise) : 'đơn vị'
    case 'operation': {
      const left = measureOf(formula.left, known, problems)
      const right = measureOf(formula.right, known, problems)
      const { operator } = formula
      if (operator === '+' || operator === '-') {
        const isZero = formula.left.kind === 'number' && formula.left.value === 0
        if (left !== right && !isZero)
          problems.push({
            vi: `Không cộng, trừ được "${left ?? 'số'}" với "${right ?? 'số'}": khác đơn vị tính.`,
            en: `"${left ?? 'number'}" and "${right ?? 'number'}" cannot be added: they differ in measure.`,
          })
        return left ?? right
      }
      if (operator === '/') return quotient(left, right)
      return product(left, right)
    }
  }
}

function quotient(left: string | null, right: string | null): string | null {
  if (right === null || right === '') return left
  if (left === right) return ''
  return left ? `${left}/${right}` : `1/${right}`
}

function product(left: string | null, right: string | null): string | null {
  if (!left) return right ?? left
  if (!right) return left
  if (left.endsWith(`/${right}`)) return left.slice(0, -right.length - 1)
  return right.endsWith(`/${left}`) ? right.slice(0, -left.length - 1) : `${left} × ${right}`
}

const PURE = new Set(['%', 'lần', 'hệ số', ''])

function fits(found: string | null, measure: string): boolean {
  return found === null || (found === '' ? PURE.has(measure) : found === measure)
}
