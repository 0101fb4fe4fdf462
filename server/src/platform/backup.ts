import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { createGzip, type Gzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import * as z from 'zod'

export const FORMAT = 1

/** The first line of a backup. */
export const Header = z.object({
  hopluc: z.literal('backup'),
  format: z.literal(FORMAT),
  at: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** Made while running, such as a year of figures; the migrations know nothing of them. */
  partitions: z.array(z.object({ name: z.string(), parent: z.string(), bound: z.string() })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), is_called: z.boolean() })),
})
export type Header = z.infer<typeof Header>

/** Before each table's rows, which end with a line `\.` as PostgreSQL's own dumps do. */
export const TableHead = z.object({ table: z.string(), columns: z.array(z.string()) })
export type TableHead = z.infer<typeof TableHead>

/** The last line: what must have been read. */
export const Trailer = z.object({
  end: z.literal(true),
  tables: z.record(z.string(), z.object({ rows: z.int(), sha256: z.string() })),
})
export type Trailer = z.infer<typeof Trailer>

export interface BackupSize {
  tables: number
  rows: number
}

/** Of the queue, what waits; its own schema and statistics are made anew. */
const QUEUE_TABLES = ['queue', 'schedule', 'subscription', 'job_common', 'job_dependency']

/**
 * Writes all data as of one instant to `file`, gzipped text that other tools can read too. As the
 * owner. The file is in place only when it is whole; one of that name is replaced.
 */
export async function backup(owner: pg.Client, file: string): Promise<BackupSize> {
  const draft = `${file}.${process.pid}.partial`
  const gzip = createGzip({ level: 6 })
  const target = createWriteStream(draft, { mode: 0o600 })
  const written = finished(gzip.pipe(target))
  gzip.on('error', (error) => target.destroy(error))
  target.on('error', (error) => gzip.destroy(error))
  written.catch(() => undefined) // awaited below
  try {
    await owner.query('begin isolation level repeatable read read only')
    const size = await writeAll(owner, gzip)
    await owner.query('commit')
    gzip.end()
    await written
    await sync(draft)
    await rename(draft, file)
    return size
  } catch (error) {
    gzip.destroy()
    target.destroy()
    await rm(draft, { force: true })
    await owner.query('rollback').catch(() => undefined)
    throw error
  }
}

async function writeAll(owner: pg.Client, gzip: Gzip): Promise<BackupSize> {
  await owner.query(`set local datestyle = 'ISO'; set local timezone = 'UTC';
    set local extra_float_digits = 3; set local intervalstyle = 'postgres'`)
  await write(gzip, line(await readHeader(owner)))
  const trailer: Trailer = { end: true, tables: {} }
  for (const head of await readTables(owner)) {
    await write(gzip, line(head))
    trailer.tables[head.table] = await writeRows(owner, head, gzip)
    await write(gzip, '\\.\n')
  }
  await write(gzip, line(trailer))
  const sizes = Object.values(trailer.tables)
  return { tables: sizes.length, rows: sizes.reduce((sum, { rows }) => sum + rows, 0) }
}

async function writeRows(owner: pg.Client, { table, columns }: TableHead, gzip: Gzip) {
  const hash = createHash('sha256')
  const rows = owner.query(copyTo(`copy (select ${columns.join(', ')} from ${table}) to stdout`))
  let count = 0
  for await (const chunk of rows) {
    if (!Buffer.isBuffer(chunk)) continue
    hash.update(chunk)
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1
    await write(gzip, chunk)
  }
  return { rows: count, sha256: hash.digest('hex') }
}

async function readHeader(owner: pg.Client): Promise<Header> {
  const select = async <T extends pg.QueryResultRow>(text: string) =>
    (await owner.query<T>(text)).rows
  const migrations = await select<Header['migrations'][number]>(
    'select name, checksum from migrations order by name',
  )
  const partitions = await select<Header['partitions'][number]>(`
    select c.oid::regclass::text as name, i.inhparent::regclass::text as parent,
      pg_get_expr(c.relpartbound, c.oid) as bound
    from pg_class c join pg_inherits i on i.inhrelid = c.oid
    where c.relispartition and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    order by 1`)
  const names = await select<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c
    where c.relkind = 'S' and c.relnamespace = 'public'::regnamespace order by 1`)
  const sequences: Header['sequences'] = []
  for (const { name } of names) {
    const text = `select last_value::text as value, is_called from ${name}`
    for (const row of await select<{ value: string; is_called: boolean }>(text))
      sequences.push({ name, ...row })
  }
  const at = new Date().toISOString()
  return { hopluc: 'backup', format: FORMAT, at, migrations, partitions, sequences }
}

/** Whole tables with the columns that are written, not computed; a partition's rows are its root's. */
export async function readTables(owner: pg.Client): Promise<TableHead[]> {
  const { rows } = await owner.query<TableHead>(
    `select c.oid::regclass::text as "table",
      array_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and (
      (c.relnamespace = 'public'::regnamespace and not c.relispartition and c.relname <> 'migrations')
      or (c.relnamespace = 'pgboss'::regnamespace and c.relname = any ($1)))
    group by c.oid order by 1`,
    [QUEUE_TABLES],
  )
  return rows
}

async function write(gzip: Gzip, chunk: Buffer | string): Promise<void> {
  if (gzip.destroyed) throw gzip.errored ?? new Error('The backup could not be written')
  if (gzip.write(chunk)) return
  await new Promise<void>((resolve, reject) => {
    const done = (error?: Error | null) => {
      gzip.off('drain', done).off('error', done).off('close', done)
      if (gzip.destroyed)
        reject(error ?? gzip.errored ?? new Error('The backup could not be written'))
      else resolve()
    }
    gzip.once('drain', done).once('error', done).once('close', done)
  })
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`
}

/** To the disk itself: a backup that a power cut takes is none. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync()
  await handle.close()
}
