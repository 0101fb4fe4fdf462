import { statusWordsOf } from '@hopluc/shared/entity-words'
import {
  BusinessField,
  type Entity,
  type EntityHistory,
  Sector,
  SizeClass,
} from '@hopluc/shared/entities'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { allowedActions } from './policy.ts'
import { notOnDay } from './refusals.ts'
import * as store from './store.ts'
import { differing } from './versions.ts'
import { warningsOf } from './warnings.ts'

/** One record as of a day; a past day allows nothing. */
export async function present(
  db: Reader,
  { actor, today }: Context,
  id: Id,
  day: PlainDate = today,
): Promise<Entity> {
  const row = await store.get(db, id)
  const versions = await store.listVersions(db, id)
  const places = await store.listPlaces(db, id)
  const on = <T extends { fromOn: PlainDate; untilOn: PlainDate }>(rows: readonly T[]) =>
    rows.find(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
  const version = on(versions)
  const place = on(places)
  if (!version || !place) throw notOnDay(day)
  const span = await store.findSpan(db, id, day)
  const isPast = day < today
  const events = (await store.listEvents(db, id)).filter(({ onDay }) => !isPast || onDay <= day)
  const valid = events.filter((event) => event.voidReason === null && event.onDay <= day)
  const { attributes, sources } = version
  const status = span?.status ?? null
  const minimums = await store.listMinimums(db)
  const isKept =
    day === today && row.mergedIntoId === null && (await store.keptOf(db, [id])).has(id)
  const merged = row.mergedIntoId
  const names = await store.namesOf(db, merged ? [merged] : [])
  return {
    id,
    asOf: day,
    status,
    statusWords: status && statusWordsOf(attributes.kind, status),
    attributes,
    sources,
    place: {
      unitId: place.unitId,
      unit: span?.unit ?? place.unit,
      address: place.address,
      lat: place.lat,
      lon: place.lon,
      fromOn: place.fromOn,
    },
    field: BusinessField.nullable().parse(span?.field ?? null),
    sector: Sector.nullable().parse(span?.sector ?? null),
    size: SizeClass.nullable().parse(span?.size ?? null),
    warnings: warningsOf({ attributes, status, events: valid, minimums, day }),
    events,
    ...(await store.chainOf(db, id, day)),
    mergedInto: merged ? { id: merged, name: names.get(merged) ?? '' } : null,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: row.updatedBy,
    isDemo: row.isDemo,
    version: row.version,
    allowed: allowedActions(actor, isKept),
  }
}

/** All versions side by side, newest first. */
export async function history(db: Reader, id: Id): Promise<EntityHistory> {
  await store.get(db, id)
  const versions = await store.listVersions(db, id)
  const items = versions.map((version, index) => ({
    ...version,
    changed: differing(versions[index - 1]?.attributes ?? version.attributes, version.attributes),
  }))
  const places = await store.listPlaces(db, id)
  return { items: items.toReversed(), places: places.toReversed() }
}
