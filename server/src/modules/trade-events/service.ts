import type {
  NewTradeEvent,
  TradeEventEdit,
  TradeEventPage,
  TradeEventQuery,
  TradeEventWhole,
  TradeParticipantEdit,
} from '@hopluc/shared/trade-events'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { isOfKind, placeUnder, unitOfAgency } from '../support/index.ts'
import { may } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

const withoutSide = ({ isOrganiser: _organiser, ...row }: store.Row) => row

/** Events that one reads, with the sums of what is asked for. */
export function list(context: Context, query: TradeEventQuery): Promise<TradeEventPage> {
  const { actor, today } = context
  return context.read(async (db) => {
    const { items, next } = await store.list(db, query, today)
    const sums = await store.sums(db, query)
    const mayKeep = may(actor, 'trade_event.keep', true)
    return { items: items.map(withoutSide), next, sums, mayKeep }
  })
}

export function get(context: Context, id: Id): Promise<TradeEventWhole> {
  return context.read((db) => present(db, context, id))
}

async function present(db: Reader, context: Context, id: Id): Promise<TradeEventWhole> {
  const { actor, today } = context
  const row = await store.get(db, id, today)
  return {
    ...withoutSide(row),
    list: await store.listParticipants(db, id, today),
    mayEdit: may(actor, 'trade_event.keep', row.isOrganiser),
  }
}

/** Of one's own agency, for the cooperatives of its area. Sent twice, it is made once. */
export function add(context: Context, given: NewTradeEvent): Promise<TradeEventWhole> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'trade_event.keep', true))
    const known = await store.find(tx, given.id, today)
    if (known) {
      if (known.name !== given.name || !known.isOrganiser) throw refusals.usedId()
      return present(tx, context, given.id)
    }
    await assertSound(tx, given)
    const unitId = await unitOfAgency(tx, actor.agencyId, today)
    await store.insert(tx, given, { agencyId: actor.agencyId, unitId })
    const { id, ...after } = given
    await audit.record(tx, actor, 'trade_event.keep', id, { after })
    return present(tx, context, id)
  })
}

export function edit(context: Context, id: Id, given: TradeEventEdit): Promise<TradeEventWhole> {
  const { actor, today } = context
  const { version, ...after } = given
  return context.write(async (tx) => {
    const before = await store.get(tx, id, today)
    assertAllowed(may(actor, 'trade_event.keep', before.isOrganiser))
    await assertSound(tx, given)
    await store.update(tx, id, version, after)
    await audit.record(tx, actor, 'trade_event.keep', id, { before, after })
    return present(tx, context, id)
  })
}

async function assertSound(
  db: Reader,
  { fromOn, untilOn, programmeId }: Omit<NewTradeEvent, 'id'>,
): Promise<void> {
  if (untilOn < fromOn) throw refusals.wrongDays()
  if (programmeId !== null && !(await isOfKind(db, programmeId, 'trade')))
    throw refusals.wrongProgramme()
}

/** Who took part and what it won: entered, changed, taken off; the same sent twice is the same. */
export function putParticipant(
  context: Context,
  id: Id,
  entityId: Id,
  given: TradeParticipantEdit,
): Promise<TradeEventWhole> {
  const { actor, today } = context
  const { version, ...after } = given
  return context.write(async (tx) => {
    const event = await store.get(tx, id, today)
    assertAllowed(may(actor, 'trade_event.participant', event.isOrganiser))
    const participants = await store.listParticipants(tx, id, today)
    const before = participants.find(({ entity }) => entity.id === entityId) ?? null
    if (given.contracts === 0 && given.value > 0) throw refusals.noContract()
    const unitId = await placeUnder(tx, entityId, event.unit.id, today)
    if (!given.isOut && !unitId) throw refusals.noEntity()
    await store.update(tx, id, version, null)
    if (!unitId || given.isOut) await store.removeParticipant(tx, id, entityId)
    else await store.putParticipant(tx, { eventId: id, entityId, unitId }, given)
    await audit.record(tx, actor, 'trade_event.participant', id, {
      before,
      after: { ...after, entityId },
    })
    return present(tx, context, id)
  })
}
