import type { Loan, LoanDeed, LoanItem, LoanPage, LoanQuery, NewLoan } from '@hopluc/shared/loans'
import { daysBetween, type Id, type PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { carryOut } from './deeds.ts'
import { breaches, debtGroup } from './domain.ts'
import { getFund } from './funds.ts'
import { allowedOn, fits, isTheirs, may } from './policy.ts'
import { listRelated, owed, owedByRelated } from './owed.ts'
import * as refusals from './refusals.ts'
import { assertGrace, dueDays, planned } from './schedule.ts'
import * as store from './store.ts'
import { ledgerFor, standing } from './story.ts'

export function list(context: Context, query: LoanQuery): Promise<LoanPage> {
  const { today } = context
  return context.read(async (db) => {
    const { items, next } = await store.list(db, query, today)
    return { items: items.map((row) => asItem(row, today)), next }
  })
}

export function get(context: Context, id: Id): Promise<Loan> {
  return context.read((db) => present(db, context, id))
}

function asItem(row: store.Row, today: PlainDate): LoanItem {
  const { isLender: _lender, isRequester: _requester, groupDays, ...item } = row
  const daysLate = row.overdueSince ? daysBetween(row.overdueSince, today) : 0
  return {
    ...item,
    daysLate,
    debtGroup: row.state === 'running' ? debtGroup(daysLate, groupDays) : null,
  }
}

async function present(db: Reader, context: Context, id: Id): Promise<Loan> {
  const { actor, today } = context
  const row = await store.get(db, id, today)
  const { fundId, terms, projectTotal, ownCapital, collateral, ...item } = row
  const events = await store.listEvents(db, id)
  const fund = await getFund(db, fundId, today)
  const ledger = ledgerFor(terms, events, today)
  const isAsked = row.state === 'requested'
  const found = isAsked
    ? breaches(
        { projectTotal, ownCapital, amount: row.asked, months: terms.months },
        fund,
        await owed(db, fundId, row.entity.id, id),
        await owedByRelated(db, fundId, row.entity.id),
      )
    : []
  const isToCome = isAsked || row.state === 'approved'
  const amount = row.approved ?? row.asked
  const dues = isToCome
    ? planned(terms, await dueDays(db, today, terms), { from: today, amount })
    : ledger.dues
  const split = new Map(ledger.paid.map((paid) => [paid.seq, paid]))
  const stands = new Set(standing(events).map(({ seq }) => seq))
  const { yearlyRate, method, months, everyMonths, graceMonths } = terms
  return {
    ...asItem({ ...item, outstanding: ledger.outstanding }, today),
    projectTotal,
    ownCapital,
    collateral,
    terms: { yearlyRate, method, months, everyMonths, graceMonths },
    limits: { ...fund, latePercent: terms.latePercent, basis: terms.basis },
    overduePrincipal: ledger.overduePrincipal,
    overdueInterest: ledger.overdueInterest,
    accrued: ledger.accrued,
    payoff: ledger.payoff,
    dues,
    events: events.map(({ clientId: _client, reverses: _reverses, days: _days, ...event }) => ({
      ...event,
      split: split.get(event.seq) ?? null,
      isReversed: !stands.has(event.seq),
    })),
    breaches: found,
    contract: standing(events).findLast(({ contract }) => contract !== null)?.contract ?? null,
    related: row.isLender ? await listRelated(db, fundId, row.entity.id) : [],
    mayRelate: may(actor, 'loan.relate', row.isLender),
    allowed: allowedOn(actor, row, (row.approved ?? 0) - row.disbursed),
  }
}

/**
 * By a cooperative for itself, or by the fund or an authority of the area for one of it. What goes beyond
 * the fund's limits can be asked for, and is shown; it cannot be approved.
 */
export function request(context: Context, given: NewLoan): Promise<Loan> {
  const { actor, today, now } = context
  assertNoStateSecret(given.purpose)
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'loan.request', true))
    const known = await store.find(tx, given.id, today)
    if (known) {
      if (known.fundId !== given.fundId || known.asked !== given.amount) throw refusals.usedId()
      return present(tx, context, given.id)
    }
    const fund = await getFund(tx, given.fundId, today)
    if (fund.isEnded) throw refusals.endedFund()
    const requestedOn = given.requestedOn ?? today
    if (requestedOn > today) throw refusals.notYet()
    assertGrace(given)
    const entityId =
      actor.role === 'cooperative' ? await store.ownEntity(tx, actor.agencyId) : given.entityId
    const unitId = entityId ? await borrowerPlace(tx, entityId, fund.unit.id, today) : undefined
    if (!entityId || !unitId) throw refusals.noBorrower()
    const { method, months, everyMonths, graceMonths } = given
    const { yearlyRate, latePercent, basis } = fund
    const terms = { yearlyRate, latePercent, basis, method, months, everyMonths, graceMonths }
    await store.insert(tx, { ...given, entityId, unitId, requestedOn, terms }, actor)
    const { id, ...after } = { ...given, entityId, unitId, requestedOn }
    await store.append(tx, id, 1, {
      action: 'request',
      on: requestedOn,
      at: now,
      by: actor,
      amount: given.amount,
    })
    await audit.record(tx, actor, 'loan.request', id, { after })
    return present(tx, context, id)
  })
}

async function borrowerPlace(tx: Tx, entityId: Id, fundUnitId: Id, today: PlainDate) {
  const unitId = await store.placeOf(tx, entityId, today)
  return unitId && (await store.liesUnder(tx, unitId, fundUnitId, today)) ? unitId : undefined
}

/**
 * One deed on a loan. A tranche or payment that was sent before, by its id, is answered as it stands; the
 * number of a receipt counts once.
 */
export function act(context: Context, id: Id, deed: LoanDeed): Promise<Loan> {
  const { actor, today } = context
  const { action, version, ...said } = deed
  return context.write(async (tx) => {
    const row = await store.get(tx, id, today)
    assertAllowed(may(actor, `loan.${action}`, isTheirs(action, row)))
    const events = await store.listEvents(tx, id)
    if (isSentBefore(deed, events)) return present(tx, context, id)
    assertNotPaid(deed, events)
    if (row.version !== version) throw refusals.changed()
    if (!fits(action, row.state)) throw refusals.wrongState()
    await store.lock(tx, id, version)
    const before = { state: row.state, outstanding: row.outstanding }
    await carryOut(tx, context, { row, events }, deed)
    await audit.record(tx, actor, `loan.${action}`, id, { before, ...said })
    return present(tx, context, id)
  })
}

function isSentBefore(deed: LoanDeed, events: readonly store.Event[]): boolean {
  if (deed.action !== 'repay' && deed.action !== 'disburse') return false
  const known = events.find(({ clientId }) => clientId === deed.id)
  if (!known) return false
  if (known.action !== deed.action || known.amount !== deed.amount || known.onDay !== deed.on)
    throw refusals.usedId()
  return true
}

function assertNotPaid(deed: LoanDeed, events: readonly store.Event[]): void {
  if (deed.action !== 'repay') return
  const paid = standing(events).find(
    ({ action, paper }) => action === 'repay' && paper?.toLowerCase() === deed.paper.toLowerCase(),
  )
  if (paid) throw refusals.paidBefore(deed.paper, paid.onDay)
}
