import type { DifficultyLevel } from '@hopluc/shared/difficulties'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { BY_NAME, rowsOf } from '../units/index.ts'

/** Communes of today in one's area; none for a cooperative. */
export function listUnits(db: Reader, day: PlainDate): Promise<UnitName[]> {
  return rowsOf(
    db,
    sql<UnitName>`select u.unit_id as id, u.level, u.kind, u.name from unit_versions u
      where u.level = 'commune' and ${day}::date between u.from_on and u.until_on
        and u.unit_id in (select acting_area())
      order by u.name ${BY_NAME}, u.unit_id limit 500`,
  )
}

export async function unitOnDay(db: Reader, id: Id, day: PlainDate) {
  const [row] = await rowsOf(
    db,
    sql<{ id: Id; level: string }>`select u.unit_id as id, u.level from unit_versions u
      where u.unit_id = ${id} and ${day}::date between u.from_on and u.until_on
        and u.unit_id in (select acting_area())`,
  )
  return row
}

/** For whom a cooperative's people speak: its record in the register, and where it lies today. */
export async function ownPlace(db: Reader, agencyId: Id, day: PlainDate) {
  const [row] = await rowsOf(
    db,
    sql<{ entityId: Id | null; unitId: Id }>`select e.id as "entityId",
        coalesce(p.unit_id, v.unit_id) as "unitId"
      from agency_versions v
      left join entities e on e.agency_id = v.agency_id
      left join entity_places p on p.entity_id = e.id and ${day}::date between p.from_on and p.until_on
      where v.agency_id = ${agencyId} and ${day}::date between v.from_on and v.until_on
      order by e.id limit 1`,
  )
  return row
}

export async function liesIn(db: Reader, entityId: Id, unitId: Id, day: PlainDate) {
  const rows = await rowsOf(
    db,
    sql<{ id: Id }>`select p.entity_id as id from entity_places p
      where p.entity_id = ${entityId} and p.unit_id = ${unitId}
        and ${day}::date between p.from_on and p.until_on`,
  )
  return rows.length > 0
}

/** Who has it at a level, by the rules of the day. */
export async function handlerAt(
  db: Reader,
  at: { unitId: Id; topicId: Id; level: DifficultyLevel },
  day: PlainDate,
): Promise<Id | null> {
  const [row] = await rowsOf(
    db,
    sql<{ id: Id | null }>`select difficulty_handler(${at.unitId}, ${at.topicId}, ${at.level},
      ${day}::date) as id`,
  )
  return row?.id ?? null
}

export async function termsOf(db: Reader, level: DifficultyLevel) {
  const row = await db
    .selectFrom('difficulty_terms')
    .select(['answer_days', 'transfer_days'])
    .where('level', '=', level)
    .executeTakeFirstOrThrow()
  return { answer: row.answer_days, transfer: row.transfer_days }
}

/** Other agencies of the province and of the commune that can have it. */
export function listAgencies(db: Reader, unitId: Id, butId: Id | null, day: PlainDate) {
  return rowsOf(
    db,
    sql<Named & { kind: string; unitLevel: string }>`
      select v.agency_id as id, v.name, v.short_name as "shortName", v.kind, u.level as "unitLevel"
      from unit_ancestry a join unit_versions u on u.unit_id = a.ancestor_id
        and ${day}::date between u.from_on and u.until_on
      join agency_versions v on v.unit_id = u.unit_id and ${day}::date between v.from_on and v.until_on
      where a.descendant_id = ${unitId} and ${day}::date between a.from_on and a.until_on
        and v.agency_id is distinct from ${butId}::uuid and v.acts_for_id is null
        and (u.level = 'commune' and v.kind = 'people_committee' or u.level = 'province'
          and v.kind in ('people_committee', 'department', 'alliance', 'mass_organisation'))
      order by (u.level = 'commune') desc, v.name ${BY_NAME}`,
  )
}

/** Whether one reads such a meeting. */
export async function isMeeting(db: Reader, id: Id): Promise<boolean> {
  return (await rowsOf(db, sql<object>`select id from meetings where id = ${id}`)).length > 0
}

export async function isReturn(db: Reader, id: Id): Promise<boolean> {
  return (await rowsOf(db, sql<object>`select id from returns where id = ${id}`)).length > 0
}
