import type { AttributeSource, Entity, EntityAttributes, NewEntity } from '@hopluc/shared/entities'
import { EntityAttribute } from '@hopluc/shared/entities'
import { FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertDocument, assertKnown, assertNewCode } from './checks.ts'
import { assertLife, assertRecordable } from './domain.ts'
import { may } from './policy.ts'
import { present } from './present.ts'
import * as refusals from './refusals.ts'
import { NOTHING_SAID, type SomeAttributes } from './versions.ts'
import * as writes from './writes.ts'

/** Enters one that the register does not have yet. */
export function create(context: Context, input: NewEntity): Promise<Entity> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'entity.create'))
    const id = await createIn(tx, context, input)
    await audit.record(tx, actor, 'entity.create', id, input)
    await writes.refresh(tx, [id])
    return present(tx, context, id)
  })
}

/**
 * In the transaction of the caller, who has asked whether it may be done, records it, and refreshes
 * what holds of all that were made (`writes.refresh`).
 * @throws AppError `entities.…` for what cannot be; the database refuses a unit that one does not keep
 */
export async function createIn(tx: Tx, context: Context, input: NewEntity): Promise<Id> {
  const { today } = context
  const { fromOn, source } = input
  if (fromOn > today) throw refusals.notYet()
  const events = input.events.map((event) => ({ ...event, id: newId() }))
  for (const event of events) {
    assertRecordable(event, today)
    if (event.otherIds.length > 0) throw refusals.othersUnexpected()
    await assertDocument(tx, event.documentId)
  }
  assertLife(events)
  const attributes: EntityAttributes = {
    ...NOTHING_SAID,
    ...defined(input.attributes),
    ...named(input),
  }
  await assertKnown(tx, attributes)
  await assertNewCode(tx, attributes.code)
  const places = await placesOf(tx, input.place.unitId, fromOn)
  assertAllowed(await writes.keepsUnit(tx, places.at(-1)?.unitId ?? input.place.unitId))
  await writes.holdBack(tx)
  const { name, kind } = attributes
  const id = await writes.insertEntity(tx, context, { name, kind, fromOn })
  const { address = null, lat = null, lon = null } = input.place
  await writes.insertPlaces(
    tx,
    id,
    places.map((place) => ({ ...place, address, lat, lon })),
  )
  const sources = sourcesOf(attributes, source)
  await writes.putVersions(tx, context, id, [{ fromOn, untilOn: FOREVER, attributes, sources }])
  await writes.insertEvents(
    tx,
    context,
    events.map(({ otherIds: _others, ...event }) => ({ ...event, entityId: id })),
  )
  return id
}

async function placesOf(tx: Tx, unitId: Id, fromOn: PlainDate) {
  if (!(await writes.isUnitOn(tx, unitId, fromOn))) throw refusals.unknownUnit(fromOn)
  const places = await writes.unitsFrom(tx, unitId, fromOn)
  if (!places) throw refusals.unclearUnit()
  return places
}

const named = ({ attributes: { name, kind } }: NewEntity) => ({ name, kind })

function defined(attributes: SomeAttributes): Partial<EntityAttributes> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined))
}

/** Only what was said has a source. */
function sourcesOf(attributes: EntityAttributes, source: AttributeSource) {
  const isSaid = (name: EntityAttribute) => {
    const value = attributes[name]
    return Array.isArray(value) ? value.length > 0 : value !== null
  }
  const names = EntityAttribute.options.filter(isSaid)
  return Object.fromEntries(names.map((name) => [name, source]))
}
