import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/db.ts'
import { rowsOf } from '../../units/index.ts'
import type { Standing } from '../policy.ts'
import {
  brokenRule,
  changed,
  entityNotFound,
  overlaps,
  partNotFound,
  stillUsed,
  unknownReference,
} from '../refusals.ts'
import type { Part, Row } from './part.ts'

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const camel = (key: string) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
const named = (row: object, name: (key: string) => string): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]: [string, unknown]) => [name(key), value]),
  )

/** A row that came as json, in the application's names. */
export const rowOf = (json: object): Row => named(json, camel)

/** @throws AppError `entities.not_found` where row security does not show the entity */
export async function standingOf(db: Reader, entityId: Id): Promise<Standing> {
  const [row] = await rowsOf(
    db,
    sql<Standing>`select exists (select from kept_entities k where k.id = e.id) as "isKept",
      exists (select from own_entities o where o.id = e.id) as "isOwn"
      from entities e where e.id = ${entityId}`,
  )
  if (!row) throw entityNotFound()
  return row
}

export async function list(db: Reader, part: Part, entityId: Id): Promise<Row[]> {
  const more = part.more ?? sql`'{}'::jsonb`
  const rows = await rowsOf(
    db,
    sql<{ row: object }>`select to_jsonb(t) || ${more} as row from ${sql.table(part.table)} t
      where entity_id = ${entityId} order by ${part.order}, id`,
  )
  return rows.map(({ row }) => rowOf(row))
}

export async function get(db: Reader, part: Part, entityId: Id, id: Id): Promise<Row> {
  const more = part.more ?? sql`'{}'::jsonb`
  const [found] = await rowsOf(
    db,
    sql<{ row: object }>`select to_jsonb(t) || ${more} as row from ${sql.table(part.table)} t
      where entity_id = ${entityId} and id = ${id}`,
  )
  if (!found) throw partNotFound()
  return rowOf(found.row)
}

/** Columns are those of the body: a table has one for each. */
export async function insert(tx: Tx, part: Part, entityId: Id, body: Row): Promise<Id> {
  const id = newId()
  await insertAll(tx, part.table, entityId, [{ id, ...body }])
  return id
}

/** Many at once; each says the same fields and its id. */
export async function insertAll(tx: Tx, table: string, entityId: Id, bodies: readonly Row[]) {
  const rows = bodies.map((body) => ({ ...named(said(body), snake), entity_id: entityId }))
  const columns = sql.join(
    [...new Set(rows.flatMap((row) => Object.keys(row)))].map((one) => sql.ref(one)),
  )
  await translated(
    sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
      tx,
    ),
  )
}

/** What the body leaves out stays. */
export async function update(
  tx: Tx,
  part: Part,
  row: Row,
  body: Row,
  version: number,
): Promise<void> {
  if (row['version'] !== version) throw changed()
  const fields = named(said(body), snake)
  const columns = sql.join(Object.keys(fields).map((one) => sql.ref(one)))
  const { numAffectedRows } = await translated(
    sql`update ${sql.table(part.table)} set (${columns}, version, updated_at, updated_by) = (
        select ${columns}, ${version + 1}::int, now(), nullif(current_setting('hopluc.account', true), '')::uuid
        from jsonb_populate_record(null::${sql.table(part.table)}, ${JSON.stringify(fields)}::jsonb))
      where id = ${row['id']} and version = ${version}`.execute(tx),
  )
  if (numAffectedRows !== 1n) throw changed()
}

export async function remove(tx: Tx, part: Part, row: Row, version: number): Promise<void> {
  if (row['version'] !== version) throw changed()
  const { numAffectedRows } = await translated(
    sql`delete from ${sql.table(part.table)} where id = ${row['id']} and version = ${version}`.execute(
      tx,
    ),
    { ...REFUSALS, '23503': stillUsed },
  )
  if (numAffectedRows !== 1n) throw changed()
}

/** Whether the reader may see a paper that a record names. */
export async function isReadable(db: Reader, documentId: unknown): Promise<boolean> {
  if (typeof documentId !== 'string') return true
  const row = await db
    .selectFrom('documents')
    .select('id')
    .where('id', '=', documentId)
    .executeTakeFirst()
  return row !== undefined
}

const said = (body: Row): Row =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))

const REFUSALS: Record<string, () => Error> = {
  '23503': unknownReference,
  '23P01': overlaps,
  '23514': brokenRule,
}
/** What a constraint refuses is said in words. */
async function translated<T>(work: Promise<T>, refusals = REFUSALS): Promise<T> {
  try {
    return await work
  } catch (error) {
    const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
    const refusal = typeof code === 'string' ? refusals[code] : undefined
    throw refusal ? refusal() : error
  }
}
