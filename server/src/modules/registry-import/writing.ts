import type {
  AttributeSource,
  EntityAttributes,
  EntityVersion,
  NewEntityEvent,
} from '@hopluc/shared/entities'
import { EntityAttribute } from '@hopluc/shared/entities'
import { FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import {
  addEventIn,
  applyChange,
  changeIn,
  holdBack,
  NOTHING_SAID,
  refresh,
  versionColumns,
} from '../registry/index.ts'
import { rowsOf } from '../units/index.ts'
import { stateFigures } from './figures.ts'
import { recordset } from './recordset.ts'
import type { Planned } from './planned.ts'

const CHUNK = 2000

export interface Writing {
  source: AttributeSource['from']
  day: PlainDate
  /** Stands as the note of every source. */
  note: string | null
  /** From which it comes, where it comes from one. */
  fileId: Id | null
  report: (done: number, total: number) => Promise<void>
}

/**
 * Writes what is planned, some thousand lines at a time in the transaction of the caller, who records it as
 * a whole; of each that is changed what it was is recorded here. Answers the ids, new and changed.
 */
export async function write(
  tx: Tx,
  context: Context,
  planned: readonly Planned[],
  writing: Writing,
): Promise<{ created: Id[]; changed: Id[] }> {
  const done: { created: Id[]; changed: Id[] } = { created: [], changed: [] }
  for (let at = 0; at < planned.length; at += CHUNK) {
    const some = planned.slice(at, at + CHUNK)
    await holdBack(tx)
    const created = await create(
      tx,
      context,
      some.filter(({ action }) => action === 'create'),
      writing,
    )
    const changed = await change(
      tx,
      context,
      some.filter(({ action }) => action !== 'create'),
      writing,
    )
    await refresh(tx, [...created, ...changed])
    done.created.push(...created)
    done.changed.push(...changed)
    await writing.report(at + some.length, planned.length)
  }
  return done
}

const sourceOf = ({ source, day, note }: Writing): AttributeSource => ({
  from: source,
  on: day,
  documentId: null,
  note,
})

async function create(
  tx: Tx,
  context: Context,
  some: readonly Planned[],
  writing: Writing,
): Promise<Id[]> {
  if (some.length === 0) return []
  const fresh = some.map((one) => ({ ...one, id: newId() }))
  const source = sourceOf(writing)
  const { fileId } = writing
  const by = { updated_at: context.now, updated_by: context.actor.accountId }
  const entities = fresh.map(({ id, name, kind, fromOn }) => ({ id, name, kind, from_on: fromOn }))
  await sql`insert into entities (id, name, kind, from_on, updated_at, updated_by)
    select id, name, kind, from_on, ${by.updated_at}, ${by.updated_by} from ${recordset(entities, 'id uuid, name text, kind text, from_on date')}`.execute(
    tx,
  )
  const places = fresh.flatMap(({ id, turns, place }) =>
    turns.map((turn) => ({
      entity_id: id,
      unit_id: turn.unitId,
      from_on: turn.fromOn,
      until_on: turn.untilOn,
      address: place?.address ?? null,
      lat: place?.lat ?? null,
      lon: place?.lon ?? null,
    })),
  )
  await sql`insert into entity_places (entity_id, unit_id, from_on, until_on, address, lat, lon)
    select r.* from ${recordset(places, 'entity_id uuid, unit_id uuid, from_on date, until_on date, address text, lat numeric, lon numeric')}`.execute(
    tx,
  )
  const versions = fresh.map(({ id, name, kind, fromOn, attributes }) => {
    const whole: EntityAttributes = {
      ...NOTHING_SAID,
      ...attributes,
      name,
      kind: kind ?? 'cooperative',
    }
    const names = EntityAttribute.options.filter((key) => attributes[key] !== undefined)
    const sources = Object.fromEntries(names.map((key) => [key, source]))
    return { id, fromOn, untilOn: FOREVER, attributes: whole, sources }
  })
  await putVersions(tx, context, versions, true)
  await putEvents(
    tx,
    context,
    fresh.flatMap(({ id, events }) =>
      events.map((event) => ({ ...event, id: newId(), entityId: id })),
    ),
  )
  await audit.recordMany(
    tx,
    context.actor,
    'entity.create',
    fresh.map(({ id, attributes, kind, place, fromOn, events }) => ({
      subjectId: id,
      data: { attributes: { ...attributes, kind }, place, fromOn, source, events, fileId },
    })),
  )
  await stateFigures(
    tx,
    fresh.map(({ id, year, figures, place }) => ({
      id,
      year,
      figures,
      unitId: place?.unitId ?? '',
    })),
    writing,
    true,
  )
  return fresh.map(({ id }) => id)
}

async function change(
  tx: Tx,
  context: Context,
  some: readonly Planned[],
  writing: Writing,
): Promise<Id[]> {
  const lines = some.flatMap((one) => (one.entityId ? [{ ...one, id: one.entityId }] : []))
  if (lines.length === 0) return []
  const ids = lines.map(({ id }) => id)
  const source = sourceOf(writing)
  await tx
    .selectFrom('entities')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  const held = Map.groupBy(await versionsOf(tx, ids), ({ id }) => id)
  await putVersions(
    tx,
    context,
    lines.flatMap(({ id, fromOn, attributes }) =>
      applyChange(held.get(id) ?? [], fromOn, attributes, source).map((version) => ({
        ...version,
        id,
      })),
    ),
    false,
  )
  await sql`update entities set version = version + 1, updated_at = ${context.now},
    updated_by = ${context.actor.accountId} where id = any (${ids}::uuid[])`.execute(tx)
  const deeds: { subjectId: Id; data: object }[] = []
  for (const { id, fromOn, attributes, place, events } of lines) {
    const before = held.get(id)?.find((one) => one.fromOn <= fromOn && one.untilOn >= fromOn)
    const moved = place
      ? await changeIn(tx, context, id, { fromOn, attributes: {}, place, source })
      : {}
    for (const event of events) await addEventIn(tx, context, id, event)
    const changes = audit.changes(before?.attributes ?? {}, attributes)
    if (Object.keys(attributes).length > 0 || place || events.length > 0)
      deeds.push({
        subjectId: id,
        data: { ...moved, ...changes, fromOn, source, events, fileId: writing.fileId },
      })
  }
  await audit.recordMany(tx, context.actor, 'entity.change', deeds)
  await stateFigures(
    tx,
    lines.map(({ id, year, figures, unitId }) => ({ id, year, figures, unitId: unitId ?? '' })),
    writing,
    false,
  )
  return ids
}

type VersionOf = EntityVersion & { id: Id }

/** Oldest first, of each. */
function versionsOf(db: Reader, ids: readonly Id[]): Promise<VersionOf[]> {
  return rowsOf(
    db,
    sql<VersionOf>`select v.entity_id as id, v.from_on as "fromOn", v.until_on as "untilOn", v.sources,
      json_build_object('name', v.name, 'shortName', v.short_name, 'foreignName', v.foreign_name, 'kind', v.kind,
        'code', v.code, 'law', v.law, 'governance', v.governance, 'phone', v.phone, 'email', v.email,
        'website', v.website, 'lines', v.lines, 'commodities', v.commodities, 'charterCapital', v.charter_capital,
        'officialMembers', v.official_members, 'linkedMembers', v.linked_members, 'otherMembers', v.other_members,
        'workers', v.workers, 'representative', v.representative) as attributes
      from entity_versions v where v.entity_id = any (${[...ids]}::uuid[]) order by v.entity_id, v.from_on`,
  )
}

const VERSION = `entity_id uuid, from_on date, until_on date, name text, short_name text, foreign_name text,
  kind text, code text, law text, governance text, phone text, email text, website text, lines text[],
  commodities text[], charter_capital bigint, official_members int, linked_members int, other_members int,
  workers int, representative text`
const COLUMNS = VERSION.split(',').map((one) => one.trim().split(' ')[0] ?? '')
const AGAIN = sql`on conflict (entity_id, from_on) do update set ${sql.raw(
  COLUMNS.slice(2)
    .map((one) => `${one} = excluded.${one}`)
    .join(', '),
)}, sources = excluded.sources, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`

/** What was shortened goes before what follows it, or the days would overlap. */
async function putVersions(
  tx: Tx,
  { actor, now }: Context,
  versions: readonly VersionOf[],
  isFresh: boolean,
): Promise<void> {
  if (versions.length === 0) return
  // most lines of a list say the same attributes, from the same source: each set is sent once
  const sets = new Map<string, number>()
  const rows = versions.map(({ id, fromOn, untilOn, attributes, sources }) => {
    const set = JSON.stringify(sources)
    const place = sets.get(set) ?? sets.size
    sets.set(set, place)
    const when = { entity_id: id, from_on: fromOn, until_on: untilOn }
    return { ...when, ...versionColumns(attributes), set: place + 1 }
  })
  await sql`insert into entity_versions (${sql.raw(COLUMNS.join(', '))}, sources, recorded_by, recorded_at)
    select ${sql.raw(COLUMNS.join(', '))}, (${[...sets.keys()]}::jsonb[])[r.set], ${actor.accountId}::uuid, ${now}::timestamptz
    from ${recordset(rows, `${VERSION}, set int`)} order by entity_id, from_on
    ${isFresh ? sql`` : AGAIN}`.execute(tx)
}

async function putEvents(
  tx: Tx,
  { actor, now }: Context,
  events: readonly (NewEntityEvent & { id: Id; entityId: Id })[],
): Promise<void> {
  if (events.length === 0) return
  const rows = events.map((event) => ({
    id: event.id,
    entity_id: event.entityId,
    kind: event.kind,
    on_day: event.onDay,
    details: event.details,
    decided_by: event.decidedBy,
    decision_no: event.decisionNo,
    decided_on: event.decidedOn,
    note: event.note,
  }))
  await sql`insert into entity_events (id, entity_id, kind, on_day, details, decided_by, decision_no, decided_on,
      note, recorded_by, recorded_at)
    select r.*, ${actor.accountId}::uuid, ${now}::timestamptz
    from ${recordset(rows, 'id uuid, entity_id uuid, kind text, on_day date, details jsonb, decided_by text, decision_no text, decided_on date, note text')}`.execute(
    tx,
  )
}
