import type { SupportDeed } from '@hopluc/shared/support'
import { SUPPORT_KINDS } from '@hopluc/shared/support-kinds'
import type { PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { linkChecks, namedChecks } from './checks.ts'
import { getProgramme } from './programmes.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

/** An application that is locked, with its story so far. */
export interface Subject {
  row: store.Whole
  events: readonly store.EventRow[]
}
type Deed<Action extends SupportDeed['action']> = Extract<SupportDeed, { action: Action }>

export function carryOut(tx: Tx, context: Context, of: Subject, deed: SupportDeed): Promise<void> {
  switch (deed.action) {
    case 'approve':
      return approve(tx, context, of, deed)
    case 'contract':
      return contract(tx, context, of, deed)
    case 'disburse':
      return disburse(tx, context, of, deed)
    case 'accept':
      return accept(tx, context, of, deed)
    case 'complete':
      return complete(tx, context, of, deed)
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

async function decline(
  tx: Tx,
  context: Context,
  of: Subject,
  deed: Deed<'refuse' | 'return' | 'withdraw'>,
) {
  const { action, reason } = deed
  assertNoStateSecret(reason)
  await append(tx, context, of, { action, on: context.today, text: reason })
  await store.update(tx, of.row.id, { state: DECLINED[action] })
}
const DECLINED = { refuse: 'refused', return: 'returned', withdraw: 'withdrawn' } as const

/** What was asked for is there: the papers are added to those that were, and the application waits again. */
async function complete(tx: Tx, context: Context, of: Subject, deed: Deed<'complete'>) {
  const { action, reason } = deed
  assertNoStateSecret(reason)
  const added = await namedChecks(tx, deed.checks)
  const names = new Set(added.map(({ name }) => name))
  const checks = [...of.row.checks.filter(({ name }) => !names.has(name)), ...added]
  await append(tx, context, of, { action, on: context.today, text: reason })
  await linkChecks(tx, of.row.id, added)
  await store.update(tx, of.row.id, { state: 'submitted', checks })
}

/** After at least one opinion, by the paper that decides it; against the conditions only with a reason. */
async function approve(tx: Tx, context: Context, of: Subject, deed: Deed<'approve'>) {
  const { row } = of
  const { amount, on, paper, reason } = deed
  assertDay(context, on, row.appliedOn)
  assertNoStateSecret(reason)
  const { maxAmount } = await getProgramme(tx, row.programme.id, context.today)
  if (maxAmount !== null && amount > maxAmount) throw refusals.aboveMost(maxAmount)
  if (row.outcome !== 'met' && reason === null) throw refusals.needsReason()
  if ((await store.listOpinions(tx, row.id, context.today)).length === 0) throw refusals.noOpinion()
  await append(tx, context, of, { action: 'approve', on, amount, paper, text: reason })
  await store.update(tx, row.id, { state: 'approved', approved: amount, decidedOn: on })
}

async function contract(tx: Tx, context: Context, of: Subject, deed: Deed<'contract'>) {
  const { on, paper, nextDueOn } = deed
  assertDay(context, on, of.row.decidedOn ?? of.row.appliedOn)
  await append(tx, context, of, { action: 'contract', on, paper })
  await store.update(tx, of.row.id, { nextDueOn })
}

async function disburse(tx: Tx, context: Context, of: Subject, deed: Deed<'disburse'>) {
  const { row } = of
  const { id: clientId, amount, on, paper } = deed
  const nextDueOn = amount === (row.approved ?? 0) - row.disbursed ? null : deed.nextDueOn
  assertDay(context, on, row.decidedOn ?? row.appliedOn)
  const left = (row.approved ?? 0) - row.disbursed
  if (amount > left) throw refusals.aboveApproved(left)
  await append(tx, context, of, { action: 'disburse', on, amount, clientId, paper })
  await store.update(tx, row.id, { state: 'running', disbursed: row.disbursed + amount, nextDueOn })
}

async function accept(tx: Tx, context: Context, of: Subject, deed: Deed<'accept'>) {
  const { on, paper, text, results } = deed
  assertDay(context, on, of.row.decidedOn ?? of.row.appliedOn)
  assertNoStateSecret(text)
  const known = SUPPORT_KINDS[of.row.kind].results.map(({ code }) => code)
  const codes = results.map(({ code }) => code)
  if (new Set(codes).size < codes.length || codes.some((code) => !known.includes(code)))
    throw refusals.wrongResult()
  await append(tx, context, of, { action: 'accept', on, paper, text })
  await store.update(tx, of.row.id, { state: 'accepted', results, nextDueOn: null })
}

function assertDay({ today }: Context, on: PlainDate, since: PlainDate): void {
  if (on > today || on < since) throw refusals.notYet()
}
