import type { EntityAttributes, EntityVersion, NewEntityEvent } from '@hopluc/shared/entities'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { FOREVER } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'

type By = Pick<Context, 'actor' | 'now'>

/** Several tables are written: what holds is worked out once, by `refresh`. */
export async function holdBack(tx: Tx): Promise<void> {
  await sql`set local hopluc.spans = 'later'`.execute(tx)
}

/** Works out what holds of these on every day, and lets the triggers do so again. */
export async function refresh(tx: Tx, ids: readonly Id[]): Promise<void> {
  await sql`select refresh_entity_spans(${[...ids]}::uuid[])`.execute(tx)
  await sql`set local hopluc.spans = 'now'`.execute(tx)
}

/** One writer at a time of a code: two that enter it together do not both get it. */
export async function lockCode(tx: Tx, code: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(2024, hashtext(${code}))`.execute(tx)
}

export async function insertEntity(
  tx: Tx,
  { actor, now }: By,
  { name, kind, fromOn }: { name: string; kind: string; fromOn: PlainDate },
): Promise<Id> {
  const id = newId()
  const by = { updated_at: now, updated_by: actor.accountId }
  await tx
    .insertInto('entities')
    .values({ id, name, kind, from_on: fromOn, ...by })
    .execute()
  return id
}

/** Counts the change. */
export async function touch(tx: Tx, { actor, now }: By, ids: readonly Id[]): Promise<void> {
  await tx
    .updateTable('entities')
    .set(({ eb }) => ({
      version: eb('version', '+', 1),
      updated_at: now,
      updated_by: actor.accountId,
    }))
    .where('id', 'in', [...ids])
    .execute()
}

export interface PlaceToWrite {
  unitId: Id
  address: string | null
  lat: number | null
  lon: number | null
  fromOn: PlainDate
  untilOn: PlainDate
}

const placeColumns = ({ unitId, address, lat, lon, fromOn, untilOn }: PlaceToWrite) => ({
  unit_id: unitId,
  address,
  lat: lat === null ? null : String(lat),
  lon: lon === null ? null : String(lon),
  from_on: fromOn,
  until_on: untilOn,
})

export async function insertPlaces(tx: Tx, id: Id, places: readonly PlaceToWrite[]): Promise<void> {
  if (places.length === 0) return
  const rows = places.map((place) => ({ entity_id: id, ...placeColumns(place) }))
  await tx.insertInto('entity_places').values(rows).execute()
}

/** The place that begins on this day is now so. */
export async function updatePlace(tx: Tx, id: Id, place: PlaceToWrite): Promise<void> {
  await tx
    .updateTable('entity_places')
    .set(placeColumns(place))
    .where('entity_id', '=', id)
    .where('from_on', '=', place.fromOn)
    .execute()
}

export async function endPlace(tx: Tx, id: Id, fromOn: PlainDate, untilOn: PlainDate) {
  await tx
    .updateTable('entity_places')
    .set({ until_on: untilOn })
    .where('entity_id', '=', id)
    .where('from_on', '=', fromOn)
    .execute()
}

/** A description as `entity_versions` has it. */
export function versionColumns(attributes: EntityAttributes) {
  return {
    name: attributes.name,
    short_name: attributes.shortName,
    foreign_name: attributes.foreignName,
    kind: attributes.kind,
    code: attributes.code,
    law: attributes.law,
    governance: attributes.governance,
    phone: attributes.phone,
    email: attributes.email,
    website: attributes.website,
    lines: attributes.lines,
    commodities: attributes.commodities,
    charter_capital: attributes.charterCapital,
    official_members: attributes.officialMembers,
    linked_members: attributes.linkedMembers,
    other_members: attributes.otherMembers,
    workers: attributes.workers,
    representative: attributes.representative,
  }
}

/** Writes versions that are new or otherwise, each by the day on which it begins; oldest first. */
export async function putVersions(
  tx: Tx,
  { actor, now }: By,
  id: Id,
  versions: readonly EntityVersion[],
): Promise<void> {
  for (const { fromOn, untilOn, attributes, sources } of versions) {
    const row = {
      ...versionColumns(attributes),
      until_on: untilOn,
      sources: JSON.stringify(sources),
      recorded_by: actor.accountId,
      recorded_at: now,
    }
    await tx
      .insertInto('entity_versions')
      .values({ entity_id: id, from_on: fromOn, ...row })
      .onConflict((on) => on.columns(['entity_id', 'from_on']).doUpdateSet(row))
      .execute()
  }
}

export type EventToWrite = Omit<NewEntityEvent, 'otherIds'> & { id: Id; entityId: Id }

export async function insertEvents(
  tx: Tx,
  { actor, now }: By,
  events: readonly EventToWrite[],
): Promise<void> {
  const rows = events.map((event) => ({
    id: event.id,
    entity_id: event.entityId,
    kind: event.kind,
    on_day: event.onDay,
    until_on: event.untilOn,
    details: JSON.stringify(event.details),
    decided_by: event.decidedBy,
    decision_no: event.decisionNo,
    decided_on: event.decidedOn,
    document_id: event.documentId,
    note: event.note,
    recorded_by: actor.accountId,
    recorded_at: now,
  }))
  await tx.insertInto('entity_events').values(rows).execute()
}

export interface Succession {
  fromId: Id
  toId: Id
  onDay: PlainDate
  kind: string
  eventId: Id
}

export async function insertSuccessions(tx: Tx, all: readonly Succession[]): Promise<void> {
  const rows = all.map(({ fromId, toId, onDay, kind, eventId }) => ({
    from_id: fromId,
    to_id: toId,
    on_day: onDay,
    kind,
    event_id: eventId,
  }))
  if (rows.length > 0) await tx.insertInto('entity_successions').values(rows).execute()
}

/** Takes events back: they stay, and count no more. */
export async function voidEvents(
  tx: Tx,
  { actor, now }: By,
  ids: readonly Id[],
  reason: string,
): Promise<void> {
  const taken = { voided_by: actor.accountId, voided_at: now, void_reason: reason }
  await tx
    .updateTable('entity_events')
    .set(taken)
    .where('id', 'in', [...ids])
    .execute()
}

/** The units in which it lay from the day on: those that came of the first; null where that is unclear. */
export async function unitsFrom(
  tx: Tx,
  unitId: Id,
  fromOn: PlainDate,
): Promise<{ unitId: Id; fromOn: PlainDate; untilOn: PlainDate }[] | null> {
  const last = await tx
    .selectFrom('unit_versions')
    .select(({ fn }) => fn.max('until_on').as('until'))
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  const untilOn = last?.until ?? FOREVER
  if (untilOn === FOREVER) return [{ unitId, fromOn, untilOn }]
  const next = await tx
    .selectFrom('unit_successions')
    .select(['to_id as id', 'on_day as onDay'])
    .where('from_id', '=', unitId)
    .execute()
  const [heir] = next
  if (!heir || next.length > 1) return null
  const rest = await unitsFrom(tx, heir.id, heir.onDay)
  return rest && [{ unitId, fromOn, untilOn }, ...rest]
}

/** Whether the unit is one on the day. */
export async function isUnitOn(tx: Tx, unitId: Id, day: PlainDate): Promise<boolean> {
  const row = await tx
    .selectFrom('unit_versions')
    .select('unit_id')
    .where('unit_id', '=', unitId)
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the acting person keeps the register of the unit. */
export async function keepsUnit(tx: Tx, unitId: Id): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql<{ isKept: boolean }>`select ${unitId}::uuid in (select kept_units()) as "isKept"`,
  )
  return rows[0]?.isKept === true
}
