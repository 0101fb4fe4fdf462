import type { LoanPortfolio } from '@hopluc/shared/loan-portfolio'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import { debtGroup } from './domain.ts'
import { type FundRow, listFunds } from './funds.ts'

/** Days late beyond which the outstanding principal of a loan counts as at risk. */
const OVER_DAYS = [0, 30, 90]
const GROUPS = [1, 2, 3, 4, 5]

interface Lent {
  fundId: Id
  entityId: Id
  disbursed: number
  outstanding: number
  daysLate: number
  isRestructured: boolean
}

/** What each fund that one reads has lent, of the loans that one reads, as of a day up to today. */
export function portfolio(context: Context, day?: PlainDate): Promise<LoanPortfolio> {
  const { today } = context
  const asOf = day !== undefined && day < today ? day : today
  return context.read(async (db) => {
    const lent = await listLent(db, asOf)
    const funds = await listFunds(db, today)
    return { asOf, funds: funds.map((fund) => sumsOf(fund, lent)) }
  })
}

function sumsOf(fund: FundRow, lent: readonly Lent[]): LoanPortfolio['funds'][number] {
  const { id, name, charterCapital, groupDays, isDemo } = fund
  const own = lent.filter(({ fundId }) => fundId === id)
  const open = own.filter(({ outstanding }) => outstanding > 0)
  const sum = (of: readonly Lent[]) => of.reduce((all, one) => all + one.outstanding, 0)
  const outstanding = sum(open)
  return {
    fund: { id, name },
    charterCapital,
    loans: open.length,
    borrowers: new Set(open.map(({ entityId }) => entityId)).size,
    disbursed: own.reduce((all, one) => all + one.disbursed, 0),
    outstanding,
    overdueLoans: own.filter(({ daysLate }) => daysLate > 0).length,
    restructured: sum(open.filter(({ isRestructured }) => isRestructured)),
    atRisk: OVER_DAYS.map((overDays) => {
      const risky = sum(open.filter(({ daysLate }) => daysLate > overDays))
      return { overDays, outstanding: risky, share: outstanding === 0 ? 0 : risky / outstanding }
    }),
    groups: groupDays
      ? GROUPS.map((group) => {
          const of = open.filter(({ daysLate }) => debtGroup(daysLate, groupDays) === group)
          return { group, loans: of.length, outstanding: sum(of) }
        })
      : null,
    isDemo,
  }
}

/** By the entries up to the day that stand, and the instalments that were open then. */
function listLent(db: Reader, day: PlainDate): Promise<Lent[]> {
  return rowsOf(
    db,
    sql<Lent>`select l.fund_id as "fundId", l.entity_id as "entityId",
        coalesce(e.disbursed, 0)::bigint as disbursed,
        (coalesce(e.disbursed, 0) - coalesce(e.repaid, 0))::bigint as outstanding,
        coalesce(${day}::date - (select min(d.due_on) from loan_dues d where d.loan_id = l.id
          and d.due_on < ${day}::date and (d.settled_on is null or d.settled_on > ${day}::date)), 0)::int
          as "daysLate",
        exists (select from loan_events r where r.loan_id = l.id and r.action = 'restructure'
          and r.on_day <= ${day}::date) as "isRestructured"
      from loans l cross join lateral (
        select sum(v.amount) filter (where v.action = 'disburse') as disbursed,
          sum(v.principal) filter (where v.action = 'repay') as repaid
        from loan_events v where v.loan_id = l.id and v.on_day <= ${day}::date
          and not exists (select from loan_events b where b.loan_id = l.id and b.reverses = v.seq)) e
      where l.disbursed > 0`,
  )
}
