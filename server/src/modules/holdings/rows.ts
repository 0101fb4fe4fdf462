import { type RawBuilder, sql } from 'kysely'
import * as z from 'zod'
import type { Reader, Tx } from '../../platform/db.ts'

/** A row as JSON, with the columns listed below and no other. */
export type Row = Readonly<Record<string, unknown>>

const RowSchema: z.ZodType<Row> = z.record(z.string(), z.unknown())

interface Shape {
  key: readonly string[]
  /** Beside the key. A row that is only changed needs no more than what changes. */
  columns: readonly string[]
}

/** Tables whose rows an act may write, and an undo put back. */
const TABLES = {
  units: { key: ['id'], columns: ['version'] },
  unit_versions: {
    key: ['unit_id', 'from_on'],
    columns: ['until_on', 'level', 'kind', 'name', 'code', 'parent_id'],
  },
  unit_successions: {
    key: ['from_id', 'to_id', 'on_day'],
    columns: ['is_whole', 'act', 'share', 'is_estimate', 'reorganisation_id'],
  },
  agencies: { key: ['id'], columns: ['is_demo', 'version'] },
  agency_versions: {
    key: ['agency_id', 'from_on'],
    columns: [
      'until_on',
      'unit_id',
      'kind',
      'name',
      'short_name',
      'symbol',
      'manner',
      'acts_for_id',
      'needs_approval',
    ],
  },
  agency_names: { key: ['agency_id', 'name', 'from_on'], columns: ['until_on'] },
  agency_successions: {
    key: ['from_id', 'to_id', 'on_day'],
    columns: ['act', 'duty', 'reorganisation_id'],
  },
  committee_versions: {
    key: ['committee_id', 'from_on'],
    columns: ['until_on', 'decision', 'decided_on', 'standing_agency_id'],
  },
  committee_members: {
    key: ['id'],
    columns: [
      'committee_id',
      'name',
      'office',
      'part',
      'agency_id',
      'in_charge_of',
      'from_on',
      'until_on',
    ],
  },
  posts: {
    key: ['id'],
    columns: [
      'account_id',
      'agency_id',
      'committee_id',
      'role',
      'title',
      'authority',
      'from_on',
      'until_on',
    ],
  },
  duties: {
    key: ['id'],
    columns: [
      'body_id',
      'seat_id',
      'holder_name',
      'holder_office',
      'unit_id',
      'entity_id',
      'from_on',
      'until_on',
      'decision',
      'is_demo',
      'version',
      'created_by',
    ],
  },
  inspections: { key: ['id'], columns: ['body_id', 'unit_id', 'state', 'version'] },
  programme_items: { key: ['id'], columns: ['lead_id', 'cancelled_on', 'note'] },
  entity_places: {
    key: ['entity_id', 'from_on'],
    columns: ['until_on', 'unit_id', 'address', 'reorganisation_id'],
  },
  meetings: { key: ['id'], columns: ['agency_id', 'agency_unit_id'] },
  meeting_attendees: { key: ['id'], columns: ['agency_id'] },
  readings: { key: ['id'], columns: ['owner_id'] },
  directives: { key: ['id'], columns: ['owner_id', 'owner_unit_id'] },
  documents: { key: ['id'], columns: ['owner_id', 'owner_unit_id', 'issuer_id', 'issuer_name'] },
  opinions: {
    key: ['round_id', 'agency_id'],
    columns: ['answer', 'remarks', 'answered_on', 'paper', 'by_words'],
  },
  task_persons: {
    key: ['task_id', 'post_id'],
    columns: ['account_id', 'agency_id', 'passed_at', 'passed_by', 'note', 'seen_at', 'ended_at'],
  },
  settings: { key: ['name', 'from_on'], columns: ['value', 'until_on', 'version'] },
} as const satisfies Record<string, Shape>

export type TableName = keyof typeof TABLES

/** Rights to change a table may be of some columns: only these are written in an update. */
const CHANGEABLE: Partial<Record<TableName, readonly string[]>> = {
  posts: ['until_on'],
  inspections: ['unit_id', 'state', 'version'],
  task_persons: ['ended_at'],
}

/** The row's key as one text. */
export function keyOf(table: TableName, row: Row): string {
  return shapeOf(table)
    .key.map((column) => String(row[column]))
    .join(' ')
}

const CHUNK = 2000

const shapeOf = (table: TableName): Shape => TABLES[table]
const allOf = ({ key, columns }: Shape) => [...key, ...columns]
const list = (columns: readonly string[], of?: string) =>
  sql.join(columns.map((column) => sql.ref(of ? `${of}.${column}` : column)))
const same = ({ key }: Shape) =>
  sql.join(
    key.map((column) => sql`t.${sql.ref(column)} = r.${sql.ref(column)}`),
    sql` and `,
  )
const recordset = (table: TableName, rows: readonly Row[]) =>
  sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) r`

/** Rows of `t` as JSON, whole as an undo needs them. */
export async function readRows(
  db: Reader,
  table: TableName,
  where: RawBuilder<unknown>,
): Promise<Row[]> {
  const shape = shapeOf(table)
  const pairs = allOf(shape).map((column) => sql`${sql.lit(column)}, t.${sql.ref(column)}`)
  const rows = await db
    .selectFrom(
      sql<{ row: unknown }>`(select jsonb_build_object(${sql.join(pairs)}) as row
        from ${sql.table(table)} t where ${where}
        order by ${list(shape.key, 't')})`.as('found'),
    )
    .select('row')
    .execute()
  return rows.map(({ row }) => RowSchema.parse(row))
}

export async function insertRows(tx: Tx, table: TableName, rows: readonly Row[]): Promise<void> {
  const columns = allOf(shapeOf(table))
  for (const some of chunks(rows))
    await sql`insert into ${sql.table(table)} (${list(columns)})
      select ${list(columns, 'r')} from ${recordset(table, some)}`.execute(tx)
}

export async function updateRows(tx: Tx, table: TableName, rows: readonly Row[]): Promise<void> {
  const shape = shapeOf(table)
  const sets = (CHANGEABLE[table] ?? shape.columns).map(
    (column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`,
  )
  for (const some of chunks(rows))
    await sql`update ${sql.table(table)} t set ${sql.join(sets)}
      from ${recordset(table, some)} where ${same(shape)}`.execute(tx)
}

export async function deleteRows(tx: Tx, table: TableName, rows: readonly Row[]): Promise<void> {
  for (const some of chunks(rows))
    await sql`delete from ${sql.table(table)} t using ${recordset(table, some)}
      where ${same(shapeOf(table))}`.execute(tx)
}

/** Of these rows, how many are no longer as they are given here. */
export async function changedSince(
  db: Reader,
  table: TableName,
  rows: readonly Row[],
): Promise<number> {
  const shape = shapeOf(table)
  let count = 0
  for (const some of chunks(rows)) {
    const [found] = await db
      .selectFrom(
        sql<{ count: number }>`(select count(*)::int as count from ${recordset(table, some)}
          left join ${sql.table(table)} t on ${same(shape)}
          where row (${list(allOf(shape), 't')}) is distinct from row (${list(allOf(shape), 'r')}))`.as(
          'found',
        ),
      )
      .select('count')
      .execute()
    count += found?.count ?? 0
  }
  return count
}

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK)
}
