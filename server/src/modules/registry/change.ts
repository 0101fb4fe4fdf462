import type { Entity, EntityChange, EntityPlace } from '@hopluc/shared/entities'
import { addDays, FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertKnown, assertNewCode } from './checks.ts'
import { may } from './policy.ts'
import { present } from './present.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'
import { applyChange } from './versions.ts'
import * as writes from './writes.ts'

type SomePlace = { [Name in keyof EntityPlace]?: EntityPlace[Name] | undefined }

/** What is otherwise from a day on; a move to another unit is a legal event of its own. */
export function change(context: Context, id: Id, input: EntityChange): Promise<Entity> {
  const { actor } = context
  return context.write(async (tx) => {
    await store.get(tx, id)
    assertAllowed(may(actor, 'entity.change', (await store.keptOf(tx, [id])).has(id)))
    await store.lock(tx, id, input.version)
    const data = await changeIn(tx, context, id, input)
    await audit.record(tx, actor, 'entity.change', id, data)
    await writes.refresh(tx, [id])
    return present(tx, context, id)
  })
}

/**
 * In the transaction of the caller, who has asked whether it may be done, has locked the record,
 * records what it answers, and refreshes (`writes.refresh`) what holds.
 */
export async function changeIn(
  tx: Tx,
  context: Context,
  id: Id,
  { fromOn, attributes, place, source }: Omit<EntityChange, 'version'>,
): Promise<object> {
  if (fromOn > context.today) throw refusals.notYet()
  await assertKnown(tx, attributes)
  await assertNewCode(tx, attributes.code ?? null, id)
  const versions = await store.listVersions(tx, id)
  const held = versions.find((one) => one.fromOn <= fromOn && one.untilOn >= fromOn)
  await writes.holdBack(tx)
  await writes.putVersions(tx, context, id, applyChange(versions, fromOn, attributes, source))
  await writes.touch(tx, context, [id])
  const changes = audit.changes(held?.attributes ?? {}, attributes)
  const moved = place ? await movePlace(tx, context, id, fromOn, place) : undefined
  return { ...changes, fromOn, source, ...(moved && { place: moved }) }
}

/** The place is split like a description; the change reaches later places that are the same otherwise. */
async function movePlace(
  tx: Tx,
  context: Context,
  id: Id,
  fromOn: PlainDate,
  given: SomePlace,
): Promise<{ before: EntityPlace; after: EntityPlace } | undefined> {
  const places = await store.listPlaces(tx, id)
  const held = places.find((one) => one.fromOn <= fromOn && one.untilOn >= fromOn)
  if (!held) throw refusals.beforeDescription(places[0]?.fromOn ?? fromOn)
  const before = placeOf(held)
  const after = { ...before, ...defined(given) }
  const isOther = after.unitId !== before.unitId
  const isSame = !isOther && same(before, after)
  if (isSame) return undefined
  if (isOther && !(await writes.isUnitOn(tx, after.unitId, fromOn)))
    throw refusals.unknownUnit(fromOn)
  if (isOther && held.fromOn === fromOn && !(await writes.keepsUnit(tx, after.unitId)))
    throw refusals.unitNotKept()
  const later = places.filter((one) => one.fromOn > fromOn)
  // A move is recorded first: afterwards its keeper may be another.
  if (isOther) await recordMove(tx, context, id, fromOn, before.unitId)
  // Later places have units of their own: what is corrected before them reaches only up to them.
  const { untilOn } = held
  const isLast = untilOn === FOREVER
  const heirs = isOther && isLast ? await writes.unitsFrom(tx, after.unitId, fromOn) : undefined
  if (heirs === null) throw refusals.unclearUnit()
  const turns = heirs ?? [{ unitId: after.unitId, fromOn, untilOn }]
  const [first, ...rest] = turns.map((one) => ({ ...after, ...one }))
  if (!first) throw refusals.unclearUnit()
  if (held.fromOn === fromOn) await writes.updatePlace(tx, id, first)
  else {
    await writes.endPlace(tx, id, held.fromOn, addDays(fromOn, -1))
    await writes.insertPlaces(tx, id, [first])
  }
  await writes.insertPlaces(tx, id, rest)
  if (!isOther)
    for (const one of later)
      if (same(placeOf(one), { ...before, unitId: one.unitId }))
        await writes.updatePlace(tx, id, { ...one, ...after, unitId: one.unitId })
  return { before, after }
}

async function recordMove(tx: Tx, context: Context, id: Id, onDay: PlainDate, fromUnitId: Id) {
  await writes.insertEvents(tx, context, [
    {
      id: newId(),
      entityId: id,
      kind: 'relocated',
      onDay,
      untilOn: null,
      details: { fromUnitId },
      decidedBy: null,
      decisionNo: null,
      decidedOn: null,
      documentId: null,
      note: null,
    },
  ])
}

const placeOf = ({ unitId, address, lat, lon }: EntityPlace): EntityPlace => ({
  unitId,
  address,
  lat,
  lon,
})
const same = (one: EntityPlace, other: EntityPlace) =>
  one.unitId === other.unitId &&
  one.address === other.address &&
  one.lat === other.lat &&
  one.lon === other.lon

function defined(place: SomePlace): Partial<EntityPlace> {
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined))
}
