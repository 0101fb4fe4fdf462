import { getSolarDate } from '@dqcai/vn-lunar'
import type { CalendarDay } from '@hopluc/shared/calendar'
import { addDays, type PlainDate } from '@hopluc/shared/values'

/** Days of a list, by day: they win over what the law gives. */
export type Listed = ReadonlyMap<PlainDate, { name: string; isOff: boolean }>

const NATIONAL_DAY_SINCE = 2021 // Bộ luật Lao động 2019 gives two days, in force 01/01/2021

/**
 * Days off of a year by Điều 112 of the Labour Code 45/2019/QH14: New Year, five days around the
 * lunar New Year, Hung Kings' day, 30 April, 1 May, National Day with one day beside it; a day that
 * falls on the weekend is made up for on the next working day (Điều 111). Which days around Tết, and
 * whether 1 or 3 September, the Prime Minister says each year: the official list goes over this.
 */
export function legalHolidays(year: number): CalendarDay[] {
  const tet = solar(1, 1, year)
  const days = new Map<PlainDate, string>()
  days.set(`${year}-01-01`, 'Tết Dương lịch')
  for (const offset of [-1, 0, 1, 2, 3]) days.set(addDays(tet, offset), 'Tết Âm lịch')
  days.set(solar(10, 3, year), 'Giỗ Tổ Hùng Vương')
  days.set(`${year}-04-30`, 'Ngày Chiến thắng')
  days.set(`${year}-05-01`, 'Ngày Quốc tế lao động')
  days.set(`${year}-09-02`, 'Quốc khánh')
  if (year >= NATIONAL_DAY_SINCE) days.set(nationalDayBeside(year), 'Quốc khánh')
  for (const [on, name] of sorted(days)) {
    if (!isWeekend(on)) continue
    let instead = addDays(on, 1)
    while (isWeekend(instead) || days.has(instead)) instead = addDays(instead, 1)
    days.set(instead, `Nghỉ bù ${name}`)
  }
  return sorted(days).map(([on, name]) => ({ on, name, isOff: true, source: 'law' as const }))
}

function sorted(days: ReadonlyMap<PlainDate, string>): [PlainDate, string][] {
  return [...days].toSorted(([one], [other]) => one.localeCompare(other))
}

/** All days from one to another that are not as their weekday says; the list wins. */
export function specialDays(from: PlainDate, to: PlainDate, listed: Listed): CalendarDay[] {
  const days = new Map<PlainDate, CalendarDay>()
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)) + 1; year++)
    for (const day of legalHolidays(year)) days.set(day.on, day)
  for (const [on, { name, isOff }] of listed) days.set(on, { on, name, isOff, source: 'list' })
  return [...days.values()]
    .filter(({ on }) => from <= on && on <= to)
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
}

export function isWorkingDay(day: PlainDate, listed: Listed): boolean {
  const special = specialDays(day, day, listed)[0]
  return special ? !special.isOff : !isWeekend(day)
}

/** The day so many working days after (or, below zero, before) a day; that day itself is not counted. */
export function addWorkingDays(day: PlainDate, count: number, listed: Listed): PlainDate {
  const step = count < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(count); left > 0;) {
    at = addDays(at, step)
    if (isWorkingDay(at, listed)) left -= 1
  }
  return at
}

/** The 10th of the third lunar month, the first of the first: as days of the sun's calendar. */
function solar(day: number, month: number, year: number): PlainDate {
  const at = getSolarDate(day, month, year)
  return [at.year, at.month, at.day].map((part) => String(part).padStart(2, '0')).join('-')
}

/** The one of 1 and 3 September that joins the weekend, as it has been given since 2021. */
function nationalDayBeside(year: number): PlainDate {
  const weekday = new Date(`${year}-09-02`).getUTCDay()
  return weekday === 1 || weekday === 4 ? `${year}-09-03` : `${year}-09-01`
}

export function isWeekend(day: PlainDate): boolean {
  return [0, 6].includes(new Date(day).getUTCDay())
}
