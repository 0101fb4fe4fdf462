import type { LoanSchedule, LoanScheduleQuery } from '@hopluc/shared/loans'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { withDaysOff } from '../calendar/index.ts'
import { monthsDays, type Terms } from './domain.ts'
import { getFund } from './funds.ts'
import type { Due } from './ledger-shape.ts'
import { ledgerOf } from './ledger.ts'
import { graceTooLong } from './refusals.ts'

/** Days of the instalments: what would fall on a day off is due on the next working day. */
export async function dueDays(db: Reader, from: PlainDate, terms: Terms): Promise<PlainDate[]> {
  let days = monthsDays(from, terms)
  for (;;) {
    const asked = [...new Set(days)].map((dueOn) => ({ dueOn }))
    const off = new Set(
      (await withDaysOff(db, asked)).flatMap((one) => (one.isDayOff ? [one.dueOn] : [])),
    )
    if (off.size === 0) return days
    days = days.map((day) => (off.has(day) ? addDays(day, 1) : day))
  }
}

/** What would be paid when, if all of it were lent on a day. */
export function preview(context: Context, query: LoanScheduleQuery): Promise<LoanSchedule> {
  const { fund: fundId, from, rate, amount, ...rest } = query
  return context.read(async (db) => {
    const { latePercent, basis, yearlyRate } = await getFund(db, fundId, context.today)
    const terms = { ...rest, latePercent, basis, yearlyRate: rate ?? yearlyRate }
    assertGrace(terms)
    const dues = planned(terms, await dueDays(db, from, terms), { from, amount })
    return { dues, principal: amount, interest: dues.reduce((sum, one) => sum + one.interest, 0) }
  })
}

export function assertGrace({ graceMonths, months }: Pick<Terms, 'graceMonths' | 'months'>): void {
  if (graceMonths >= months) throw graceTooLong()
}

/** The schedule of an amount that is lent at once. */
export function planned(
  terms: Terms,
  days: readonly PlainDate[],
  { from, amount }: { from: PlainDate; amount: number },
): Due[] {
  return ledgerOf(terms, days, [{ kind: 'disburse', on: from, amount }], from).dues
}
