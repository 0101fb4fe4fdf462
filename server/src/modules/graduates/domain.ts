import { addDays, type PlainDate } from '@hopluc/shared/values'

/**
 * The least monthly support: one and a half of the minimum wage of the region, in whole đồng upwards
 * (Nghị định 113/2024/NĐ-CP, Điều 7; what is paid beyond that the province decides).
 */
export const leastOf = (wage: number): number => Number((BigInt(wage) * 3n + 1n) / 2n)

/** The first day of a day's month. */
export const monthOf = (day: PlainDate): PlainDate => `${day.slice(0, 7)}-01`

/**
 * First days of the months that a term is paid for: as many as it has months from its first day on, the
 * last one begun counted whole. From 20/08 to 19/08 of the next year are twelve.
 */
export function monthsOf(fromOn: PlainDate, untilOn: PlainDate): PlainDate[] {
  const index = (day: PlainDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const end = addDays(untilOn, 1)
  const first = index(fromOn)
  const whole = index(end) - first
  const count = end.slice(8) > fromOn.slice(8) ? whole + 1 : whole
  return Array.from({ length: Math.max(0, count) }, (_, at) => {
    const month = first + at
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
  })
}
