import type { ReadingAgency } from '@hopluc/shared/readings'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'

/** One version of a body; a text may call it by any, and the day says which was in force. */
export interface AreaAgency {
  id: Id
  name: string
  shortName: string
  otherNames: string[]
  kind: string
  manner: ReadingAgency['manner']
  unitId: Id
  unitName: string
  unitKind: string
  unitLevel: string
  fromOn: PlainDate
  untilOn: PlainDate
  isOnDay: boolean
  /** At the unit itself or below it on the day, or at those that were merged into it. */
  isBelow: boolean
}

/**
 * All bodies, of whatever day, of the units that ever belonged with this one: below it, and up to
 * the province in which it lies. Those of other days, also of
 * units that were merged into these, tell "no longer there" from "unknown".
 */
export async function areaAgencies(db: Reader, unitId: Id, on: PlainDate): Promise<AreaAgency[]> {
  return db
    .selectFrom(
      sql<AreaAgency>`(
        with recursive top (id) as (
          select a.ancestor_id from unit_ancestry a
          join unit_versions p on p.unit_id = a.ancestor_id and p.level <> 'nation'
          where a.descendant_id = ${unitId}
          union
          select s.from_id from top join unit_successions s on s.to_id = top.id
        ), area as (
          select distinct descendant_id as id from unit_ancestry where ancestor_id in (select id from top)
          union select ${unitId}::uuid
        ), own (id) as (
          select ${unitId}::uuid
          union
          select s.from_id from own join unit_successions s on s.to_id = own.id
        ), below as (
          select descendant_id as id from unit_ancestry
          where ancestor_id in (select id from own) and ${on}::date between from_on and until_on
          union select id from own
        )
        select v.agency_id as id, v.name, v.short_name as "shortName", v.kind, v.manner,
          array_remove(array[v.symbol], null) || array(
            select n.name from agency_names n where n.agency_id = v.agency_id) as "otherNames",
          v.unit_id as "unitId", u.name as "unitName", u.kind as "unitKind", u.level as "unitLevel",
          v.from_on as "fromOn", v.until_on as "untilOn",
          ${on}::date between v.from_on and v.until_on as "isOnDay",
          v.unit_id in (select id from below) as "isBelow"
        from agency_versions v
        join lateral (
          select name, kind, level from unit_versions u where u.unit_id = v.unit_id
          order by (u.from_on <= v.until_on and u.until_on >= v.from_on) desc, u.from_on desc limit 1
        ) u on true
        where v.unit_id in (select id from area)
        order by v.agency_id, v.from_on)`.as('bodies'),
    )
    .selectAll()
    .execute()
}

/** The agencies whose people sit on a committee on a day. */
export async function memberAgencies(db: Reader, committeeId: Id, on: PlainDate): Promise<Id[]> {
  const rows = await db
    .selectFrom('committee_members')
    .select('agency_id')
    .distinct()
    .where('committee_id', '=', committeeId)
    .where('agency_id', 'is not', null)
    .where('from_on', '<=', on)
    .where('until_on', '>=', on)
    .execute()
  return rows.flatMap(({ agency_id: id }) => id ?? [])
}
