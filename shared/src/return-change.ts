import type { FormCheck } from './report-forms.ts'
import { type CheckSubject, type Finding, find, isOf } from './return-findings.ts'
import type { ReturnCell } from './returns.ts'
import { writeNumber } from './vietnamese-number.ts'

const SCALES = [1000, 100, 0.01, 0.001]

/** Against the period before: digits swapped, a measure mistaken, more than is usual. */
export function checkChange(
  subject: CheckSubject,
  check: Extract<FormCheck, { kind: 'change' }>,
  row: readonly ReturnCell[],
): Finding[] {
  const looked = row.filter(
    (cell) =>
      !cell.isReadOnly && (check.cells.length === 0 || check.cells.some((ref) => isOf(cell, ref))),
  )
  return looked.flatMap((cell) => {
    const { value, previous } = cell
    if (value === null || previous === null || previous === 0 || value === previous) return []
    const factor = value / previous
    const scale = SCALES.find((one) => Math.abs(factor / one - 1) < 0.35)
    if (scale !== undefined && Math.abs(value) > 0)
      return [
        find(
          subject,
          cell,
          'scale',
          check.severity,
          [
            `${writeNumber(value)}, kỳ trước ${writeNumber(previous)}: chênh khoảng ${writeNumber(scale > 1 ? scale : 1 / scale)} lần. Có thể nhầm đơn vị tính.`,
            `${writeNumber(value)} after ${writeNumber(previous)}: about ${scale > 1 ? scale : 1 / scale} times. The measure may be mistaken.`,
          ],
          cell.isWhole ? Math.round(value / scale) : value / scale,
        ),
      ]
    const percent = Math.round(Math.abs(factor - 1) * 100)
    if (percent <= check.percent) return []
    const swapped = swappedDigits(value, previous)
    const [vi, en] = factor > 1 ? ['Tăng', 'Up'] : ['Giảm', 'Down']
    return [
      find(
        subject,
        cell,
        'change',
        check.severity,
        [
          `${vi} ${percent}%: ${writeNumber(value)}, kỳ trước ${writeNumber(previous)}.${swapped === null ? '' : ' Có thể đảo chữ số.'}`,
          `${en} ${percent}%: ${writeNumber(value)} after ${writeNumber(previous)}.${swapped === null ? '' : ' Digits may be swapped.'}`,
        ],
        swapped,
      ),
    ]
  })
}

/** 46 after 63: with two neighbouring digits swapped it is 64, much nearer to what stood before. */
function swappedDigits(value: number, previous: number): number | null {
  if (!Number.isInteger(value) || Math.abs(value) < 10) return null
  const digits = String(Math.abs(value)).split('')
  const ways = digits.slice(1).flatMap((digit, at) => {
    const other = [...digits]
    other[at] = digit
    other[at + 1] = digits[at] ?? ''
    return other[0] === '0' ? [] : [Number(other.join('')) * Math.sign(value)]
  })
  const near = ways.filter((way) => Math.abs(way / previous - 1) < 0.1)
  return (
    near.toSorted((one, other) => Math.abs(one - previous) - Math.abs(other - previous))[0] ?? null
  )
}
