import type { FigurePlaceholder, FigureRef, Test } from './placeholders.ts'
import { againstWords } from './periods.ts'

/** What is printed, and listed before issue, where nobody has stated a figure. */
export const NO_FIGURE = 'chưa có số liệu'

/** In columns of plans, estimates and shares, where nothing is known: told under the table. */
export const NOT_KNOWN = '…'

/** How an indicator is counted. */
export interface Measured {
  measure: string
}

type Shown = Pick<FigurePlaceholder, 'show' | 'against' | 'digits' | 'scale' | 'hasMeasure'> & {
  side: FigureRef['side']
}

/** As officers write numbers: 455.523 and 70,5. */
export function numberWords(value: number, digits: number | null = null): string {
  const most = digits ?? (Number.isInteger(value) ? 0 : 1)
  const least = digits ?? 0
  const format = { maximumFractionDigits: most, minimumFractionDigits: least }
  return new Intl.NumberFormat('vi-VN', format).format(value)
}

/** A figure as it stands in the report, beside what it is compared with. */
export function printFigure(
  shown: Shown,
  { measure }: Measured,
  value: number | null,
  compared: number | null,
): string {
  const isNumber = shown.show !== 'value' && shown.show !== 'sentence'
  if (value === null) return shown.side === 'done' && !isNumber ? NO_FIGURE : NOT_KNOWN
  const divide = shown.scale?.divide ?? 1
  const unit = shown.scale?.measure ?? measure
  const own = value / divide
  if (shown.show === 'value')
    return shown.hasMeasure
      ? withMeasure(numberWords(own, shown.digits), unit)
      : numberWords(own, shown.digits)
  const { against } = shown
  const isPlan = against === 'plan'
  if (compared === null && isNumber) return NOT_KNOWN
  if (compared === null) return isPlan ? 'chưa có kế hoạch' : `${NO_FIGURE} để so sánh`
  if (shown.show === 'percent') return percent(value, compared, shown.digits)
  const gap = own - compared / divide
  if (shown.show === 'difference') return signed(gap, shown.digits)
  if (isPlan) return `đạt ${percent(value, compared, shown.digits)} kế hoạch`
  const other = againstWords(against ?? 'same')
  return changeWords(gap, compared / divide, unit, other, shown.digits)
}

function withMeasure(number: string, measure: string): string {
  return measure === '%' ? `${number}%` : `${number} ${measure}`
}

function percent(value: number, compared: number, digits: number | null): string {
  if (compared === 0) return NOT_KNOWN
  return `${numberWords(rounded((value / compared) * 100, digits ?? 1), digits)}%`
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

function signed(gap: number, digits: number | null): string {
  const size = rounded(Math.abs(gap), digits ?? 1)
  const sign = size === 0 ? '' : gap > 0 ? '+' : '−'
  return `${sign}${numberWords(size, digits)}`
}

function changeWords(
  gap: number,
  before: number,
  measure: string,
  other: string,
  digits: number | null,
): string {
  const size = rounded(Math.abs(gap), digits ?? 1)
  if (size === 0) return `bằng ${other}`
  const verb = gap > 0 ? 'tăng' : 'giảm'
  if (measure === '%') return `${verb} ${numberWords(size, digits)} điểm phần trăm so với ${other}`
  const share = before === 0 ? '' : ` (${numberWords(rounded((size / before) * 100, 1))}%)`
  return `${verb} ${withMeasure(numberWords(size, digits), measure)}${share} so với ${other}`
}

/** Whether a condition over a figure holds; what is not known holds nothing. */
export function holds(
  test: Exclude<Test, { kind: 'any' }>,
  value: number | null,
  compared: number | null,
): boolean {
  if (value === null) return false
  if (test.kind === 'known') return true
  if (test.kind === 'number') return COMPARE[test.is](value, test.number)
  if (compared === null) return false
  if (test.kind === 'plan') return value >= compared
  return test.is === 'more'
    ? value > compared
    : test.is === 'less'
      ? value < compared
      : value === compared
}

type Sign = Extract<Test, { kind: 'number' }>['is']
const COMPARE: Readonly<Record<Sign, (one: number, other: number) => boolean>> = {
  '>': (one, other) => one > other,
  '<': (one, other) => one < other,
  '>=': (one, other) => one >= other,
  '<=': (one, other) => one <= other,
  '=': (one, other) => one === other,
}
