import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type * as z from 'zod'
import { type BackupSize, Header, TableHead, Trailer } from './backup.ts'
import { Refusal } from './config.ts'
import { migrate } from './migrate.ts'

const END = Buffer.from('\\.')
const CHUNK = 256 * 1024

/**
 * Loads a backup into an empty database: all or nothing, checked against the checksums inside. As the
 * owner. A database without a schema is first brought to the backup's; afterwards to this release's.
 */
export async function restore(owner: pg.Client, file: string): Promise<BackupSize> {
  const lines = linesOf(file)
  const header = await readLine(lines, Header)
  await migrate(owner, { only: header.migrations.map(({ name }) => name) })
  await assertFits(owner, header)
  await owner.query('begin')
  try {
    const size = await load(owner, header, lines)
    await owner.query('commit')
    await migrate(owner)
    return size
  } catch (error) {
    await owner.query('rollback').catch(() => undefined)
    throw isBroken(error) ? broken(error) : error
  }
}

async function load(owner: pg.Client, header: Header, lines: Lines): Promise<BackupSize> {
  await makePartitions(owner, header)
  const keys = await dropForeignKeys(owner)
  const triggers = await stopTriggers(owner)
  const found: Trailer['tables'] = {}
  let isCleared = false
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const value: unknown = JSON.parse(next.value.toString())
    const trailer = Trailer.safeParse(value)
    if (trailer.success) {
      assertWhole(trailer.data, found)
      for (const { name, value: last, is_called } of header.sequences)
        await owner.query('select setval($1, $2, $3)', [name, last, is_called])
      for (const statement of [...triggers, ...keys]) await owner.query(statement)
      const sizes = Object.values(found)
      return { tables: sizes.length, rows: sizes.reduce((sum, { rows }) => sum + rows, 0) }
    }
    if (!isCleared) await clear(owner)
    isCleared = true
    const head = TableHead.parse(value)
    found[head.table] = await loadRows(owner, head, lines)
  }
  throw broken('its end is missing')
}

async function loadRows(owner: pg.Client, { table, columns }: TableHead, lines: Lines) {
  const target = owner.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  const failure = new Promise<never>((_, reject) => target.on('error', reject))
  const done = new Promise<void>((resolve) => target.once('finish', resolve))
  failure.catch(() => undefined)
  const hash = createHash('sha256')
  let rows = 0
  let waiting: Buffer[] = []
  let size = 0
  const flush = async () => {
    const chunk = Buffer.concat(waiting)
    waiting = []
    size = 0
    if (!target.write(chunk))
      await Promise.race([new Promise((resolve) => target.once('drain', resolve)), failure])
  }
  try {
    for (let next = await lines.next(); ; next = await lines.next()) {
      if (next.done) throw broken('it ends in the middle of a table')
      if (next.value.equals(END)) break
      take(hash, next.value)
      waiting.push(next.value, NEWLINE)
      size += next.value.length + 1
      rows += 1
      if (size > CHUNK) await flush()
    }
    await flush()
    target.end()
    await Promise.race([done, failure])
    return { rows, sha256: hash.digest('hex') }
  } catch (error) {
    target.destroy(error instanceof Error ? error : undefined) // else nothing after it is answered
    await failure.catch(() => undefined)
    throw error
  }
}

const NEWLINE = Buffer.from('\n')
function take(hash: Hash, row: Buffer): void {
  hash.update(row).update(NEWLINE)
}

type Lines = AsyncGenerator<Buffer, void, undefined>

async function* linesOf(file: string): Lines {
  let rest: Buffer[] = []
  const source = createReadStream(file)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  for await (const chunk of source.pipe(gunzip)) {
    if (!Buffer.isBuffer(chunk)) continue
    let start = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, start)) {
      const piece = chunk.subarray(start, at)
      yield rest.length > 0 ? Buffer.concat([...rest, piece]) : piece
      rest = []
      start = at + 1
    }
    if (start < chunk.length) rest.push(chunk.subarray(start))
  }
}

async function readLine<T extends z.ZodType>(lines: Lines, schema: T): Promise<z.output<T>> {
  try {
    const { value, done } = await lines.next()
    return schema.parse(done ? undefined : JSON.parse(value.toString()))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw error
    throw broken(error)
  }
}

/** The same migrations, and nobody's work in the tables that the backup's would replace. */
async function assertFits(owner: pg.Client, header: Header): Promise<void> {
  const { rows } = await owner.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations order by name',
  )
  const shape = (list: readonly { name: string; checksum: string }[]) =>
    list.map(({ name, checksum }) => `${name} ${checksum}`).join('\n')
  if (shape(rows) !== shape(header.migrations))
    throw new Refusal({
      vi: 'Cấu trúc cơ sở dữ liệu khác với bản sao lưu. Hãy khôi phục vào cơ sở dữ liệu mới, chưa chạy migrate.',
      en: 'The schema is not the one of the backup. Restore into a new database that has not been migrated.',
    })
  const used = await owner.query(`
    select from installation union all select from audit_entries union all select from files limit 1`)
  if (used.rows.length > 0)
    throw new Refusal({
      vi: 'Cơ sở dữ liệu đã có dữ liệu. Chỉ khôi phục được vào cơ sở dữ liệu trống.',
      en: 'The database holds data. A backup is restored into an empty one only.',
    })
}

/** What migrations put in comes again with the backup. */
async function clear(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c
    where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'
      and (c.relnamespace = 'public'::regnamespace
        or (c.relnamespace = 'pgboss'::regnamespace and c.relname in ('queue', 'schedule', 'subscription')))`)
  await owner.query(`truncate ${rows.map(({ name }) => name).join(', ')} cascade`)
}

async function makePartitions(owner: pg.Client, { partitions }: Header): Promise<void> {
  for (const { name, parent, bound } of partitions)
    await owner.query(`create table if not exists ${name} partition of ${parent} ${bound}`)
}

/** Rows come table by table; the keys between them are checked when all are in. */
async function dropForeignKeys(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ drop: string; add: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname,
        pg_get_constraintdef(oid)) as add
    from pg_constraint
    where contype = 'f' and conparentid = 0
      and connamespace in ('public'::regnamespace, 'pgboss'::regnamespace)
    order by conrelid, conname`)
  for (const { drop } of rows) await owner.query(drop)
  return rows.map(({ add }) => add)
}

/** Rows come as they were written; a trigger would ask tables that are not filled yet. */
async function stopTriggers(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(`
    select distinct tgrelid::regclass::text as name from pg_trigger
    join pg_class c on c.oid = tgrelid
    where not tgisinternal and not c.relispartition and c.relnamespace = 'public'::regnamespace`)
  for (const { name } of rows) await owner.query(`alter table ${name} disable trigger user`)
  return rows.map(({ name }) => `alter table ${name} enable trigger user`)
}

function assertWhole(said: Trailer, found: Trailer['tables']): void {
  for (const [table, { rows, sha256 }] of Object.entries(said.tables))
    if (found[table]?.rows !== rows || found[table].sha256 !== sha256)
      throw broken(`${table} is not as it was written`)
}

function isBroken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

function broken(cause: unknown): Refusal {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new Refusal(
    {
      vi: `Tệp sao lưu hỏng, chưa ghi gì vào cơ sở dữ liệu: ${why}`,
      en: `The backup file is damaged, nothing was written: ${why}`,
    },
    cause,
  )
}
