import { daysBetween, FOREVER, type PlainDate } from '@hopluc/shared/values'
import {
  annuityOf,
  graceCount,
  interestOf,
  lateInterestOf,
  type Period,
  periodsOf,
  type Terms,
} from './domain.ts'
import { type Due, EMPTY, type Ledger, type Movement, type Paid } from './ledger-shape.ts'

interface Running {
  terms: Terms
  days: readonly PlainDate[]
  periods: readonly Period[]
  grace: number
  next: number
  instalment: number | null
  balance: number
  dayBalance: bigint
  carried: number
  at: PlainDate
  isSettled: boolean
  dues: (Due & { lateDays: bigint })[]
  paid: Paid[]
  disbursed: number
}

/**
 * The state of a loan on a day, and the instalments that are still to come if nothing else happens.
 * A payment goes to the oldest instalment first: interest for being late, interest, principal; what is
 * over goes to principal before its day, and what follows becomes smaller.
 */
export function ledgerOf(
  terms: Terms,
  days: readonly PlainDate[],
  movements: readonly Movement[],
  day: PlainDate,
): Ledger {
  const first = movements[0]
  if (!first) return EMPTY
  const run = started(terms, days, first.on)
  for (const one of movements) {
    if (one.on > day) break
    advance(run, one.on)
    if (one.kind === 'disburse') disburse(run, one.amount)
    else if (one.kind === 'repay') repay(run, one)
    else restructure(run, one)
  }
  advance(run, day)
  const ledger = stateOf(run, day)
  advance(run, FOREVER)
  const past = ledger.dues.length
  const ahead = run.dues.slice(past).map((due) => ({ ...plain(due), isAhead: true }))
  return { ...ledger, dues: [...ledger.dues, ...ahead] }
}

function started(terms: Terms, days: readonly PlainDate[], on: PlainDate): Running {
  return {
    terms,
    days,
    periods: periodsOf(on, days, terms),
    grace: graceCount(terms),
    next: 0,
    instalment: null,
    balance: 0,
    dayBalance: 0n,
    carried: 0,
    at: on,
    isSettled: false,
    dues: [],
    paid: [],
    disbursed: 0,
  }
}

/** Lets time pass: interest runs, instalments fall due on their day before anything else happens on it. */
function advance(run: Running, to: PlainDate): void {
  for (;;) {
    const dueOn = run.days[run.next]
    if (dueOn === undefined || dueOn > to) break
    accrue(run, dueOn)
    fallDue(run, dueOn)
  }
  if (to !== FOREVER) accrue(run, to)
}

function accrue(run: Running, to: PlainDate): void {
  const passed = daysBetween(run.at, to)
  if (passed <= 0) return
  run.dayBalance += BigInt(run.balance) * BigInt(passed)
  for (const due of run.dues)
    due.lateDays += BigInt(due.principal - due.paidPrincipal) * BigInt(passed)
  run.at = to
}

function fallDue(run: Running, dueOn: PlainDate): void {
  const at = run.next
  const interest = run.carried + runningInterest(run)
  const principal = principalOf(run, at, interest)
  run.next += 1
  run.dayBalance = 0n
  run.carried = 0
  if (principal === 0 && interest === 0) return
  run.balance -= principal
  run.dues.push({
    dueOn,
    principal,
    interest,
    late: 0,
    paidPrincipal: 0,
    paidInterest: 0,
    paidLate: 0,
    settledOn: null,
    isMoved: false,
    isAhead: false,
    lateDays: 0n,
  })
}

function runningInterest(run: Running): number {
  const period = run.periods[run.next] ?? run.periods.at(-1)
  return period ? interestOf(run.dayBalance, period, run.terms) : 0
}

function principalOf(run: Running, at: number, interest: number): number {
  const { balance, terms, days, grace } = run
  const left = days.length - at
  if (left === 1) return balance
  if (at < grace || terms.method === 'bullet') return 0
  if (terms.method === 'equal') return Math.floor(balance / left)
  run.instalment ??= annuityOf(balance, interest, run.periods.slice(at + 1), terms)
  return Math.min(balance, Math.max(0, run.instalment - interest))
}

function disburse(run: Running, amount: number): void {
  run.balance += amount
  run.disbursed += amount
  run.instalment = null
}

function repay(run: Running, { amount, seq, on }: { amount: number; seq: number; on: PlainDate }) {
  const paid: Paid = { seq, principal: 0, interest: 0, late: 0, excess: 0 }
  let left = amount
  const take = (open: number): number => {
    const part = Math.min(left, open)
    left -= part
    return part
  }
  for (const due of run.dues) {
    if (due.settledOn) continue
    const late = take(lateOf(run, due) - due.paidLate)
    const interest = take(due.interest - due.paidInterest)
    const principal = take(due.principal - due.paidPrincipal)
    due.paidLate += late
    due.paidInterest += interest
    due.paidPrincipal += principal
    paid.late += late
    paid.interest += interest
    paid.principal += principal
    if (openOf(run, due) === 0) settle(run, due, on)
  }
  const early = take(run.balance)
  if (early > 0) {
    run.balance -= early
    run.instalment = null
    paid.principal += early
  }
  if (run.balance === 0 && left > 0) {
    const interest = take(run.carried + runningInterest(run))
    paid.interest += interest
    if (interest > 0) payRunning(run, interest, on)
  }
  run.paid.push({ ...paid, excess: left })
}

/** Interest that ran up to a payment which left no principal. */
function payRunning(run: Running, interest: number, on: PlainDate): void {
  run.carried = run.carried + runningInterest(run) - interest
  run.dayBalance = 0n
  run.dues.push({
    dueOn: on,
    principal: 0,
    interest,
    late: 0,
    paidPrincipal: 0,
    paidInterest: interest,
    paidLate: 0,
    settledOn: on,
    isMoved: false,
    isAhead: false,
    lateDays: 0n,
  })
}

/** What was missed goes back into the principal; its interest falls due with the first new instalment. */
function restructure(run: Running, to: Extract<Movement, { kind: 'restructure' }>): void {
  run.carried += runningInterest(run)
  run.dayBalance = 0n
  for (const due of run.dues) {
    if (due.settledOn) continue
    const late = lateOf(run, due)
    run.carried += due.interest - due.paidInterest + late - due.paidLate
    run.balance += due.principal - due.paidPrincipal
    due.principal = due.paidPrincipal
    due.interest = due.paidInterest
    due.late = due.paidLate
    due.lateDays = 0n
    due.settledOn = to.on
    due.isMoved = true
  }
  run.terms = to.terms
  run.days = to.days
  run.periods = periodsOf(to.on, to.days, to.terms)
  run.grace = graceCount(to.terms)
  run.next = 0
  run.instalment = null
}

const lateOf = (run: Running, due: Due & { lateDays: bigint }): number =>
  due.settledOn ? due.late : lateInterestOf(due.lateDays, run.terms)

const openOf = (run: Running, due: Due & { lateDays: bigint }): number =>
  lateOf(run, due) -
  due.paidLate +
  (due.interest - due.paidInterest) +
  (due.principal - due.paidPrincipal)

function settle(run: Running, due: Due & { lateDays: bigint }, on: PlainDate): void {
  due.late = lateOf(run, due)
  due.settledOn = on
}

const plain = ({ lateDays: _days, ...due }: Due & { lateDays: bigint }): Due => due

function stateOf(run: Running, day: PlainDate): Ledger {
  const dues = run.dues.map((due) => plain({ ...due, late: lateOf(run, due) }))
  const open = run.dues.filter(({ settledOn }) => !settledOn)
  const sum = (of: (due: (typeof open)[number]) => number) =>
    open.reduce((all, due) => all + of(due), 0)
  const overduePrincipal = sum((due) => due.principal - due.paidPrincipal)
  const overdueInterest = sum((due) => openOf(run, due)) - overduePrincipal
  const accrued = run.carried + runningInterest(run)
  const outstanding = run.balance + overduePrincipal
  return {
    dues,
    paid: [...run.paid],
    disbursed: run.disbursed,
    outstanding,
    overduePrincipal,
    overdueInterest,
    accrued,
    overdueSince: open.map(({ dueOn }) => dueOn).find((dueOn) => dueOn < day) ?? null,
    payoff: outstanding + overdueInterest + accrued,
  }
}
