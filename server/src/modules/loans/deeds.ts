import type { LoanDeed, LoanState } from '@hopluc/shared/loans'
import type { PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { breaches, debtGroup, isBadDebt, type Terms } from './domain.ts'
import { getFund } from './funds.ts'
import type { Ledger } from './ledger-shape.ts'
import { owed, owedByRelated } from './owed.ts'
import * as refusals from './refusals.ts'
import { assertGrace, dueDays } from './schedule.ts'
import * as store from './store.ts'
import { ledgerFor, movementsOf } from './story.ts'

/** A loan that is locked, with its story so far. */
export interface Subject {
  row: store.Whole
  events: readonly store.Event[]
}
type Deed<Action extends LoanDeed['action']> = Extract<LoanDeed, { action: Action }>

export function carryOut(tx: Tx, context: Context, of: Subject, deed: LoanDeed): Promise<void> {
  switch (deed.action) {
    case 'approve':
      return approve(tx, context, of, deed)
    case 'disburse':
      return disburse(tx, context, of, deed)
    case 'repay':
      return repay(tx, context, of, deed)
    case 'reverse':
      return reverse(tx, context, of, deed)
    case 'restructure':
      return restructure(tx, context, of, deed)
    default:
      return decline(tx, context, of, deed)
  }
}

async function append(
  tx: Tx,
  { actor, now }: Context,
  { row, events }: Subject,
  step: Omit<store.Step, 'at' | 'by'>,
): Promise<void> {
  const seq = Math.max(0, ...events.map((one) => one.seq)) + 1
  await store.append(tx, row.id, seq, { ...step, at: now, by: actor })
}

async function decline(tx: Tx, context: Context, of: Subject, deed: Deed<'refuse' | 'withdraw'>) {
  const { action, reason } = deed
  assertNoStateSecret(reason)
  await append(tx, context, of, { action, on: context.today, text: reason })
  await store.update(tx, of.row.id, { state: action === 'refuse' ? 'refused' : 'withdrawn' })
}

/** Within the fund's limits, by the paper that decides it. */
async function approve(tx: Tx, context: Context, of: Subject, deed: Deed<'approve'>) {
  const { row } = of
  const { amount, on, paper } = deed
  assertDay(context, on, row.requestedOn)
  assertGrace(deed.terms)
  const fund = await getFund(tx, row.fundId, context.today)
  const { projectTotal, ownCapital } = row
  await store.holdFund(tx, row.fundId)
  const found = breaches(
    { projectTotal, ownCapital, amount, months: deed.terms.months },
    fund,
    await owed(tx, row.fundId, row.entity.id, row.id),
    await owedByRelated(tx, row.fundId, row.entity.id),
  )
  if (found.length > 0) throw refusals.beyondLimits(found)
  const terms: Terms = { ...deed.terms, latePercent: fund.latePercent, basis: fund.basis }
  await append(tx, context, of, { action: 'approve', on, amount, paper, details: { terms } })
  await store.update(tx, row.id, { state: 'approved', approved: amount, terms })
}

/** The first tranche makes the days of the instalments; none goes beyond what was approved. */
async function disburse(tx: Tx, context: Context, of: Subject, deed: Deed<'disburse'>) {
  const { row, events } = of
  const { id: clientId, amount, on, paper, contract } = deed
  assertDay(context, on, row.requestedOn)
  assertOrder(of, on)
  const left = (row.approved ?? 0) - row.disbursed
  if (amount > left) throw refusals.aboveApproved(left)
  const isFirst = !movementsOf(events).some(({ action }) => action === 'disburse')
  if (isFirst) await assertNoBadDebt(tx, row, on)
  else {
    const last = ledgerFor(row.terms, events, on).dues.at(-1)
    if (!last || last.dueOn <= on) throw refusals.afterTerm()
  }
  const details = {
    ...(isFirst && { days: await dueDays(tx, on, row.terms) }),
    ...(contract !== null && { contract }),
  }
  await append(tx, context, of, { action: 'disburse', on, amount, clientId, paper, details })
  await refresh(tx, context, row)
}

/** No bad debt at the first tranche (Nghị định 45/2021/NĐ-CP, Điều 22). */
async function assertNoBadDebt(tx: Tx, row: store.Whole, on: PlainDate): Promise<void> {
  const days = await store.worstDelay(tx, row.fundId, row.entity.id, on)
  if (isBadDebt(debtGroup(days, row.groupDays))) throw refusals.badDebt()
}

async function repay(tx: Tx, context: Context, of: Subject, deed: Deed<'repay'>) {
  const { row, events } = of
  const { id: clientId, amount, on, paper } = deed
  assertDay(context, on, row.requestedOn)
  assertOrder(of, on)
  const { payoff } = ledgerFor(row.terms, events, on)
  if (amount > payoff) throw refusals.tooMuch(payoff)
  const { paid } = ledgerFor(row.terms, events, on, [{ kind: 'repay', on, amount, seq: 0 }])
  const principal = paid.at(-1)?.principal ?? 0
  await append(tx, context, of, { action: 'repay', on, amount, principal, clientId, paper })
  await refresh(tx, context, row)
}

/** The last tranche or payment, entered wrongly; the line stays, struck out. */
async function reverse(tx: Tx, context: Context, of: Subject, deed: Deed<'reverse'>) {
  const last = movementsOf(of.events).at(-1)
  if (last?.seq !== deed.seq || last.action === 'restructure') throw refusals.onlyLast()
  assertNoStateSecret(deed.reason)
  const on = context.today
  await append(tx, context, of, { action: 'reverse', on, text: deed.reason, reverses: last.seq })
  await refresh(tx, context, of.row)
}

async function restructure(tx: Tx, context: Context, of: Subject, deed: Deed<'restructure'>) {
  const { row } = of
  const { on, paper, reason } = deed
  assertDay(context, on, row.requestedOn)
  assertOrder(of, on)
  assertGrace(deed.terms)
  assertNoStateSecret(reason)
  const { latePercent, basis } = row.terms
  const terms: Terms = { ...deed.terms, latePercent, basis }
  const details = { terms, days: await dueDays(tx, on, terms) }
  await append(tx, context, of, { action: 'restructure', on, paper, text: reason, details })
  await store.update(tx, row.id, { terms, isRestructured: true })
  await refresh(tx, context, row)
}

function assertDay({ today }: Context, on: PlainDate, since: PlainDate): void {
  if (on > today) throw refusals.notYet()
  if (on < since) throw refusals.outOfOrder(since)
}

function assertOrder({ events }: Subject, on: PlainDate): void {
  const decided = events.findLast(({ action }) => action === 'approve')
  const last = movementsOf(events).at(-1) ?? decided
  if (last && on < last.onDay) throw refusals.outOfOrder(last.onDay)
}

/** Works the projection out anew from the events, in their transaction. */
async function refresh(tx: Tx, { today }: Context, row: store.Whole): Promise<void> {
  const ledger = ledgerFor(row.terms, await store.listEvents(tx, row.id), today)
  await store.replaceDues(tx, row.id, ledger.dues)
  const { disbursed, outstanding } = ledger
  await store.update(tx, row.id, { disbursed, outstanding, state: stateOf(ledger) })
}

function stateOf({ disbursed, payoff }: Ledger): LoanState {
  if (disbursed === 0) return 'approved'
  return payoff === 0 ? 'closed' : 'running'
}
