import type {
  AttributeSource,
  EntityAttributes,
  EntityEventKind,
  EntityStatus,
  EventDetails,
} from '@hopluc/shared/entities'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import { changed, notFound } from './refusals.ts'
import { sizeOn } from './size.ts'
import { onDay, unitNamed } from './sql.ts'

/** The record itself, whatever its description says. */
export async function get(db: Reader, id: Id) {
  const row = await db
    .selectFrom('entities as e')
    .leftJoin('accounts as a', 'a.id', 'e.updated_by')
    .select(['e.id', 'e.version', 'e.updated_at as updatedAt', 'a.name as updatedBy'])
    .select(['e.is_demo as isDemo', 'e.merged_into_id as mergedIntoId', 'e.name'])
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Held until the transaction ends; refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number): Promise<void> {
  const row = await tx
    .selectFrom('entities')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.version !== version) throw changed()
}

/**
 * Holds several until the transaction ends, always in the same order, so that two who mean each other's
 * wait and neither is refused by the database.
 */
export async function lockAll(tx: Tx, ids: readonly Id[]): Promise<void> {
  await tx
    .selectFrom('entities')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Those of them that the acting person keeps today. */
export async function keptOf(db: Reader, ids: readonly Id[]): Promise<Set<Id>> {
  const rows = await db
    .selectFrom('kept_entities')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Whether there is any unit whose register the acting person keeps. */
export async function keepsAny(db: Reader): Promise<boolean> {
  const [row] = await rowsOf(
    db,
    sql<{ isAny: boolean }>`select exists (select kept_units()) as "isAny"`,
  )
  return row?.isAny ?? false
}

/** Their names, of those that the acting person reads. */
export async function namesOf(db: Reader, ids: readonly Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('entities')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** As JSON with the names of the contract. */
export const ATTRIBUTES = sql<EntityAttributes>`json_build_object('name', v.name,
  'shortName', v.short_name, 'foreignName', v.foreign_name, 'kind', v.kind, 'code', v.code, 'law', v.law,
  'governance', v.governance, 'phone', v.phone, 'email', v.email, 'website', v.website, 'lines', v.lines,
  'commodities', v.commodities, 'charterCapital', v.charter_capital, 'officialMembers', v.official_members,
  'linkedMembers', v.linked_members, 'otherMembers', v.other_members, 'workers', v.workers,
  'representative', v.representative)`

export interface VersionRow {
  fromOn: PlainDate
  untilOn: PlainDate
  attributes: EntityAttributes
  sources: Partial<Record<keyof EntityAttributes, AttributeSource>>
  recordedBy: string | null
  recordedAt: string
}

/** Oldest first. */
export function listVersions(db: Reader, id: Id): Promise<VersionRow[]> {
  return rowsOf(
    db,
    sql<VersionRow>`select v.from_on as "fromOn", v.until_on as "untilOn", ${ATTRIBUTES} as attributes,
        v.sources, a.name as "recordedBy",
        to_char(v.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt"
      from entity_versions v left join accounts a on a.id = v.recorded_by
      where v.entity_id = ${id} order by v.from_on`,
  )
}

export interface PlaceRow {
  fromOn: PlainDate
  untilOn: PlainDate
  unitId: Id
  unit: UnitName
  address: string | null
  lat: number | null
  lon: number | null
  act: string | null
}

/** Oldest first; each with the unit as it was called when the place began. */
export function listPlaces(db: Reader, id: Id): Promise<PlaceRow[]> {
  return rowsOf(
    db,
    sql<PlaceRow>`select p.from_on as "fromOn", p.until_on as "untilOn", p.unit_id as "unitId",
        ${unitNamed(sql`p.unit_id`, sql`p.from_on`)} as unit, p.address, p.lat::float8 as lat,
        p.lon::float8 as lon, r.act
      from entity_places p left join reorganisations r on r.id = p.reorganisation_id
      where p.entity_id = ${id} order by p.from_on`,
  )
}

export interface SpanRow {
  status: EntityStatus
  unit: UnitName
  field: string | null
  sector: string | null
  size: string | null
  members: number | null
}

/** What holds on the day. */
export async function findSpan(db: Reader, id: Id, day: PlainDate): Promise<SpanRow | undefined> {
  const rows = await rowsOf(
    db,
    sql<SpanRow>`select s.status, ${unitNamed(sql`s.unit_id`, onDay(day))} as unit, s.field, s.sector,
        ${sizeOn(sql`s.entity_id`, day)} as size, s.members
      from entity_spans s
      where s.entity_id = ${id} and ${day}::date between s.from_on and s.until_on`,
  )
  return rows[0]
}

export interface EventRow {
  id: Id
  kind: EntityEventKind
  onDay: PlainDate
  untilOn: PlainDate | null
  details: EventDetails
  decidedBy: string | null
  decisionNo: string | null
  decidedOn: PlainDate | null
  documentId: Id | null
  note: string | null
  recordedAt: string
  recordedOn: PlainDate
  voidedOn: PlainDate | null
  voidReason: string | null
  others: { id: Id; name: string }[]
}

/** Oldest first, also those that were taken back. */
export function listEvents(db: Reader, id: Id): Promise<EventRow[]> {
  return rowsOf(
    db,
    sql<EventRow>`select e.id, e.kind, e.on_day as "onDay", e.until_on as "untilOn", e.details,
        e.decided_by as "decidedBy", e.decision_no as "decisionNo", e.decided_on as "decidedOn",
        e.document_id as "documentId", e.note,
        to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt",
        (e.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as "recordedOn",
        (e.voided_at at time zone 'Asia/Ho_Chi_Minh')::date as "voidedOn", e.void_reason as "voidReason",
        coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name)
          from entity_successions s join entities o on o.id in (s.from_id, s.to_id) and o.id <> e.entity_id
          where s.event_id::text in (e.id::text, e.details->>'ofEventId')
            and e.entity_id in (s.from_id, s.to_id)), '[]') as others
      from entity_events e where e.entity_id = ${id} order by e.on_day, e.recorded_at, e.id`,
  )
}

export interface ChainRow {
  id: Id
  name: string
  onDay: PlainDate
  kind: string
}

/** Who it came from and who came from it, up to the day; without what was taken back. */
export async function chainOf(db: Reader, id: Id, day: PlainDate) {
  const rows = await rowsOf(
    db,
    sql<ChainRow & { isBefore: boolean }>`select o.id, o.name, s.on_day as "onDay", s.kind,
        s.to_id = ${id} as "isBefore"
      from entity_successions s
      join entities o on o.id = case when s.to_id = ${id} then s.from_id else s.to_id end
      join entity_events e on e.id = s.event_id and e.voided_at is null
      where ${id} in (s.from_id, s.to_id) and s.on_day <= ${day}::date order by s.on_day, o.name`,
  )
  const of = (isBefore: boolean) =>
    rows.filter((row) => row.isBefore === isBefore).map(({ isBefore: _side, ...row }) => row)
  return { predecessors: of(true), successors: of(false) }
}

export interface CodeHolder {
  code: string
  entityId: Id
  name: string
  place: string | null
}

/** Who bears these codes, wherever they are; of doubles that were merged only the one that stays. */
export function codeHolders(db: Reader, codes: readonly string[]): Promise<CodeHolder[]> {
  return rowsOf(
    db,
    sql<CodeHolder>`select code, entity_id as "entityId", name, place
      from code_holders(${[...codes]}::text[])`,
  )
}

/** Fewest members by kind and law. */
export function listMinimums(db: Reader) {
  return db.selectFrom('member_minimums').select(['kind', 'law', 'members', 'basis']).execute()
}
