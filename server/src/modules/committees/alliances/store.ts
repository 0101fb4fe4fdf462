import type { BoardKind, Congress, CongressChange, NewCongress } from '@hopluc/shared/alliances'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/db.ts'
import { rowsOf } from '../../units/index.ts'
import { allianceNotFound, changed } from '../refusals.ts'

export interface AllianceRow {
  id: Id
  name: string
  shortName: string
  unitId: Id
  unit: string
  isDemo: boolean
}

export async function get(db: Reader, id: Id, day: PlainDate): Promise<AllianceRow> {
  const [row] = await rowsOf(
    db,
    sql<AllianceRow>`select v.agency_id as id, v.name, v.short_name as "shortName", v.unit_id as "unitId",
      a.is_demo as "isDemo", (select u.kind || ' ' || u.name from unit_versions u where u.unit_id = v.unit_id
        order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit
      from agencies a join agency_versions v on v.agency_id = a.id
      where a.id = ${id} and v.kind = 'alliance'
      order by (${day}::date between v.from_on and v.until_on) desc, v.from_on desc limit 1`,
  )
  if (!row) throw allianceNotFound()
  return row
}

/** Last first, up to the day. */
export function listCongresses(db: Reader, id: Id, day: PlainDate): Promise<Congress[]> {
  return rowsOf(
    db,
    sql<Congress>`select id, number, term, held_on as "heldOn", until_on as "untilOn", place, delegates,
      member_units as "memberUnits", resolution, resolution_id as "resolutionId", charter,
      charter_id as "charterId", charter_task_id as "charterTaskId", is_demo as "isDemo", version
      from congresses where alliance_id = ${id} and held_on <= ${day}::date order by held_on desc`,
  )
}

export function listBoards(db: Reader, id: Id, day: PlainDate) {
  return rowsOf(
    db,
    sql<{ bodyId: Id; kind: BoardKind }>`select b.body_id as "bodyId", b.kind from boards b
      where b.alliance_id = ${id} and exists (select from committee_versions v
        where v.committee_id = b.body_id and v.from_on <= ${day}::date)
      order by array_position(array['executive', 'standing', 'inspection'], b.kind)`,
  )
}

export async function addCongress(tx: Tx, allianceId: Id, facts: NewCongress): Promise<Id> {
  const id = newId()
  await tx
    .insertInto('congresses')
    .values({
      id,
      alliance_id: allianceId,
      number: facts.number,
      term: facts.term,
      held_on: facts.heldOn,
      until_on: facts.untilOn,
      place: facts.place,
      delegates: facts.delegates,
      member_units: facts.memberUnits,
      resolution: facts.resolution,
      resolution_id: facts.resolutionId,
      charter: facts.charter,
      charter_id: facts.charterId,
    })
    .execute()
  return id
}

export async function changeCongress(
  tx: Tx,
  allianceId: Id,
  id: Id,
  { version, ...facts }: CongressChange,
): Promise<void> {
  const row = await tx
    .selectFrom('congresses')
    .select('version')
    .where('id', '=', id)
    .where('alliance_id', '=', allianceId)
    .forUpdate()
    .executeTakeFirstOrThrow(allianceNotFound)
  if (row.version !== version) throw changed('alliances')
  await tx
    .updateTable('congresses')
    .set({
      version: version + 1,
      ...(facts.number !== undefined && { number: facts.number }),
      ...(facts.term !== undefined && { term: facts.term }),
      ...(facts.heldOn !== undefined && { held_on: facts.heldOn }),
      ...(facts.untilOn !== undefined && { until_on: facts.untilOn }),
      ...(facts.place !== undefined && { place: facts.place }),
      ...(facts.delegates !== undefined && { delegates: facts.delegates }),
      ...(facts.memberUnits !== undefined && { member_units: facts.memberUnits }),
      ...(facts.resolution !== undefined && { resolution: facts.resolution }),
      ...(facts.resolutionId !== undefined && { resolution_id: facts.resolutionId }),
      ...(facts.charter !== undefined && { charter: facts.charter }),
      ...(facts.charterId !== undefined && { charter_id: facts.charterId }),
      ...(facts.charterTaskId !== undefined && { charter_task_id: facts.charterTaskId }),
    })
    .where('id', '=', id)
    .execute()
}

export async function foundBoard(
  tx: Tx,
  { id: allianceId, unitId }: AllianceRow,
  kind: BoardKind,
  names: { name: string; shortName: string },
  fromOn: PlainDate,
): Promise<Id> {
  const id = newId()
  await sql`select found_body(${id}, ${unitId}, ${allianceId}, ${kind}, ${names.name},
    ${names.shortName}, null, ${fromOn}::date)`.execute(tx)
  return id
}
