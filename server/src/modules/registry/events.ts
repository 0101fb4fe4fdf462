import type {
  Entity,
  EntityAttributes,
  EntityEventEntry,
  EntityEventVoid,
  NewEntityEvent,
} from '@hopluc/shared/entities'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertDocument } from './checks.ts'
import { assertLife, assertRecordable, CHAINS } from './domain.ts'
import { may } from './policy.ts'
import { present } from './present.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'
import { applyChange } from './versions.ts'
import * as writes from './writes.ts'

/** A step of the legal life, with what follows from it for the description and for other entities. */
export function addEvent(context: Context, id: Id, entry: EntityEventEntry): Promise<Entity> {
  const { version, ...event } = entry
  const { actor } = context
  return context.write(async (tx) => {
    await store.get(tx, id)
    assertAllowed(may(actor, 'entity.add_event', (await store.keptOf(tx, [id])).has(id)))
    await store.lockAll(tx, [id, ...event.otherIds])
    await store.lock(tx, id, version)
    const touched = await addEventIn(tx, context, id, event)
    await audit.record(tx, actor, 'entity.add_event', id, event)
    await writes.refresh(tx, touched)
    return present(tx, context, id)
  })
}

/**
 * In the transaction of the caller, who has asked whether it may be done, has locked it and all beside it
 * (`store.lockAll`), records it, and refreshes what holds of those that it answers.
 */
export async function addEventIn(
  tx: Tx,
  context: Context,
  id: Id,
  { otherIds, ...event }: NewEntityEvent,
): Promise<Id[]> {
  const fresh = { ...event, id: newId(), entityId: id }
  assertRecordable(fresh, context.today)
  await assertDocument(tx, event.documentId)
  const chain = CHAINS[event.kind]
  if (chain && otherIds.length === 0) throw refusals.othersMissing()
  if (!chain && otherIds.length > 0) throw refusals.othersUnexpected()
  await assertStep(tx, id, fresh)
  await writes.holdBack(tx)
  const others = [...new Set(otherIds)].filter((one) => one !== id)
  const beside = chain?.beside
  const names = await store.namesOf(tx, others)
  if (names.size < others.length) throw refusals.notFound()
  const mirrored = beside
    ? others.map((entityId) => {
        const details = { ...event.details, ofEventId: fresh.id }
        return { ...fresh, id: newId(), entityId, kind: beside, details }
      })
    : []
  if (mirrored.length > 0) await assertKeepsAll(tx, names)
  for (const one of mirrored) await assertStep(tx, one.entityId, one)
  await writes.insertEvents(tx, context, [fresh, ...mirrored])
  if (chain)
    await writes.insertSuccessions(
      tx,
      others.map((other) => ({
        ...(chain.isFrom ? { fromId: id, toId: other } : { fromId: other, toId: id }),
        onDay: event.onDay,
        kind: chain.succession,
        eventId: fresh.id,
      })),
    )
  await describe(tx, context, id, fresh)
  const touched = [id, ...mirrored.map(({ entityId }) => entityId)]
  await writes.touch(tx, context, touched)
  return touched
}

/** @throws AppError where the step does not fit into the life of the entity */
async function assertStep(tx: Tx, id: Id, fresh: Parameters<typeof assertRecordable>[0]) {
  const events = await store.listEvents(tx, id)
  assertLife([...events.filter(({ voidReason }) => voidReason === null), fresh])
}

async function assertKeepsAll(tx: Tx, names: ReadonlyMap<Id, string>) {
  const kept = await store.keptOf(tx, [...names.keys()])
  const strange = [...names].flatMap(([id, name]) => (kept.has(id) ? [] : [name]))
  if (strange.length > 0) throw refusals.othersNotKept(strange)
}

/** A change of law or of kind is one of the description too, from the same day on. */
async function describe(
  tx: Tx,
  context: Context,
  id: Id,
  { kind, onDay, details, documentId }: Omit<NewEntityEvent, 'otherIds'>,
): Promise<void> {
  if (kind !== 'law_changed' && kind !== 'kind_changed') return
  const versions = await store.listVersions(tx, id)
  const attributes = await becomes(versions, kind, onDay, details)
  const source = { from: 'commune' as const, on: onDay, documentId, note: null }
  await writes.putVersions(tx, context, id, applyChange(versions, onDay, attributes, source))
}

async function becomes(
  versions: readonly store.VersionRow[],
  kind: 'law_changed' | 'kind_changed',
  onDay: PlainDate,
  details: NewEntityEvent['details'],
): Promise<Partial<EntityAttributes>> {
  if (kind === 'law_changed') {
    if (!details.law) throw refusals.detailMissing('details.law')
    return { law: details.law }
  }
  if (!details.kind) throw refusals.detailMissing('details.kind')
  const held = versions.find((one) => one.fromOn <= onDay && one.untilOn >= onDay)
  // Article 108: id and code stay (Decree 92/2024, article 14)
  if (held?.attributes.kind !== 'group' || details.kind !== 'cooperative')
    throw refusals.wrongConversion()
  return { kind: details.kind, ...(details.law && { law: details.law }) }
}

/** Takes an event back, with what was recorded beside it; the description stays as it is. */
export function voidEvent(
  context: Context,
  id: Id,
  eventId: Id,
  { version, reason }: EntityEventVoid,
): Promise<Entity> {
  const { actor } = context
  return context.write(async (tx) => {
    const { name } = await store.get(tx, id)
    assertAllowed(may(actor, 'entity.void_event', (await store.keptOf(tx, [id])).has(id)))
    const others = (await eventOf(tx, id, eventId)).others.map((one) => one.id)
    await store.lockAll(tx, [id, ...others])
    await store.lock(tx, id, version)
    const event = await eventOf(tx, id, eventId)
    const root = event.details.ofEventId ?? eventId
    const together = [...new Map([[id, name], ...event.others.map(pair)])]
    const taken = new Map<Id, Id>()
    for (const [entityId] of together)
      for (const one of await store.listEvents(tx, entityId))
        if (one.id === root || one.details.ofEventId === root) taken.set(one.id, entityId)
    const touched = [...new Set(taken.values())]
    await assertKeepsAll(tx, new Map(together.filter(([one]) => touched.includes(one))))
    for (const entityId of touched) {
      const rest = await store.listEvents(tx, entityId)
      assertLife(rest.filter((one) => one.voidReason === null && !taken.has(one.id)))
    }
    await writes.holdBack(tx)
    await writes.voidEvents(tx, context, [...taken.keys()], reason)
    await writes.touch(tx, context, touched)
    await audit.record(tx, actor, 'entity.void_event', id, { eventId, kind: event.kind, reason })
    await writes.refresh(tx, touched)
    return present(tx, context, id)
  })
}

async function eventOf(tx: Tx, id: Id, eventId: Id): Promise<store.EventRow> {
  const event = (await store.listEvents(tx, id)).find((one) => one.id === eventId)
  if (!event || event.voidReason !== null) throw refusals.eventNotFound()
  return event
}

const pair = ({ id, name }: { id: Id; name: string }) => [id, name] as const
