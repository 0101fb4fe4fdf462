import type {
  NewSupportApplication,
  NewSupportOpinion,
  SupportApplication,
  SupportDeed,
  SupportPage,
  SupportQuery,
} from '@hopluc/shared/support'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { measuresOf } from '../entity-measures/index.ts'
import { linkChecks, namedChecks } from './checks.ts'
import { carryOut } from './deeds.ts'
import { explainFor, yearBefore } from './eligibility.ts'
import { giveOpinion } from './opinions.ts'
import { ownEntity, placeUnder } from './places.ts'
import { allowedOn, fits, isTheirs, may } from './policy.ts'
import { asItem } from './present.ts'
import { getCall } from './programmes.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'
import { tellApplied, tellDeed } from './telling.ts'

export function list(context: Context, query: SupportQuery): Promise<SupportPage> {
  const { today } = context
  return context.read(async (db) => {
    const { items, next } = await store.list(db, query, today)
    return { items: items.map(asItem), next }
  })
}

export function get(context: Context, id: Id): Promise<SupportApplication> {
  return context.read((db) => present(db, context, id))
}

async function present(db: Reader, context: Context, id: Id): Promise<SupportApplication> {
  const { actor, today } = context
  const row = await store.get(db, id, today)
  const { ownCapital, checks, eligibility, results, nextDueOn, ...rest } = row
  const events = await store.listEvents(db, id)
  return {
    ...asItem(rest),
    ownCapital,
    checks,
    results,
    nextDueOn,
    eligibility,
    opinions: await store.listOpinions(db, id, today),
    events: events.map(({ clientId: _client, ...event }) => event),
    overlaps: await store.listOverlaps(db, row),
    effect: row.state === 'accepted' ? await effectOf(db, row, today) : [],
    allowed: allowedOn(actor, row, (row.approved ?? 0) - row.disbursed),
    mayAppraise: row.state === 'submitted' && may(actor, 'support.appraise', row.isAppraiser),
  }
}

/** Members, workers, revenue, profit, income per worker. */
const EFFECTS = ['H8', 'H9', 'H10', 'H11', 'H12']
const YEARS_AFTER = 3

/** The year before the decision, and one to three years after it as far as they have passed. */
async function effectOf(db: Reader, { entity, decidedOn }: store.Row, today: PlainDate) {
  const decided = Number((decidedOn ?? today).slice(0, 4))
  const last = Math.min(decided + YEARS_AFTER, yearBefore(today))
  const years = Array.from({ length: Math.max(0, last - decided + 2) }, (_, at) => decided - 1 + at)
  const effect: SupportApplication['effect'] = []
  for (const year of years) {
    const of = { entityIds: [entity.id] }
    const [one] = await measuresOf(db, { of, asOf: today, year, codes: EFFECTS })
    const values = EFFECTS.map((code) => {
      const known = one?.measures.get(code)
      const isNumber = known && 'value' in known && typeof known.value === 'number'
      return { code, value: isNumber ? Number(known.value) : null }
    })
    effect.push({ year, values })
  }
  return effect
}

/**
 * By a cooperative for itself, or by an authority of the area for one of it, while the call is open. Who
 * does not meet the conditions can apply: the appraisers see why. Sent twice, it is one.
 */
export function apply(context: Context, given: NewSupportApplication): Promise<SupportApplication> {
  const { actor, today, now } = context
  assertNoStateSecret(given.title)
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'support.apply', true))
    const known = await store.find(tx, given.id, today)
    if (known) {
      if (known.call.id !== given.callId || known.asked !== given.asked) throw refusals.usedId()
      return present(tx, context, given.id)
    }
    const { call, programme } = await getCall(tx, given.callId, today)
    if (today < call.opensOn) throw refusals.notOpen(call.opensOn)
    if (today > call.closesOn || !call.isOpen) throw refusals.closed(call.closesOn)
    const { maxAmount } = programme
    if (maxAmount !== null && given.asked > maxAmount) throw refusals.aboveMost(maxAmount)
    const entityId =
      actor.role === 'cooperative' ? await ownEntity(tx, actor.agencyId) : given.entityId
    const unitId = entityId ? await placeUnder(tx, entityId, programme.unit.id, today) : undefined
    if (!entityId || !unitId) throw refusals.noApplicant()
    const eligibility = await explainFor(tx, entityId, programme.rule, today)
    const checks = await namedChecks(tx, given.checks)
    const isMade = await store.insert(
      tx,
      {
        ...given,
        programmeId: programme.id,
        entityId,
        unitId,
        checks,
        eligibility,
        appliedOn: today,
      },
      actor,
    )
    if (!isMade) throw refusals.appliedBefore()
    const { id, asked: amount } = given
    await linkChecks(tx, id, checks)
    await store.append(tx, id, 1, { action: 'apply', on: today, at: now, by: actor, amount })
    const after = { ...given, entityId, unitId, outcome: eligibility.outcome }
    await audit.record(tx, actor, 'support.apply', id, { after })
    await tellApplied(tx, context, id)
    return present(tx, context, id)
  })
}

/** What one's agency says of an application: one of each, which it may change until the decision. */
export function appraise(
  context: Context,
  id: Id,
  given: NewSupportOpinion,
): Promise<SupportApplication> {
  const { actor, today } = context
  assertNoStateSecret(given.text)
  return context.write(async (tx) => {
    const row = await store.get(tx, id, today)
    assertAllowed(may(actor, 'support.appraise', row.isAppraiser))
    if (row.state !== 'submitted') throw refusals.wrongState()
    await giveOpinion(tx, context, id, given)
    await audit.record(tx, actor, 'support.appraise', id, given)
    return present(tx, context, id)
  })
}

/** One deed on an application. A tranche that was sent before, by its id, is answered as it stands. */
export function act(context: Context, id: Id, deed: SupportDeed): Promise<SupportApplication> {
  const { actor, today } = context
  const { action, version, ...said } = deed
  return context.write(async (tx) => {
    const row = await store.get(tx, id, today)
    assertAllowed(may(actor, `support.${action}`, isTheirs(action, row)))
    const events = await store.listEvents(tx, id)
    if (isSentBefore(deed, events)) return present(tx, context, id)
    if (row.version !== version) throw refusals.changed()
    if (!fits(action, row.state)) throw refusals.wrongState()
    await store.lock(tx, id, version)
    const before = { state: row.state, disbursed: row.disbursed }
    await carryOut(tx, context, { row, events }, deed)
    await audit.record(tx, actor, `support.${action}`, id, { before, ...said })
    await tellDeed(tx, context, id, action)
    return present(tx, context, id)
  })
}

function isSentBefore(deed: SupportDeed, events: readonly store.EventRow[]): boolean {
  if (deed.action !== 'disburse') return false
  const known = events.find(({ clientId }) => clientId === deed.id)
  if (!known) return false
  if (known.amount !== deed.amount || known.onDay !== deed.on) throw refusals.usedId()
  return true
}
