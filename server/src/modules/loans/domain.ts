import type { LoanBasis, LoanMethod } from '@hopluc/shared/loans'
import { addDays, daysBetween, type PlainDate } from '@hopluc/shared/values'

/** What a loan is repaid by. Rates are thousandths of a percent a year: 7,92% is 7920. */
export interface Terms {
  yearlyRate: number
  /** Of overdue principal, in percent of the rate: 130 is 1,3 times. */
  latePercent: number
  basis: LoanBasis
  method: LoanMethod
  months: number
  everyMonths: number
  /** Instalments that pay interest alone begin with these months. */
  graceMonths: number
}

const PERCENT = 100_000n // thousandths of a percent in the whole

/** The quotient, rounded half up; both are not negative. */
function divided(dividend: bigint, divisor: bigint): number {
  return Number((dividend * 2n + divisor) / (divisor * 2n))
}

/** The day so many months later, or the last of its month where it has no such day. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  const at = Math.min(date, last.getUTCDate())
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), at))
    .toISOString()
    .slice(0, 10)
}

/** Days of instalments as the months give them: whoever keeps a calendar moves what falls on a day off. */
export function monthsDays(from: PlainDate, { months, everyMonths }: Terms): PlainDate[] {
  const count = Math.ceil(months / everyMonths)
  return Array.from({ length: count }, (_, at) =>
    addMonths(from, Math.min(months, (at + 1) * everyMonths)),
  )
}

/** How many of the first instalments pay no principal; the last always does. */
export function graceCount({ graceMonths, everyMonths, months }: Terms): number {
  const count = Math.ceil(months / everyMonths)
  return Math.min(Math.floor(graceMonths / everyMonths), count - 1)
}

/** A stretch of time between instalments, with the months that it stands for. */
export interface Period {
  days: number
  months: number
}

/**
 * Interest of a period in đồng. `dayBalance`: đồng owed times the days for which they were. By days of a
 * year of 365 or 360; or by months, where a full period counts its months whatever days it had.
 */
export function interestOf(dayBalance: bigint, period: Period, terms: Terms): number {
  const { basis, yearlyRate } = terms
  const amount = dayBalance * BigInt(yearlyRate)
  if (basis !== 'months') return divided(amount, PERCENT * (basis === 'days360' ? 360n : 365n))
  if (period.days === 0) return 0
  return divided(amount * BigInt(period.months), PERCENT * 12n * BigInt(period.days))
}

/** Of overdue principal: by days at the rate for what is late. */
export function lateInterestOf(dayBalance: bigint, terms: Terms): number {
  const year = terms.basis === 'days360' ? 360n : 365n
  const amount = dayBalance * BigInt(terms.yearlyRate) * BigInt(terms.latePercent)
  return divided(amount, PERCENT * 100n * year)
}

/** The stretches between these days, each with the months that it stands for. */
export function periodsOf(from: PlainDate, days: readonly PlainDate[], terms: Terms): Period[] {
  return days.map((day, at) => ({
    days: daysBetween(days[at - 1] ?? from, day),
    months: Math.min(terms.everyMonths, terms.months - at * terms.everyMonths),
  }))
}

/**
 * The smallest equal instalment, in đồng, that pays off `balance`: `first` is the interest of the
 * instalment that falls due now, `periods` are those that follow.
 */
export function annuityOf(
  balance: number,
  first: number,
  periods: readonly Period[],
  terms: Terms,
): number {
  const longest = periods.map((one) => interestOf(BigInt(balance) * BigInt(one.days), one, terms))
  let low = 0
  let high = balance + Math.max(first, ...longest)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (restAfter(balance, first, periods, terms, middle) === 0) high = middle
    else low = middle + 1
  }
  return low
}

function restAfter(
  balance: number,
  first: number,
  periods: readonly Period[],
  terms: Terms,
  instalment: number,
): number {
  let rest = balance - Math.min(balance, Math.max(0, instalment - first))
  for (const period of periods) {
    const interest = interestOf(BigInt(rest) * BigInt(period.days), period, terms)
    rest -= Math.min(rest, Math.max(0, instalment - interest))
  }
  return rest
}

/**
 * The group of a debt, 1 to 5, by the days for which it is overdue: `groupDays` are the last days of
 * groups 1 to 4, as the fund sets them. Without them no debt has a group.
 */
export function debtGroup(daysLate: number, groupDays: readonly number[] | null): number | null {
  if (!groupDays) return null
  const at = groupDays.findIndex((last) => daysLate <= last)
  return at === -1 ? groupDays.length + 1 : at + 1
}

/** A bad debt is of group 3, 4 or 5 (Nghị định 45/2021/NĐ-CP, Điều 2). */
export const isBadDebt = (group: number | null): boolean => group !== null && group >= 3

export interface Asked {
  projectTotal: number
  ownCapital: number
  amount: number
  months: number
}

export interface Limits {
  ownPercent: number
  charterCapital: number | null
  onePercent: number | null
  relatedPercent: number | null
  maxAmount: number | null
  maxMonths: number | null
}

export type Breach = 'own' | 'total' | 'share' | 'related' | 'amount' | 'months'

/**
 * What of a loan goes beyond the fund's limits: own capital of the project (Nghị định 45/2021/NĐ-CP, Điều
 * 22: at least 20%), one customer's share of the charter capital (Điều 23: at most 15%), that of a customer
 * with those related to it (Điều 23: at most 25%), and what the fund sets itself. `owed`: what the same
 * customer, `byRelated`: what those related to it owe the fund already, or are approved for.
 */
export function breaches(asked: Asked, limits: Limits, owed: number, byRelated = 0): Breach[] {
  const { projectTotal, ownCapital, amount, months } = asked
  const { ownPercent, charterCapital, onePercent, relatedPercent, maxAmount, maxMonths } = limits
  const found: Breach[] = []
  const isAbove = (sum: number, percent: number | null) =>
    charterCapital !== null &&
    percent !== null &&
    BigInt(sum) * 100n > BigInt(charterCapital) * BigInt(percent)
  if (ownCapital + amount > projectTotal) found.push('total')
  if (BigInt(ownCapital) * 100n < BigInt(projectTotal) * BigInt(ownPercent)) found.push('own')
  if (isAbove(amount + owed, onePercent)) found.push('share')
  if (isAbove(amount + owed + byRelated, relatedPercent)) found.push('related')
  if (maxAmount !== null && amount > maxAmount) found.push('amount')
  if (maxMonths !== null && months > maxMonths) found.push('months')
  return found
}

/** The first of these days and those after it that are no days off. */
export function nextDay(day: PlainDate, isOff: (day: PlainDate) => boolean): PlainDate {
  let at = day
  while (isOff(at)) at = addDays(at, 1)
  return at
}
