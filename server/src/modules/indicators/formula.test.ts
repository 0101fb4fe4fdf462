import { expect, test } from 'vitest'
import { checkFormula, type KnownIndicator } from './checks.ts'
import { codesOf, compute, FormulaError, parseFormula, quotientOf } from './formula.ts'

const KNOWN: KnownIndicator[] = [
  { code: 'H1', measure: 'HTX', formula: null },
  { code: 'H4', measure: 'HTX', formula: null },
  { code: 'H8', measure: 'người', formula: null },
  { code: 'H10', measure: 'triệu đồng', formula: null },
  { code: 'H10b', measure: 'triệu đồng/HTX', formula: '[H10] / [H1]' },
  { code: 'X', measure: 'HTX', formula: '[Y] + [H1]' },
  { code: 'Y', measure: 'HTX', formula: '[H4]' },
]
const check = (formula: string, code: string | null = null, measure: string | null = null) =>
  checkFormula(formula, code, measure, KNOWN)
/** Sums as published for the end of 2024, in tỷ đồng. */
const TOTALS: Record<string, number> = {
  revenue: 95_273.695,
  capital: 68_013.075,
  assets: 178_941.775,
  count: 33_557,
}
const known = (code: string) => {
  const value = TOTALS[code]
  return value === undefined ? undefined : { value, weight: null }
}

test.each([
  ['[revenue] / [count]', '2.839'],
  ['[assets] / [count]', '5.332'],
  ['[capital] ÷ [count]', '2.027'],
  ['[revenue] / reported([revenue], [count])', '2.839'],
  ['([revenue] − [capital]) × 2 / 2', '27260.620'],
])('the averages of 2024 come out of their totals: %s', (formula, value) => {
  expect(compute(parseFormula(formula), known)?.toFixed(3)).toBe(value)
})

test('what is missing, or divided by nothing, is no zero', () => {
  expect(compute(parseFormula('[revenue] / [unknown]'), known)).toBeNull()
  expect(compute(parseFormula('[revenue] / ([count] - [count])'), known)).toBeNull()
  expect(compute(parseFormula('[unknown] + 1'), known)).toBeNull()
})

test('what stands in for a count does so only where all have reported', () => {
  const formula = parseFormula('[revenue] / reported([revenue], [count])')
  const partly = (code: string) => ({
    ...known(code),
    value: TOTALS[code] ?? null,
    weight: null,
    isWhole: false,
  })
  expect(compute(formula, partly)).toBeNull()
})

test('a quotient is known through per cent; parts and counts are named', () => {
  const formula = parseFormula("part([H16], 'training', 'college') / [H16] * 100")
  expect(quotientOf(formula)?.under).toEqual({ kind: 'value', code: 'H16', parts: {} })
  expect(codesOf(parseFormula('[H10] / reported([H10], [H1])'))).toEqual(['H10', 'H1'])
})

test.each([
  ['[H10] /', 'Không đọc được công thức'],
  ['H10 / [H1]', 'trong ngoặc vuông: [H10]'],
  ['[H10] % 2', 'không dùng %'],
  ["'a' + [H1]", 'không dùng "a"'],
  ['sum([H1])', 'Không có hàm sum'],
  ['[H1, H2]', 'Không đọc được công thức'],
])('%s is no formula, and it is said why', (text, words) => {
  expect(() => parseFormula(text)).toThrow(FormulaError)
  expect(check(text).problems[0]?.vi).toContain(words)
})

test('a code that is not there, a way back to itself and measures that differ are found', () => {
  expect(check('[H10] / [H99]').problems[0]?.vi).toContain('Không có chỉ tiêu mã H99')
  expect(check('[X] + [H4]', 'Y').problems[0]?.vi).toContain('Y → X → Y')
  expect(check('[H4]', 'H4').problems[0]?.vi).toContain('quay vòng')
  expect(check('[H10] + [H8]').problems[0]?.vi).toContain('khác đơn vị tính')
  expect(check('[H10] / [H1]', null, 'người').problems[0]?.vi).toContain('triệu đồng/HTX')
})

test('a formula that fits has no problem', () => {
  expect(check('[H10] / [H1]', 'H10b', 'triệu đồng/HTX').problems).toEqual([])
  expect(check('[H4] / [H1] * 100', null, '%')).toMatchObject({ problems: [], measure: '' })
  expect(check('[H10b] * [H1]')).toMatchObject({ problems: [], measure: 'triệu đồng' })
})
