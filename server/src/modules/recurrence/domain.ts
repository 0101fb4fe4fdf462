import type { Recurrence } from '@hopluc/shared/task-deeds'
import { addDays, type PlainDate } from '@hopluc/shared/values'

/** One time at which a standing duty falls due. */
export interface Occurrence {
  /** `2026-Q3`, `2026-07`, `2026-H1`, `2026-9M`, `2026`, `2026-W27`. */
  period: string
  words: string
  fromOn: PlainDate
  dueOn: PlainDate
}

const MONTHS: Partial<Record<Recurrence['every'], number>> = {
  month: 1,
  quarter: 3,
  half_year: 6,
  year: 12,
}
const ROMAN = ['I', 'II', 'III', 'IV']

/** The occurrences of which the period has begun by a day and whose term is not before another. */
export function occurrences(rule: Recurrence, from: PlainDate, until: PlainDate): Occurrence[] {
  const result: Occurrence[] = []
  for (let one = occurrenceOn(rule, from); one.fromOn <= until;) {
    if (one.dueOn >= from) result.push(one)
    one = occurrenceOn(rule, nextStart(rule, one))
  }
  return result
}

function nextStart(rule: Recurrence, { fromOn }: Occurrence): PlainDate {
  const [year, month] = partsOf(fromOn)
  if (rule.every === 'week') return addDays(fromOn, 7)
  const months = MONTHS[rule.every] ?? 12
  return monthStart(year, month + months)
}

/** The period in which a day lies; nine months are the first nine of its year. */
function occurrenceOn(rule: Recurrence, day: PlainDate): Occurrence {
  const [year, month] = partsOf(day)
  switch (rule.every) {
    case 'week':
      return week(rule, day)
    case 'month': {
      const words = `tháng ${month}/${year}`
      return months(rule, `${year}-${String(month).padStart(2, '0')}`, words, year, month, 1)
    }
    case 'quarter': {
      const quarter = Math.ceil(month / 3)
      const words = `quý ${ROMAN[quarter - 1] ?? ''}/${year}`
      return months(rule, `${year}-Q${quarter}`, words, year, quarter * 3 - 2, 3)
    }
    case 'half_year': {
      const half = month <= 6 ? 1 : 2
      const words = `6 tháng ${half === 1 ? 'đầu' : 'cuối'} năm ${year}`
      return months(rule, `${year}-H${half}`, words, year, half * 6 - 5, 6)
    }
    case 'nine_months':
      return months(rule, `${year}-9M`, `9 tháng năm ${year}`, year, 1, 9)
    case 'year':
      return months(rule, `${year}`, `năm ${year}`, year, 1, 12)
  }
}

function months(
  { day, isMonthAfter }: Recurrence,
  period: string,
  words: string,
  year: number,
  first: number,
  count: number,
): Occurrence {
  const dueMonth = first + count - 1 + (isMonthAfter ? 1 : 0)
  const last = addDays(monthStart(year, dueMonth + 1), -1)
  const wanted = day === null ? last : addDays(monthStart(year, dueMonth), day - 1)
  const dueOn = wanted > last ? last : wanted // day 31 of a shorter month is its last
  return { period, words, fromOn: monthStart(year, first), dueOn }
}

function week({ day }: Recurrence, on: PlainDate): Occurrence {
  const weekday = (new Date(on).getUTCDay() + 6) % 7
  const fromOn = addDays(on, -weekday)
  const thursday = addDays(fromOn, 3)
  const [year] = partsOf(thursday)
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000
  const number = String(Math.floor(days / 7) + 1).padStart(2, '0')
  const words = `tuần ${Number(number)}/${year}`
  return { period: `${year}-W${number}`, words, fromOn, dueOn: addDays(fromOn, (day ?? 5) - 1) }
}

function partsOf(day: PlainDate): [number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
}

/** Months may run over the year's end. */
function monthStart(year: number, month: number): PlainDate {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)
}
