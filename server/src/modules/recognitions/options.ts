import type {
  RecognitionLists,
  RecognitionListsAnswer,
  RecognitionOptions,
} from '@hopluc/shared/recognitions'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { BY_NAME, rowsOf } from '../units/index.ts'
import { knownFigures } from './figures.ts'
import { may } from './policy.ts'
import { changed, noEntity, noProvince } from './refusals.ts'

export interface Subject {
  id: Id
  name: string
  unitId: Id
  provinceId: Id
}

/** A cooperative that one may propose: one's own, or one that lies in the area today. */
export async function subjectOf(
  db: Reader,
  { actor, today }: Context,
  asked: Id | null | undefined,
): Promise<Subject> {
  const which =
    actor.role === 'cooperative'
      ? sql`e.agency_id = ${actor.agencyId}`
      : sql`e.id = ${asked ?? null} and p.unit_id in (select acting_area())`
  const [found] = await rowsOf(
    db,
    sql<Subject>`select e.id, e.name, p.unit_id as "unitId", a.ancestor_id as "provinceId"
      from entities e
      join entity_places p on p.entity_id = e.id and ${today}::date between p.from_on and p.until_on
      join unit_ancestry a on a.descendant_id = p.unit_id and ${today}::date between a.from_on and a.until_on
      join unit_versions u on u.unit_id = a.ancestor_id and u.level = 'province'
        and ${today}::date between u.from_on and u.until_on
      where ${which} order by e.id limit 1`,
  )
  if (!found) throw noEntity()
  return found
}

/** Agencies of a province that can look at what is proposed. */
export function agenciesOf(db: Reader, provinceId: Id, day: PlainDate): Promise<Named[]> {
  return rowsOf(
    db,
    sql<Named>`select v.agency_id as id, v.name, v.short_name as "shortName" from agency_versions v
      where v.unit_id = ${provinceId} and ${day}::date between v.from_on and v.until_on
        and v.kind in ('department', 'people_committee', 'office', 'alliance', 'board')
      order by v.name ${BY_NAME}, v.agency_id`,
  )
}

async function usualAgency(db: Reader, provinceId: Id, day: PlainDate): Promise<Id | null> {
  const [found] = await rowsOf(
    db,
    sql<{ id: Id }>`select c.standing_agency_id as id from committee_versions c
      join agency_versions v on v.agency_id = c.committee_id and ${day}::date between v.from_on and v.until_on
      where v.unit_id = ${provinceId} and ${day}::date between c.from_on and c.until_on
        and c.standing_agency_id is not null
      order by c.committee_id limit 1`,
  )
  return found?.id ?? null
}

const NOTHING = { models: [], commendations: [], version: 0 }

/** Empty where the province has said nothing. */
export async function listsOf(db: Reader, provinceId: Id): Promise<RecognitionLists> {
  const row = await db
    .selectFrom('recognition_lists')
    .select(['models', 'commendations', 'version'])
    .where('unit_id', '=', provinceId)
    .executeTakeFirst()
  return row ? { ...NOTHING, ...Object(row) } : NOTHING
}

async function idOf(db: Reader, provinceId: Id): Promise<Id | undefined> {
  const row = await db
    .selectFrom('recognition_lists')
    .select('id')
    .where('unit_id', '=', provinceId)
    .executeTakeFirst()
  return row?.id
}

const YEARS = 3

/** What the form about a cooperative offers: lists, agencies, figures of the last years. */
export function options(context: Context, asked: Id | undefined): Promise<RecognitionOptions> {
  const { actor, today } = context
  const last = Number(today.slice(0, 4)) - 1
  return context.read(async (db) => {
    assertAllowed(may(actor, 'recognition.prepare', true))
    const { id, name, provinceId } = await subjectOf(db, context, asked)
    const { models, commendations } = await listsOf(db, provinceId)
    const years: RecognitionOptions['years'] = []
    for (let year = last; year > last - YEARS; year -= 1)
      years.push({ year, figures: await knownFigures(db, id, year, today) })
    return {
      entity: { id, name },
      lists: { models, commendations },
      agencies: await agenciesOf(db, provinceId, today),
      usualAgencyId: await usualAgency(db, provinceId, today),
      years,
    }
  })
}

/** The province that one's own agency is of, or lies in. */
async function ownProvince(db: Reader, { actor, today }: Context) {
  const [found] = await rowsOf(
    db,
    sql<{ id: Id; isOwn: boolean }>`select u.unit_id as id, u.unit_id = v.unit_id as "isOwn"
      from agency_versions v
      join unit_ancestry a on a.descendant_id = v.unit_id and ${today}::date between a.from_on and a.until_on
      join unit_versions u on u.unit_id = a.ancestor_id and u.level = 'province'
        and ${today}::date between u.from_on and u.until_on
      where v.agency_id = ${actor.agencyId} and ${today}::date between v.from_on and v.until_on limit 1`,
  )
  return found
}

export function lists(context: Context): Promise<RecognitionListsAnswer> {
  const { actor } = context
  return context.read(async (db) => {
    const own = await ownProvince(db, context)
    const mayKeep = may(actor, 'recognition.lists', own?.isOwn ?? false)
    return { ...(own ? await listsOf(db, own.id) : NOTHING), mayKeep }
  })
}

/** The lists of one's province as they are from now on. */
export function keepLists(
  context: Context,
  given: RecognitionLists,
): Promise<RecognitionListsAnswer> {
  const { actor } = context
  return context.write(async (tx) => {
    const own = await ownProvince(tx, context)
    assertAllowed(may(actor, 'recognition.lists', true))
    if (!own?.isOwn) throw noProvince()
    const before = await listsOf(tx, own.id)
    const id = (await idOf(tx, own.id)) ?? newId()
    const { version } = given
    const said = {
      models: JSON.stringify(given.models),
      commendations: JSON.stringify(given.commendations),
      version: version + 1,
    }
    const done =
      version === 0
        ? (
            await tx
              .insertInto('recognition_lists')
              .values({ id, unit_id: own.id, ...said })
              .onConflict((conflict) => conflict.doNothing())
              .executeTakeFirst()
          ).numInsertedOrUpdatedRows
        : (
            await tx
              .updateTable('recognition_lists')
              .set(said)
              .where('unit_id', '=', own.id)
              .where('version', '=', version)
              .executeTakeFirst()
          ).numUpdatedRows
    if (done !== 1n) throw changed()
    await audit.record(tx, actor, 'recognition.lists', id, { before, after: given })
    return { ...(await listsOf(tx, own.id)), mayKeep: true }
  })
}
