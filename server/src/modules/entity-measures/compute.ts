import { type Formula, FormulaError, parseFormula } from '../indicators/index.ts'
import { labelOf, measureNamed } from './catalogue.ts'
import type { Measures } from './types.ts'

/** A number, or why there is none, in Vietnamese, with the measures that are missing. */
export type Computed =
  { readonly value: number } | { readonly missing: readonly string[]; readonly why: string }

/**
 * Reads an expression over measures: only what has a number can be calculated with.
 * @throws FormulaError in words
 */
export function parseExpression(text: string): Formula {
  const known = PARSED.get(text)
  if (known) return known
  const formula = parseFormula(text)
  for (const code of codesIn(formula)) assertNumber(code)
  if (PARSED.size > MOST_KEPT) PARSED.clear()
  PARSED.set(text, formula)
  return formula
}
const PARSED = new Map<string, Formula>()
const MOST_KEPT = 2000

function assertNumber(code: string): void {
  const measure = measureNamed(code)
  if (!measure)
    throw new FormulaError(
      `Không có số đo mã ${code}. Hãy chọn trong danh mục số đo.`,
      `There is no measure with the code ${code}. Choose one of the list.`,
    )
  if (measure.type !== 'number')
    throw new FormulaError(
      `${measure.vi} không phải là số, không tính toán được.`,
      `${measure.en} is not a number and cannot be calculated with.`,
    )
}

/** Codes that a formula names; what asks for more than a value is not for cooperatives. */
export function codesIn(formula: Formula): string[] {
  switch (formula.kind) {
    case 'number':
      return []
    case 'value':
      if (Object.keys(formula.parts).length > 0) throw noFunction()
      return [formula.code]
    case 'count':
      throw noFunction()
    case 'operation':
      return [...codesIn(formula.left), ...codesIn(formula.right)]
  }
}

const noFunction = () =>
  new FormulaError(
    'Công thức về một HTX chỉ dùng số đo, số, + − × ÷ và dấu ngoặc.',
    'A formula about a cooperative takes measures, numbers, + − × ÷ and parentheses only.',
  )

/** What is missing, or divides by nothing, makes the whole not computable: never zero. */
export function computeFor(formula: Formula, measures: Measures): Computed {
  switch (formula.kind) {
    case 'number':
      return { value: formula.value }
    case 'value':
      return valueOf(formula.code, measures)
    case 'count':
      return { missing: [], why: 'công thức không dùng được cho một HTX' }
    case 'operation': {
      const [left, right] = [
        computeFor(formula.left, measures),
        computeFor(formula.right, measures),
      ]
      if ('missing' in left)
        return 'missing' in right
          ? {
              missing: [...new Set([...left.missing, ...right.missing])],
              why: left.why === right.why ? left.why : `${left.why}; ${right.why}`,
            }
          : left
      if ('missing' in right) return right
      if (formula.operator === '+') return { value: left.value + right.value }
      if (formula.operator === '-') return { value: left.value - right.value }
      if (formula.operator === '*') return { value: left.value * right.value }
      if (right.value !== 0) return { value: left.value / right.value }
      return {
        missing: codesIn(formula.right),
        why: `${wordsOf(formula.right)} bằng 0, không chia được`,
      }
    }
  }
}

function valueOf(code: string, measures: Measures): Computed {
  const known = measures.get(code)
  if (!known) return { missing: [code], why: `chưa có ${labelOf(code)}` }
  if ('missing' in known) return { missing: [code], why: known.missing }
  return typeof known.value === 'number'
    ? { value: known.value }
    : { missing: [code], why: `${labelOf(code)} không phải là số` }
}

const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const

/** A formula with its measures named: "Lãi trước thuế ÷ Doanh thu × 100". */
export function wordsOf(formula: Formula): string {
  switch (formula.kind) {
    case 'number':
      return shown(formula.value)
    case 'value':
    case 'count':
      return labelOf(formula.code)
    case 'operation': {
      const inner = (part: Formula) =>
        part.kind === 'operation' && '*/'.includes(formula.operator) && '+-'.includes(part.operator)
          ? `(${wordsOf(part)})`
          : wordsOf(part)
      return `${inner(formula.left)} ${SIGNS[formula.operator]} ${inner(formula.right)}`
    }
  }
}

/** The unit of a single measure; of what is calculated there is none to say. */
export function unitOf(formula: Formula): string {
  if (formula.kind !== 'value') return ''
  const unit = measureNamed(formula.code)?.unit
  return unit ? ` ${unit}` : ''
}

const FORMAT = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })
export const shown = (value: number): string => FORMAT.format(value)
