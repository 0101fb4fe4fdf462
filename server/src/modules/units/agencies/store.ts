import type {
  Agency,
  AgencyItem,
  AgencyKind,
  AgencyQuery,
  Manner,
  OtherName,
} from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/db.ts'
import { unitName } from '../places/index.ts'
import { agencyNotFound, changed } from '../refusals.ts'
import { anywhere, both, BY_NAME, idOfCursor, pageOfRows, rowsOf, unitsUnder } from '../sql.ts'

/** An agency as JSON, by its name on the day or as it was last called. */
export const agencyNamed = (id: RawBuilder<unknown>, day: RawBuilder<unknown>) => sql`(
  select json_build_object('id', n.agency_id, 'name', n.name, 'shortName', n.short_name)
  from agency_versions n where n.agency_id = ${id}
  order by (${day} between n.from_on and n.until_on) desc, (n.from_on <= ${day}) desc, n.from_on desc
  limit 1)`

const onDay = (day: PlainDate) => sql`${day}::date`

const columns = (day: PlainDate) => sql`
  v.agency_id as id, v.name, v.short_name as "shortName", v.kind, v.symbol, v.manner,
  v.needs_approval as "needsApproval", v.from_on as "fromOn", v.until_on as "untilOn",
  (select ${unitName('u')} from unit_versions u where u.unit_id = v.unit_id
    order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit,
  (select p.kind || ' ' || p.name from unit_versions u
    join unit_versions p on p.unit_id = u.parent_id and ${day}::date between p.from_on and p.until_on
    where u.unit_id = v.unit_id and ${day}::date between u.from_on and u.until_on
      and p.level <> 'nation') as under,
  ${agencyNamed(sql`v.acts_for_id`, onDay(day))} as "actsFor",
  case when v.kind in ('steering_committee', 'board') then (select count(*)::int
    from committee_members m where m.committee_id = v.agency_id and m.part <> 'assistant'
      and ${day}::date between m.from_on and m.until_on) end as members`

/** Found by any name it has on the day, with or without diacritics; shortest names first. */
export async function list(
  db: Reader,
  { unit, under, kind, q, limit, cursor }: AgencyQuery,
  day: PlainDate,
) {
  const where: RawBuilder<unknown>[] = [sql`${day}::date between v.from_on and v.until_on`]
  if (unit) where.push(sql`v.unit_id = ${unit}`)
  if (under) where.push(sql`v.unit_id in ${unitsUnder(under, day)}`)
  if (kind) where.push(sql`v.kind = ${kind}`)
  if (q)
    where.push(sql`v.agency_id in (
      select o.agency_id from agency_versions o
        where o.folded like ${anywhere(q)} and ${day}::date between o.from_on and o.until_on
      union all
      select o.agency_id from agency_names o
        where o.folded like ${anywhere(q)} and ${day}::date between o.from_on and o.until_on)`)
  if (cursor)
    where.push(sql`(v.name ${BY_NAME}, v.agency_id) > (select c.name ${BY_NAME}, c.agency_id
      from agency_versions c where c.agency_id = ${idOfCursor(cursor)}
      and ${day}::date between c.from_on and c.until_on)`)
  const rows = await rowsOf(
    db,
    sql<AgencyItem>`select ${columns(day)} from agency_versions v where ${both(where)}
      order by v.name ${BY_NAME}, v.agency_id limit ${limit + 1}`,
  )
  return pageOfRows(rows, limit)
}

/** As of the day, or as it last was before, or as it first will be. */
export async function get(db: Reader, id: Id, day: PlainDate): Promise<Omit<Agency, 'allowed'>> {
  const [agency] = await rowsOf(
    db,
    sql<Omit<Agency, 'allowed'>>`select ${columns(day)}, a.version,
      (select json_agg(json_build_object('name', o.name, 'shortName', o.short_name, 'symbol', o.symbol,
          'fromOn', o.from_on, 'untilOn', o.until_on,
          'unit', (select u.kind || ' ' || u.name from unit_versions u where u.unit_id = o.unit_id
            order by (o.from_on between u.from_on and u.until_on) desc, u.from_on desc limit 1))
          order by o.from_on desc)
        from agency_versions o where o.agency_id = a.id) as versions,
      coalesce((select json_agg(json_build_object('name', o.name, 'fromOn', o.from_on,
          'untilOn', o.until_on) order by o.name ${BY_NAME})
        from agency_names o where o.agency_id = a.id), '[]') as names,
      ${successions('to_id', 'from_id')} as "cameFrom", ${successions('from_id', 'to_id')} as "wentTo",
      coalesce((select json_agg(json_build_object('id', o.agency_id, 'name', o.name,
          'shortName', o.short_name) order by o.name ${BY_NAME})
        from agency_versions o where o.acts_for_id = a.id
          and ${day}::date between o.from_on and o.until_on), '[]') as "actedForBy",
      coalesce((select json_agg(json_build_object('postId', p.id, 'name', c.name, 'title', p.title,
          'role', p.role) order by c.name ${BY_NAME})
        from posts p join accounts c on c.id = p.account_id
        where (p.agency_id = a.id or p.committee_id = a.id) and p.role <> 'admin'
          and ${day}::date between p.from_on and p.until_on), '[]') as people
      from agencies a join agency_versions v on v.agency_id = a.id where a.id = ${id}
      order by (${day}::date between v.from_on and v.until_on) desc, (v.from_on <= ${day}::date) desc,
        case when v.from_on <= ${day}::date then v.from_on end desc, v.from_on limit 1`,
  )
  if (!agency) throw agencyNotFound()
  return agency
}

function successions(own: 'from_id' | 'to_id', other: 'from_id' | 'to_id') {
  return sql`coalesce((select json_agg(json_build_object('onDay', s.on_day, 'act', s.act,
      'agency', ${agencyNamed(sql.ref(`s.${other}`), sql`s.on_day`)}) order by s.on_day)
    from agency_successions s where ${sql.ref(`s.${own}`)} = a.id), '[]')`
}

export interface AgencyVersion {
  unitId: Id
  kind: AgencyKind
  name: string
  shortName: string
  symbol: string | null
  manner: Manner
  actsForId: Id | null
  needsApproval: boolean
  fromOn: PlainDate
  untilOn: PlainDate
}

/** The last version, with the agency held until the transaction ends. */
export async function lock(tx: Tx, id: Id, version: number) {
  const agency = await tx
    .selectFrom('agencies')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(agencyNotFound)
  if (agency.version !== version) throw changed('agencies')
  return tx
    .selectFrom('agency_versions')
    .select((from) => [
      'unit_id as unitId',
      from.ref('kind').$castTo<AgencyKind>().as('kind'),
      'name',
      'short_name as shortName',
      'symbol',
      from.ref('manner').$castTo<Manner>().as('manner'),
      'acts_for_id as actsForId',
      'needs_approval as needsApproval',
      'from_on as fromOn',
      'until_on as untilOn',
    ])
    .where('agency_id', '=', id)
    .orderBy('from_on', 'desc')
    .executeTakeFirstOrThrow(agencyNotFound)
}

export async function found(tx: Tx, version: AgencyVersion): Promise<Id> {
  const id = randomUUIDv7()
  await tx.insertInto('agencies').values({ id }).execute()
  await addVersion(tx, id, version)
  return id
}

export async function addVersion(tx: Tx, id: Id, version: AgencyVersion): Promise<void> {
  await tx
    .insertInto('agency_versions')
    .values({
      agency_id: id,
      unit_id: version.unitId,
      kind: version.kind,
      name: version.name,
      short_name: version.shortName,
      symbol: version.symbol,
      manner: version.manner,
      acts_for_id: version.actsForId,
      needs_approval: version.needsApproval,
      from_on: version.fromOn,
      until_on: version.untilOn,
    })
    .execute()
}

export async function removeVersion(tx: Tx, id: Id, fromOn: PlainDate): Promise<void> {
  await tx
    .deleteFrom('agency_versions')
    .where('agency_id', '=', id)
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
    .updateTable('agency_versions')
    .set({ until_on: untilOn })
    .where('agency_id', '=', id)
    .where('from_on', '=', fromOn)
    .execute()
}

/** Answers the names that were there before. */
export async function setNames(tx: Tx, id: Id, names: readonly OtherName[]) {
  const before = await tx
    .deleteFrom('agency_names')
    .where('agency_id', '=', id)
    .returning(['name', 'from_on as fromOn', 'until_on as untilOn'])
    .execute()
  const rows = names.map(({ name, fromOn, untilOn }) => ({
    agency_id: id,
    name,
    from_on: fromOn,
    until_on: untilOn,
  }))
  if (rows.length > 0) await tx.insertInto('agency_names').values(rows).execute()
  return before
}

/** Counts the change, and makes the scopes of those who act for the agency anew. */
export async function settle(tx: Tx, id: Id): Promise<void> {
  await tx
    .updateTable('agencies')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await sql`select refresh_scopes_around(null, ${id})`.execute(tx)
}
