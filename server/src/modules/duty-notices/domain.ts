import type { PlainDate } from '@hopluc/shared/values'

const ROMAN = ['I', 'II', 'III', 'IV']

/** The calendar quarter that ends with this month; undefined in its other months. */
export function lastMonthOfQuarter(
  today: PlainDate,
): { fromOn: PlainDate; untilOn: PlainDate; words: string } | undefined {
  const year = today.slice(0, 4)
  const month = Number(today.slice(5, 7))
  if (month % 3 !== 0) return undefined
  const from = String(month - 2).padStart(2, '0')
  const last = month === 3 || month === 12 ? '31' : '30'
  return {
    fromOn: `${year}-${from}-01`,
    untilOn: `${year}-${today.slice(5, 7)}-${last}`,
    words: `quý ${ROMAN[month / 3 - 1] ?? ''} năm ${year}`,
  }
}
