import type { PlainDate } from '@hopluc/shared/values'
import type { Terms } from './domain.ts'

/** What happened to the money of a loan, in the order of days. `days`: when its instalments fall due. */
export type Movement =
  | { kind: 'disburse'; on: PlainDate; amount: number }
  | { kind: 'repay'; on: PlainDate; amount: number; seq: number }
  | { kind: 'restructure'; on: PlainDate; terms: Terms; days: readonly PlainDate[] }

/** An instalment: what fell or falls due, and what of it is paid. Amounts in đồng. */
export interface Due {
  dueOn: PlainDate
  principal: number
  interest: number
  /** Interest for being late, up to the day of the ledger or of its payment. */
  late: number
  paidPrincipal: number
  paidInterest: number
  paidLate: number
  /** Since when nothing of it is open. */
  settledOn: PlainDate | null
  /** What was open then went into a new schedule. */
  isMoved: boolean
  /** It has not fallen due by the day of the ledger. */
  isAhead: boolean
}

export interface Paid {
  seq: number
  principal: number
  interest: number
  late: number
  /** More than was owed: nobody keeps it. */
  excess: number
}

export interface Ledger {
  dues: Due[]
  paid: Paid[]
  disbursed: number
  /** Principal that is not repaid, whether it is due or not. */
  outstanding: number
  /** Of that, what is due and was not paid. */
  overduePrincipal: number
  overdueInterest: number
  /** Interest that runs since the last instalment. */
  accrued: number
  /** The oldest day that was missed. */
  overdueSince: PlainDate | null
  /** What pays off everything on the day. */
  payoff: number
}

export const EMPTY: Ledger = {
  dues: [],
  paid: [],
  disbursed: 0,
  outstanding: 0,
  overduePrincipal: 0,
  overdueInterest: 0,
  accrued: 0,
  overdueSince: null,
  payoff: 0,
}
