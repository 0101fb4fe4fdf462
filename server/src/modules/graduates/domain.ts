import type { PlainDate } from '@hopluc/shared/values'

/**
 * The least monthly support: one and a half of the minimum wage of the region, in whole đồng upwards
 * (Nghị định 113/2024/NĐ-CP, Điều 7; what is paid beyond that the province decides).
 */
export const leastOf = (wage: number): number => Number((BigInt(wage) * 3n + 1n) / 2n)

/** The first day of a day's month. */
export const monthOf = (day: PlainDate): PlainDate => `${day.slice(0, 7)}-01`

/** First days of all months that a term touches. */
export function monthsOf(fromOn: PlainDate, untilOn: PlainDate): PlainDate[] {
  const index = (day: PlainDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const first = index(fromOn)
  return Array.from({ length: Math.max(0, index(untilOn) - first + 1) }, (_, at) => {
    const month = first + at
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
  })
}
