import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import { ids } from './words.ts'

/** Whether the acting person reads the work of a body. */
export async function isRead(db: Reader, bodyId: Id): Promise<boolean> {
  const row = await db
    .selectFrom('read_bodies')
    .select('body_id')
    .where('body_id', '=', bodyId)
    .executeTakeFirst()
  return row !== undefined
}

export async function isOwnSeat(db: Reader, seatId: Id): Promise<boolean> {
  const row = await db
    .selectFrom('own_seats')
    .select('seat_id')
    .where('seat_id', '=', seatId)
    .executeTakeFirst()
  return row !== undefined
}

/** Of these, the units that lie below the body's unit on the day, and the cooperatives there. */
export function listPlaces(
  db: Reader,
  bodyId: Id,
  { unitIds, entityIds }: { unitIds: readonly Id[]; entityIds: readonly Id[] },
  day: PlainDate,
) {
  return rowsOf(
    db,
    sql<{ id: Id }>`with below as (
        select a.descendant_id as unit_id from agency_versions v
        join unit_ancestry a on a.ancestor_id = v.unit_id and ${day}::date between a.from_on and a.until_on
        where v.agency_id = ${bodyId} and ${day}::date between v.from_on and v.until_on)
      select u.unit_id as id from unit_versions u where u.unit_id = any(${ids(unitIds)})
        and ${day}::date between u.from_on and u.until_on and u.unit_id in (select unit_id from below)
      union
      select p.entity_id from entity_places p where p.entity_id = any(${ids(entityIds)})
        and ${day}::date between p.from_on and p.until_on and p.unit_id in (select unit_id from below)`,
  )
}

/** Cooperatives that the reader sees, by a part of the name; a few for a picker. */
export function searchEntities(db: Reader, words: string | undefined, day: PlainDate) {
  const part = words === undefined ? sql`true` : sql`e.folded like '%' || folded(${words}) || '%'`
  return rowsOf(
    db,
    sql<{ id: Id; name: string; place: string | null }>`select e.id, e.name,
      (select u.kind || ' ' || u.name from entity_places p join unit_versions u on u.unit_id = p.unit_id
        and ${day}::date between u.from_on and u.until_on
        where p.entity_id = e.id and ${day}::date between p.from_on and p.until_on) as place
      from entities e where ${part} and ${day}::date between e.from_on and e.until_on
      order by e.name collate "vi-x-icu", e.id limit 20`,
  )
}
