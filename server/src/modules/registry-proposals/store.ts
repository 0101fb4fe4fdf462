import type { EntityAttributes, EntityPlace } from '@hopluc/shared/entities'
import type {
  ProposalState,
  ProposalSubject,
  ProposalValues,
} from '@hopluc/shared/entity-proposals'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { ATTRIBUTES, entityNotFound } from '../registry/index.ts'
import { both, rowsOf, unitName } from '../units/index.ts'
import type { Held } from './domain.ts'
import { changed } from './refusals.ts'

export interface ProposalRow {
  id: Id
  entityId: Id
  entityName: string
  entityVersion: number
  unit: UnitName
  unitId: Id
  fromOn: PlainDate
  attributes: Partial<EntityAttributes>
  place: EntityPlace | null
  seen: ProposalValues
  reason: string
  file: { id: Id; name: string } | null
  state: ProposalState
  accepted: ProposalSubject[]
  acceptedFrom: PlainDate | null
  proposedBy: Id
  proposedWords: string
  proposedAt: string
  decidedWords: string | null
  decidedAt: string | null
  decisionReason: string | null
  isDemo: boolean
  version: number
  isKept: boolean
  isOwn: boolean
}

const instant = (column: RawBuilder<unknown>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

const select = (where: readonly RawBuilder<unknown>[], order: RawBuilder<unknown>, limit: number) =>
  sql<ProposalRow>`select p.id, p.entity_id as "entityId", e.name as "entityName",
      e.version as "entityVersion", l.unit_id as "unitId", l.unit, p.from_on as "fromOn", p.attributes, p.place,
      p.seen, p.reason, p.state, p.accepted, p.accepted_from as "acceptedFrom", p.proposed_by as "proposedBy",
      (select json_build_object('id', f.id, 'name', f.name) from files f where f.id = p.file_id) as file,
      p.proposed_words as "proposedWords", ${instant(sql`p.proposed_at`)} as "proposedAt",
      p.decided_words as "decidedWords", ${instant(sql`p.decided_at`)} as "decidedAt",
      p.decision_reason as "decisionReason", p.is_demo as "isDemo", p.version,
      exists (select from kept_entities k where k.id = p.entity_id) as "isKept",
      exists (select from own_entities o where o.id = p.entity_id) as "isOwn"
    from entity_proposals p join entities e on e.id = p.entity_id
    cross join lateral (select u.unit_id, ${unitName('u')} as unit
      from entity_places a join unit_versions u on u.unit_id = a.unit_id
      where a.entity_id = p.entity_id order by a.from_on desc, u.from_on desc limit 1) l
    where ${both(where)} order by ${order} limit ${limit}`

/** Newest first. */
export function listOf(db: Reader, entityId: Id): Promise<ProposalRow[]> {
  return rowsOf(
    db,
    select([sql`p.entity_id = ${entityId}`], sql`p.proposed_at desc, p.id desc`, 100),
  )
}

/** Of all entities in reach; those that have waited longest first. */
export function listOpen(db: Reader, limit: number, after?: Id): Promise<ProposalRow[]> {
  const where = [sql`p.state = 'open'`]
  if (after !== undefined)
    where.push(
      sql`(p.proposed_at, p.id) > (select proposed_at, id from entity_proposals where id = ${after})`,
    )
  return rowsOf(db, select(where, sql`p.proposed_at, p.id`, limit))
}

export async function find(db: Reader, entityId: Id, id: Id): Promise<ProposalRow | undefined> {
  const [row] = await rowsOf(
    db,
    select([sql`p.entity_id = ${entityId}`, sql`p.id = ${id}`], sql`p.id`, 1),
  )
  return row
}

/** Held until the transaction ends. */
export async function lock(tx: Tx, id: Id, version: number): Promise<void> {
  const row = await tx
    .selectFrom('entity_proposals')
    .select(['version', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row?.version !== version || row.state !== 'open') throw changed()
}

/** How the acting post stands to an entity. */
export async function standingOf(db: Reader, entityId: Id) {
  const [row] = await rowsOf(
    db,
    sql<{ isKept: boolean; isOwn: boolean; agencyId: Id | null; name: string }>`select
      exists (select from kept_entities k where k.id = e.id) as "isKept",
      exists (select from own_entities o where o.id = e.id) as "isOwn", e.agency_id as "agencyId", e.name
      from entities e where e.id = ${entityId}`,
  )
  if (!row) throw entityNotFound()
  return row
}

export interface AskedHeld {
  /** By which the answer is found again. */
  key: Id
  entityId: Id
  day: PlainDate
}

/** What holds of entities, each on its day, whatever became of it later; all in one query. */
export async function heldOn(db: Reader, asked: readonly AskedHeld[]): Promise<Map<Id, Held>> {
  if (asked.length === 0) return new Map()
  const rows = await rowsOf(
    db,
    sql<Held & { key: Id }>`select r.key, ${ATTRIBUTES} as attributes,
        json_build_object('unitId', p.unit_id, 'address', p.address, 'lat', p.lat, 'lon', p.lon) as place
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as r (key uuid, "entityId" uuid, day date)
      join entity_versions v on v.entity_id = r."entityId" and r.day between v.from_on and v.until_on
      join entity_places p on p.entity_id = r."entityId" and r.day between p.from_on and p.until_on`,
  )
  return new Map(rows.map(({ key, ...held }) => [key, held]))
}

/** The commune's people, whose posts an entity's own people do not see. */
export async function tellKeepers(tx: Tx, id: Id, params: object, at: Date): Promise<void> {
  await sql`select tell_of_proposal(${id}, ${JSON.stringify(params)}::jsonb, ${at})`.execute(tx)
}

/** Names of units, as they are last called. */
export async function unitsOf(db: Reader, ids: readonly Id[]): Promise<Record<Id, UnitName>> {
  if (ids.length === 0) return {}
  const rows = await rowsOf(
    db,
    sql<{
      id: Id
      unit: UnitName
    }>`select distinct on (u.unit_id) u.unit_id as id, ${unitName('u')} as unit
      from unit_versions u where u.unit_id = any (${[...ids]}::uuid[]) order by u.unit_id, u.from_on desc`,
  )
  return Object.fromEntries(rows.map(({ id, unit }) => [id, unit]))
}

export interface ProposalToWrite {
  id: Id
  entityId: Id
  fromOn: PlainDate
  proposed: ProposalValues
  seen: ProposalValues
  reason: string
  fileId: Id | null
  by: { accountId: Id; byWords: string }
  at: Date
}

export async function insert(tx: Tx, one: ProposalToWrite): Promise<void> {
  await tx
    .insertInto('entity_proposals')
    .values({
      id: one.id,
      entity_id: one.entityId,
      from_on: one.fromOn,
      attributes: JSON.stringify(one.proposed.attributes),
      place: one.proposed.place && JSON.stringify(one.proposed.place),
      seen: JSON.stringify(one.seen),
      reason: one.reason,
      file_id: one.fileId,
      proposed_by: one.by.accountId,
      proposed_words: one.by.byWords,
      proposed_at: one.at,
    })
    .execute()
}

export interface Outcome {
  state: ProposalState
  accepted: readonly ProposalSubject[]
  acceptedFrom: PlainDate | null
  reason: string | null
  by: { accountId: Id; byWords: string }
  at: Date
}

export async function decide(tx: Tx, id: Id, outcome: Outcome): Promise<void> {
  await tx
    .updateTable('entity_proposals')
    .set(({ eb }) => ({
      state: outcome.state,
      accepted: [...outcome.accepted],
      accepted_from: outcome.acceptedFrom,
      decision_reason: outcome.reason,
      decided_by: outcome.by.accountId,
      decided_words: outcome.by.byWords,
      decided_at: outcome.at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}
