import { addDays, type PlainDate } from '@hopluc/shared/values'

/** The weeks of a month, from Monday; days of the neighbours fill the ends. */
export function weeksOf(month: string): PlainDate[][] {
  const first = `${month}-01`
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay()
  let day = addDays(first, -((weekday + 6) % 7))
  const weeks: PlainDate[][] = []
  do {
    const start = day
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(start, index)))
    day = addDays(day, 7)
  } while (day.slice(0, 7) === month)
  return weeks
}

/** The month so many months later: `2021-12` and 1 give `2022-01`. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}
