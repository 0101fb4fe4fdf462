import type { AgencyKind, Manner, UnitLevel } from '@hopluc/shared/units'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from './sql.ts'

/** An agency as a text of a day may call it. */
export interface KnownAgency {
  id: Id
  name: string
  /** The short name, the symbol and the other names of that day. */
  shortNames: string[]
  kind: AgencyKind
  unitId: Id
  unitName: string
  /** xã, huyện, tỉnh … */
  unitKind: string
  fromOn: PlainDate
  untilOn: PlainDate
}

/**
 * The agencies that existed on the day. `unitId` narrows to those a text from there can mean: the
 * agencies of the province (or, before 07/2025, of all units in it) that the unit lies in, and the nation's.
 */
export function knownAgencies(db: Reader, day: PlainDate, unitId?: Id): Promise<KnownAgency[]> {
  const within = unitId
    ? sql`v.unit_id in (
        select b.descendant_id from unit_ancestry a
        join unit_versions p on p.unit_id = a.ancestor_id and p.level = 'province'
          and ${day}::date between p.from_on and p.until_on
        join unit_ancestry b on b.ancestor_id = p.unit_id and ${day}::date between b.from_on and b.until_on
        where a.descendant_id = ${unitId} and ${day}::date between a.from_on and a.until_on
        union all
        select unit_id from unit_versions where level = 'nation')`
    : sql`true`
  return rowsOf(
    db,
    sql<KnownAgency>`select v.agency_id as id, v.name, v.kind, v.unit_id as "unitId",
      u.name as "unitName", u.kind as "unitKind", v.from_on as "fromOn", v.until_on as "untilOn",
      array_remove(array[v.short_name, v.symbol], null) || array(
        select n.name from agency_names n where n.agency_id = v.agency_id
          and ${day}::date between n.from_on and n.until_on order by n.name) as "shortNames"
      from agency_versions v join unit_versions u on u.unit_id = v.unit_id
        and ${day}::date between u.from_on and u.until_on
      where ${day}::date between v.from_on and v.until_on and ${within}
      order by v.agency_id`,
  )
}

export interface AgencyOnDay extends Named {
  kind: AgencyKind
  symbol: string | null
  manner: Manner
  needsApproval: boolean
  unitId: Id
  actsForId: Id | null
  /** The first and last day of the version that is shown. */
  fromOn: PlainDate
  untilOn: PlainDate
}

/** Each as of the day, or as it last was before, or as it first will be; in no order. */
export function agenciesByIds(
  db: Reader,
  ids: readonly Id[],
  day: PlainDate,
): Promise<AgencyOnDay[]> {
  return rowsOf(
    db,
    sql<AgencyOnDay>`select distinct on (v.agency_id) v.agency_id as id, v.name,
      v.short_name as "shortName", v.kind, v.symbol, v.manner, v.needs_approval as "needsApproval",
      v.unit_id as "unitId", v.acts_for_id as "actsForId", v.from_on as "fromOn", v.until_on as "untilOn"
      from agency_versions v where v.agency_id = any(${ids}::uuid[])
      order by v.agency_id, (${day}::date between v.from_on and v.until_on) desc,
        (v.from_on <= ${day}::date) desc, v.from_on desc`,
  )
}

export interface CommuneBelow {
  unitId: Id
  level: UnitLevel
  kind: string
  name: string
  /** Its People's Committee, or null where none is kept. */
  agencyId: Id | null
  agencyName: string | null
  agencyShortName: string | null
}

/** Communes below a unit on the day, each with its UBND, in Vietnamese order. */
export function communesUnder(db: Reader, unitId: Id, day: PlainDate): Promise<CommuneBelow[]> {
  return rowsOf(
    db,
    sql<CommuneBelow>`select u.unit_id as "unitId", u.level, u.kind, u.name,
      v.agency_id as "agencyId", v.name as "agencyName", v.short_name as "agencyShortName"
      from unit_ancestry a join unit_versions u on u.unit_id = a.descendant_id and u.level = 'commune'
        and ${day}::date between u.from_on and u.until_on
      left join agency_versions v on v.unit_id = u.unit_id and v.kind = 'people_committee'
        and ${day}::date between v.from_on and v.until_on
      where a.ancestor_id = ${unitId} and ${day}::date between a.from_on and a.until_on
      order by u.name collate "vi-x-icu", u.unit_id`,
  )
}

/** Whether somebody holds a post at an agency today. */
export async function holdsPost(db: Reader, accountId: Id, agencyId: Id): Promise<boolean> {
  const found = sql<{ holds: boolean }>`select holds_post(${accountId}, ${agencyId}) as holds`
  return (await rowsOf(db, found))[0]?.holds === true
}
