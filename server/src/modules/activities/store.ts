import type {
  Activity,
  ActivityKind,
  ActivityQuery,
  ActivityWords,
} from '@hopluc/shared/activities'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { agencyNamed, both, idOfCursor, pageOfRows, rowsOf, unitName } from '../units/index.ts'
import { changed } from './refusals.ts'

export interface Row extends Omit<Activity, 'mayEdit'> {
  isOwn: boolean
}

const columns = (day: PlainDate) => sql`a.id, a.kind,
  ${agencyNamed(sql`a.agency_id`, sql`${day}::date`)} as agency,
  (select ${unitName('u')} from unit_versions u where u.unit_id = a.unit_id
    order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit,
  case when a.entity_id is not null
    then json_build_object('id', a.entity_id, 'name', a.entity_name) end as entity,
  a.title, a.topic, a.from_on as "fromOn", a.until_on as "untilOn", a.document,
  to_json(a.partners) as partners, to_json(a.channels) as channels, a.content, a.tasks, a.reach, a.results,
  a.state, a.is_demo as "isDemo", a.version, a.agency_id in (select acting_agencies()) as "isOwn"`

/** What began last comes first. */
export async function list(db: Reader, query: ActivityQuery, day: PlainDate) {
  const { year, state, entity, cursor } = query
  const where: RawBuilder<unknown>[] = [sql`a.kind = ${query.kind}`]
  if (year)
    where.push(
      sql`a.from_on <= ${`${year}-12-31`}::date and a.until_on >= ${`${year}-01-01`}::date`,
    )
  if (state) where.push(sql`a.state = ${state}`)
  if (entity) where.push(sql`a.entity_id = ${entity}`)
  if (cursor)
    where.push(sql`(a.from_on, a.id) < (select o.from_on, o.id from activities o
      where o.id = ${idOfCursor(cursor)})`)
  const rows = await rowsOf(
    db,
    sql<Row>`select ${columns(day)} from activities a where ${both(where)}
      order by a.from_on desc, a.id desc limit ${query.limit + 1}`,
  )
  return pageOfRows(rows, query.limit)
}

export async function find(db: Reader, id: Id, day: PlainDate): Promise<Row | undefined> {
  const [row] = await rowsOf(
    db,
    sql<Row>`select ${columns(day)} from activities a where a.id = ${id}`,
  )
  return row
}

/** One that lies in the area today. */
export async function findEntity(db: Reader, id: Id | null) {
  const [row] = await rowsOf(
    db,
    sql<{ id: Id; name: string }>`select e.id, e.name from entities e where e.id = ${id}
      and e.id in (select id from readable_entities)`,
  )
  return row
}

const valuesOf = (said: ActivityWords) => ({
  title: said.title,
  topic: said.topic,
  from_on: said.fromOn,
  until_on: said.untilOn,
  document: said.document,
  partners: [...said.partners],
  channels: [...said.channels],
  content: said.content,
  tasks: JSON.stringify(said.tasks),
  reach: JSON.stringify(said.reach),
  results: JSON.stringify(said.results),
  state: said.state,
})

export interface NewRow extends ActivityWords {
  id: Id
  kind: ActivityKind
  agencyId: Id
  unitId: Id
  entity: { id: Id; name: string } | undefined
}

export async function insert(tx: Tx, row: NewRow): Promise<void> {
  await tx
    .insertInto('activities')
    .values({
      ...valuesOf(row),
      id: row.id,
      kind: row.kind,
      agency_id: row.agencyId,
      unit_id: row.unitId,
      entity_id: row.entity?.id ?? null,
      entity_name: row.entity?.name ?? null,
    })
    .execute()
}

/** Refuses a caller who last saw another version. */
export async function update(tx: Tx, id: Id, version: number, said: ActivityWords): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('activities')
    .set({ ...valuesOf(said), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw changed()
}
