import type { PlainDate } from '@hopluc/shared/values'
import type { Piece } from './flow.ts'

/** A day as printed; `year` null when the text leaves it to the reader. */
export interface Day extends Piece {
  day: number
  month: number
  year: number | null
}

const DAYS =
  /(?:ngày |mùng )?(?<!\d[/.-]?)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)|(?:ngày |mùng )(\d{1,2}) tháng (\d{1,2})(?:,? năm (\d{4}))?|(?:ngày |mùng )?(?<![\d/.,-])(\d{1,2})\s?[/.-]\s?(\d{1,2})(?![\d%]|[/.\-,]\d|\s*(?:%|tỷ|triệu|htx|tht|ha\b|hợp tác))/g

/** The days in a text, in order. `12/7`, `12-7-2018`, `12.7.2018`, `ngày 12 tháng 7 năm 2018`. */
export function days(low: string, offset = 0): Day[] {
  const found: Day[] = []
  for (const match of low.matchAll(DAYS)) {
    const day = Number(match[1] ?? match[4] ?? match[7])
    const month = Number(match[2] ?? match[5] ?? match[8])
    const year = match[3] ?? match[6]
    if (day < 1 || day > 31 || month < 1 || month > 12) continue
    const start = offset + match.index
    const end = start + match[0].length
    found.push({ start, end, day, month, year: year === undefined ? null : Number(year) })
  }
  return found
}

export function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** A calendar day; a day past the month's end becomes its last. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  const last = Math.min(day, lastOfMonth(year, month))
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(last).padStart(2, '0')}`
}

/** The day as a date, null when its year is open. */
export function dateOf(day: Day): PlainDate | null {
  return day.year === null ? null : plainDate(day.year, day.month, day.day)
}

/** The first such day on or after `anchor`. */
export function nextDate(anchor: PlainDate, month: number, day: number): PlainDate {
  const year = Number(anchor.slice(0, 4))
  const candidate = plainDate(year, month, day)
  return candidate >= anchor ? candidate : plainDate(year + 1, month, day)
}

/** The last such day on or before `anchor`. */
export function previousDate(anchor: PlainDate, month: number, day: number): PlainDate {
  const year = Number(anchor.slice(0, 4))
  const candidate = plainDate(year, month, day)
  return candidate <= anchor ? candidate : plainDate(year - 1, month, day)
}
