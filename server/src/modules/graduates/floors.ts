import type { GraduatePage, WageFloor } from '@hopluc/shared/graduates'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { unitOfAgency } from '../support/index.ts'
import { rowsOf } from '../units/index.ts'
import { may } from './policy.ts'
import * as refusals from './refusals.ts'

type Floor = GraduatePage['floors'][number]

/** Minimum wages of regions that hold where one is, the newest first. */
export function listFloors(db: Reader): Promise<Floor[]> {
  return rowsOf(
    db,
    sql<Floor>`select f.id, f.region, f.from_on as "fromOn", f.monthly, f.legal_basis as "legalBasis",
        f.is_demo as "isDemo", f.agency_id in (select acting_agencies())
          and (select role from signed_in) in ('officer', 'leader', 'standing') as "mayTakeOut"
      from wage_floors f order by f.from_on desc, f.region, f.id limit 200`,
  )
}

/** What holds of a region on a day by the latest entry above a commune; undefined where none was kept. */
export async function floorOn(
  db: Reader,
  { unitId, region }: { unitId: Id; region: number },
  day: PlainDate,
): Promise<{ monthly: number; legalBasis: string } | undefined> {
  const [row] = await rowsOf(
    db,
    sql<{ monthly: number; legalBasis: string }>`select f.monthly, f.legal_basis as "legalBasis"
      from wage_floors f join unit_ancestry a on a.ancestor_id = f.unit_id and a.descendant_id = ${unitId}
        and ${day}::date between a.from_on and a.until_on
      where f.region = ${region}::int and f.from_on <= ${day}::date
      order by f.from_on desc, f.monthly desc limit 1`,
  )
  return row
}

/** For the cooperatives of one's unit and below. Sent twice, it is entered once. */
export function keepFloor(context: Context, given: WageFloor): Promise<Floor[]> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'wage_floor.keep', true))
    const known = (await listFloors(tx)).find(({ id }) => id === given.id)
    if (known) {
      if (known.monthly !== given.monthly || known.region !== given.region) throw refusals.usedId()
      return listFloors(tx)
    }
    const unitId = await unitOfAgency(tx, actor.agencyId, today)
    if (!(await isAboveCommunes(tx, unitId, today))) throw refusals.notProvince()
    const made = await tx
      .insertInto('wage_floors')
      .values({
        id: given.id,
        unit_id: unitId,
        agency_id: actor.agencyId,
        region: given.region,
        from_on: given.fromOn,
        monthly: given.monthly,
        legal_basis: given.legalBasis,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows !== 1n) throw refusals.floorKnown()
    const { id, ...after } = given
    await audit.record(tx, actor, 'wage_floor.keep', id, { after })
    return listFloors(tx)
  })
}

async function isAboveCommunes(db: Reader, unitId: Id, day: PlainDate): Promise<boolean> {
  const [row] = await rowsOf(
    db,
    sql<{ level: string }>`select level from unit_versions where unit_id = ${unitId}
      and level in ('nation', 'province') and ${day}::date between from_on and until_on`,
  )
  return row !== undefined
}

/** Entered wrongly; what was compared with it stays as it was. */
export function takeOutFloor(context: Context, id: Id): Promise<Floor[]> {
  const { actor } = context
  return context.write(async (tx) => {
    const before = (await listFloors(tx)).find((one) => one.id === id)
    if (!before) throw refusals.notFound()
    assertAllowed(may(actor, 'wage_floor.keep', before.mayTakeOut))
    await tx.deleteFrom('wage_floors').where('id', '=', id).execute()
    await audit.record(tx, actor, 'wage_floor.keep', id, { before })
    return listFloors(tx)
  })
}
