import type { Requirement, RequirementChange } from '@hopluc/shared/committee-levels'
import { addDays, FOREVER, Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Reader, Tx } from '../../../platform/db.ts'
import { rowsOf } from '../../units/index.ts'
import { changed } from '../refusals.ts'

const PREFIX = 'committee.required.'
const nameOf = (committeeId: Id) => `${PREFIX}${committeeId}`

const Value = z.object({
  isRequired: z.boolean(),
  words: z.string().nullable(),
  documentId: Id.nullable(),
  item: z.string().nullable(),
  decidedSince: PlainDate.nullable(),
})

export type RequirementRow = Requirement & { unitId: Id }

/** What committees ask of the communes below them, as of a day. */
export async function listRequirements(db: Reader, day: PlainDate): Promise<RequirementRow[]> {
  const settings = await db
    .selectFrom('settings')
    .select(['name', 'value', 'version', 'from_on as fromOn'])
    .where('name', 'like', `${PREFIX}%`)
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .execute()
  if (settings.length === 0) return []
  const said = settings.map(({ name, ...row }) => ({ ...row, id: name.slice(PREFIX.length) }))
  const bodies = await rowsOf(
    db,
    sql<{ id: Id; name: string; shortName: string; unitId: Id }>`
      select v.agency_id as id, v.name, v.short_name as "shortName", v.unit_id as "unitId"
      from agency_versions v where v.agency_id = any(${said.map(({ id }) => id)}::uuid[])
        and ${day}::date between v.from_on and v.until_on`,
  )
  return bodies.flatMap(({ unitId, ...committee }) => {
    const own = said.find(({ id }) => id === committee.id)
    const value = Value.safeParse(own?.value).data
    if (!own || !value) return []
    return [{ committee, unitId, ...value, fromOn: own.fromOn, version: own.version }]
  })
}

/**
 * From today on; what held before stays readable, and is answered. Refuses who last saw another version.
 */
export async function putRequirement(
  tx: Tx,
  committeeId: Id,
  { version, ...value }: RequirementChange,
  today: PlainDate,
): Promise<Omit<RequirementChange, 'version'> | null> {
  const name = nameOf(committeeId)
  const before = await tx
    .selectFrom('settings')
    .select(['from_on as fromOn', 'version', 'value'])
    .where('name', '=', name)
    .where('until_on', '>=', today)
    .orderBy('from_on', 'desc')
    .forUpdate()
    .executeTakeFirst()
  if ((before?.version ?? 0) !== version) throw changed('levels')
  const was = Value.nullable()
    .catch(null)
    .parse(before?.value ?? null)
  const row = { value: JSON.stringify(value), version: version + 1 }
  if (before && before.fromOn >= today) {
    await tx
      .updateTable('settings')
      .set(row)
      .where('name', '=', name)
      .where('from_on', '=', before.fromOn)
      .execute()
    return was
  }
  if (before)
    await tx
      .updateTable('settings')
      .set({ until_on: addDays(today, -1) })
      .where('name', '=', name)
      .where('from_on', '=', before.fromOn)
      .execute()
  await tx
    .insertInto('settings')
    .values({ name, from_on: today, until_on: FOREVER, ...row })
    .execute()
  return was
}
