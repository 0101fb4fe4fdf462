import type { NewUnit, Unit, UnitItem, UnitLevel, UnitQuery } from '@hopluc/shared/units'
import { FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/db.ts'
import { changed, unitNotFound } from '../refusals.ts'
import { anywhere, both, BY_NAME, idOfCursor, pageOfRows, rowsOf } from '../sql.ts'

/** A unit as JSON beside another record; `v` are columns of unit_versions. */
export const unitName = (v: string) => {
  const column = (name: string) => sql.ref(`${v}.${name}`)
  return sql`json_build_object('id', ${column('unit_id')}, 'level', ${column('level')},
    'kind', ${column('kind')}, 'name', ${column('name')})`
}

const columns = (day: PlainDate) => sql`
  v.unit_id as id, v.level, v.kind, v.name, v.code, v.parent_id as "parentId",
  v.from_on as "fromOn", v.until_on as "untilOn",
  (select p.kind || ' ' || p.name from unit_versions p where p.unit_id = v.parent_id
    and p.level <> 'nation' and ${day}::date between p.from_on and p.until_on) as parent,
  (select count(*)::int from unit_versions c where c.parent_id = v.unit_id
    and ${day}::date between c.from_on and c.until_on) as children`

/** Of the nation, of one unit, or wherever the words are found; on a day, in Vietnamese order. */
export async function list(
  db: Reader,
  { parent, q, level, limit, cursor }: UnitQuery,
  day: PlainDate,
) {
  const where: RawBuilder<unknown>[] = [sql`${day}::date between v.from_on and v.until_on`]
  if (parent) where.push(sql`v.parent_id = ${parent}`)
  if (q) where.push(sql`v.folded like ${anywhere(q)}`)
  if (level) where.push(sql`v.level = ${level}`)
  // of an old commune it may be unknown where it lay: it is found by name, not at the top
  if (!parent && !q && !level)
    where.push(sql`v.parent_id is null and v.level in ('nation', 'province')`)
  if (cursor)
    where.push(sql`(v.name ${BY_NAME}, v.unit_id) > (select c.name ${BY_NAME}, c.unit_id
      from unit_versions c where c.unit_id = ${idOfCursor(cursor)}
      and ${day}::date between c.from_on and c.until_on)`)
  const rows = await rowsOf(
    db,
    sql<UnitItem>`select ${columns(day)} from unit_versions v where ${both(where)}
      order by v.name ${BY_NAME}, v.unit_id limit ${limit + 1}`,
  )
  return pageOfRows(rows, limit)
}

/** As of the day, or as it last was before, or as it first will be. */
export async function get(db: Reader, id: Id, day: PlainDate): Promise<Omit<Unit, 'allowed'>> {
  const [unit] = await rowsOf(
    db,
    sql<Omit<Unit, 'allowed'>>`select ${columns(day)}, u.version,
      coalesce((select json_agg(${unitName('p')} order by
          array_position(array['nation', 'province', 'district', 'commune'], p.level))
        from unit_ancestry a join unit_versions p on p.unit_id = a.ancestor_id
          and ${day}::date between p.from_on and p.until_on
        where a.descendant_id = u.id and a.ancestor_id <> u.id
          and ${day}::date between a.from_on and a.until_on), '[]') as path,
      (select json_agg(json_build_object('level', o.level, 'kind', o.kind, 'name', o.name,
          'code', o.code, 'fromOn', o.from_on, 'untilOn', o.until_on,
          'parent', (select p.kind || ' ' || p.name from unit_versions p
            where p.unit_id = o.parent_id and p.level <> 'nation'
            order by (o.from_on between p.from_on and p.until_on) desc, p.from_on desc limit 1))
          order by o.from_on desc)
        from unit_versions o where o.unit_id = u.id) as versions,
      ${successions('to_id', 'from_id')} as "cameFrom", ${successions('from_id', 'to_id')} as "wentTo"
      from units u join unit_versions v on v.unit_id = u.id where u.id = ${id}
      order by (${day}::date between v.from_on and v.until_on) desc, (v.from_on <= ${day}::date) desc,
        case when v.from_on <= ${day}::date then v.from_on end desc, v.from_on limit 1`,
  )
  if (!unit) throw unitNotFound()
  return unit
}

/** Units on the other side of an act, as they were called on its day. */
function successions(own: 'from_id' | 'to_id', other: 'from_id' | 'to_id') {
  const there = sql.ref(`s.${other}`)
  return sql`coalesce((select json_agg(json_build_object('onDay', s.on_day, 'act', s.act,
      'isWhole', s.is_whole, 'share', s.share, 'isEstimate', s.is_estimate,
      'unit', ${unitName('n')},
      'under', (select p.kind || ' ' || p.name from unit_versions p where p.unit_id = n.parent_id
        and p.level <> 'nation' and n.from_on <= p.until_on and n.until_on >= p.from_on
        order by p.from_on desc limit 1)) order by s.on_day, n.name ${BY_NAME})
    from unit_successions s join lateral (
      select * from unit_versions o where o.unit_id = ${there}
      order by abs(s.on_day - case when o.until_on < s.on_day then o.until_on else o.from_on end) limit 1
    ) n on true where ${sql.ref(`s.${own}`)} = u.id), '[]')`
}

/** The last version, with the unit held until the transaction ends. */
export async function lock(tx: Tx, id: Id, version: number) {
  const unit = await tx
    .selectFrom('units')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(unitNotFound)
  if (unit.version !== version) throw changed('units')
  return tx
    .selectFrom('unit_versions')
    .select(['level', 'kind', 'name', 'code', 'parent_id', 'from_on', 'until_on'])
    .where('unit_id', '=', id)
    .orderBy('from_on', 'desc')
    .executeTakeFirstOrThrow(unitNotFound)
}

export async function found(tx: Tx, unit: NewUnit): Promise<Id> {
  const id = randomUUIDv7()
  await tx.insertInto('units').values({ id }).execute()
  await addVersion(tx, id, { ...unit, untilOn: FOREVER })
  return id
}

export interface UnitVersion {
  level: UnitLevel
  kind: string
  name: string
  code: string | null
  parentId: Id | null
  fromOn: PlainDate
  untilOn: PlainDate
}

export async function addVersion(tx: Tx, id: Id, version: UnitVersion): Promise<void> {
  const { level, kind, name, code, parentId, fromOn, untilOn } = version
  await tx
    .insertInto('unit_versions')
    .values({
      unit_id: id,
      level,
      kind,
      name,
      code,
      parent_id: parentId,
      from_on: fromOn,
      until_on: untilOn,
    })
    .execute()
}

export async function removeVersion(tx: Tx, id: Id, fromOn: PlainDate): Promise<void> {
  await tx
    .deleteFrom('unit_versions')
    .where('unit_id', '=', id)
    .where('from_on', '=', fromOn)
    .execute()
}

export async function closeVersion(
  tx: Tx,
  id: Id,
  fromOn: PlainDate,
  untilOn: PlainDate,
): Promise<void> {
  await tx
    .updateTable('unit_versions')
    .set({ until_on: untilOn })
    .where('unit_id', '=', id)
    .where('from_on', '=', fromOn)
    .execute()
}

/** Ancestry, parts and the scopes of those who oversee the unit, in the transaction of the change. */
export async function settle(tx: Tx, id: Id): Promise<void> {
  await tx
    .updateTable('units')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await sql`select refresh_ancestry()`.execute(tx)
  await sql`select refresh_unit_parts(array[${id}]::uuid[])`.execute(tx)
  await sql`select refresh_scopes_around(${id}, null)`.execute(tx)
}

export async function isBelow(db: Reader, id: Id, ancestorId: Id): Promise<boolean> {
  const found = await db
    .selectFrom('unit_ancestry')
    .select('descendant_id')
    .where('ancestor_id', '=', ancestorId)
    .where('descendant_id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}
