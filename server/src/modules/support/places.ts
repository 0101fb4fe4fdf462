import type { SupportKind } from '@hopluc/shared/support'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf, unitName, unitsUnder } from '../units/index.ts'

/** The cooperative whose people sign in for an agency. */
export async function ownEntity(db: Reader, agencyId: Id): Promise<Id | undefined> {
  const row = await db
    .selectFrom('entities')
    .select('id')
    .where('agency_id', '=', agencyId)
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}

/** Where it lies today, if that is under a unit. */
export async function placeUnder(
  db: Reader,
  entityId: Id,
  aboveId: Id,
  day: PlainDate,
): Promise<Id | undefined> {
  const [row] = await rowsOf(
    db,
    sql<{ unitId: Id }>`select p.unit_id as "unitId" from entity_places p
      where p.entity_id = ${entityId} and ${day}::date between p.from_on and p.until_on
        and p.unit_id in ${unitsUnder(aboveId, day)} limit 1`,
  )
  return row?.unitId
}

/** Of which unit an agency is on a day: what it keeps is for cooperatives there and below. */
export async function unitOfAgency(db: Reader, agencyId: Id, day: PlainDate): Promise<Id> {
  const { unit_id: unitId } = await db
    .selectFrom('agency_versions')
    .select('unit_id')
    .where('agency_id', '=', agencyId)
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .executeTakeFirstOrThrow()
  return unitId
}

/** The name of a unit as of a day, or the one next to it. */
export const unitOn = (unitId: string, day: PlainDate) =>
  sql`(select ${unitName('u')} from unit_versions u where u.unit_id = ${sql.ref(unitId)}
    order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1)`

/** Whether one reads such a programme, and it is of this kind. */
export async function isOfKind(db: Reader, programmeId: Id, kind: SupportKind): Promise<boolean> {
  const row = await db
    .selectFrom('support_programmes')
    .select('id')
    .where('id', '=', programmeId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row !== undefined
}
