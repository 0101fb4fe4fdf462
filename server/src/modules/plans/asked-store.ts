import type { UnitName } from '@hopluc/shared/units'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { BY_NAME, rowsOf } from '../units/index.ts'

export type Asked = Named & { unitId: Id; isDepartment: boolean }

/** Whom a plan asks on the day: People's Committees of its units, and departments of its own unit. */
export function askedAgencies(
  db: Reader,
  own: Id,
  units: readonly UnitName[],
  day: PlainDate,
): Promise<Asked[]> {
  return rowsOf(
    db,
    sql<Asked>`select v.agency_id as id, v.name, v.short_name as "shortName", v.unit_id as "unitId",
        v.kind = 'department' as "isDepartment"
      from agency_versions v where ${day}::date between v.from_on and v.until_on
        and (v.kind = 'people_committee' and v.unit_id = any (${units.map(({ id }) => id)}::uuid[])
          or v.kind = 'department' and v.unit_id = ${own})
      order by (v.kind = 'department') desc, v.name ${BY_NAME}, v.agency_id`,
  )
}
