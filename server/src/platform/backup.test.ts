import { randomBytes, randomUUIDv7 as newId } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { backup, readTables } from './backup.ts'
import { restore } from './backup-restore.ts'

const [source, target] = [await aDatabase(), await aDatabase()]
const folder = await mkdtemp(join(tmpdir(), 'hopluc-backup-'))
const file = join(folder, 'all.hopluc.gz')
const from = new pg.Client(source.connection('owner'))
const into = new pg.Client(target.connection('owner'))

beforeAll(async () => {
  await Promise.all([from.connect(), into.connect()])
  const hash = randomBytes(32)
  const statements: [string, unknown[]][] = [
    [
      'insert into settings values ($1, $2, $3)',
      ['Kỳ \\ lạ\t\n', '{"số": [1, null]}', '2026-01-01'],
    ],
    ['insert into file_blobs values ($1, 5, $2)', [hash, 'text/plain']],
    ['insert into file_chunks values ($1, 0, $2)', [hash, Buffer.from([0, 10, 92, 46, 255])]],
    [
      `insert into files (id, hash, name, size, media_type, created_by) values ($1, $2, '\\.', 5, 'x', $1)`,
      [newId(), hash],
    ],
    [
      `insert into audit_entries (id, account_id, event, subject_id, payload_hash)
       select gen_random_uuid(), $1, 'event ' || n, $1, $2 from generate_series(1, 3000) n`,
      [newId(), hash],
    ],
    ['create table years (year int not null, value text) partition by list (year)', []],
    ['create table years_2025 partition of years for values in (2025)', []],
    [`insert into years values (2025, 'a'), (2025, null), (2025, '')`, []],
  ]
  for (const [text, values] of statements) await from.query(text, values)
  // The target lacks the partition, as a database made anew does.
  await into.query('create table years (year int not null, value text) partition by list (year)')
})
afterAll(async () => {
  await Promise.all([from.end(), into.end()])
  await rm(folder, { recursive: true })
})

/** A hash of every row of every table, whatever their order. */
async function contentOf(client: pg.Client) {
  const content: Record<string, unknown> = {}
  for (const { table } of await readTables(client)) {
    const { rows } = await client.query<{ content: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as content
       from ${table} t`,
    )
    content[table] = rows[0]?.content
  }
  return content
}
const keysOf = async (client: pg.Client) =>
  (
    await client.query<{ key: string }>(`select conrelid::regclass || ' ' || conname || ' ' ||
      pg_get_constraintdef(oid) as key from pg_constraint where contype = 'f' order by 1`)
  ).rows

/** A copy of the backup with one of its lines changed. */
async function aChanged(change: (text: string) => string): Promise<string> {
  const path = join(folder, `${newId()}.gz`)
  const text = gunzipSync(await readFile(file)).toString('latin1')
  await writeFile(path, gzipSync(Buffer.from(change(text), 'latin1')))
  return path
}

test('a backup is one closed file, and nothing half beside it', async () => {
  const size = await backup(from, file)
  expect(size.rows).toBeGreaterThan(3000)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['all.hopluc.gz'])
})

test('a damaged backup is refused and leaves the database as it was', async () => {
  const before = await contentOf(into)
  const short = join(folder, 'short.gz')
  await writeFile(short, await readFile(file))
  await truncate(short, (await stat(file)).size - 200)
  const changed = [
    short,
    await aChanged((text) => text.replace('event 1777', 'event 1778')),
    await aChanged((text) => text.replace(/^.*event 1777.*\n/m, '')),
    await aChanged((text) => text.slice(0, text.lastIndexOf('{"end"'))),
  ]
  for (const path of changed) await expect(restore(into, path)).rejects.toThrow(/damaged/)
  await writeFile(short, 'not a backup')
  await expect(restore(into, short)).rejects.toThrow(/damaged/)
  expect(await contentOf(into)).toEqual(before)
})

test('a backup of another schema is refused', async () => {
  const other = await aChanged((text) => text.replace(/"checksum":"./, '"checksum":"_'))
  await expect(restore(into, other)).rejects.toThrow('not the one of the backup')
})

test('restored, every row, key and partition is there again', async () => {
  const keys = await keysOf(from)
  const size = await restore(into, file)
  expect(size.rows).toBeGreaterThan(3000)
  expect(await contentOf(into)).toEqual(await contentOf(from))
  expect(await keysOf(into)).toEqual(keys)
})

test('a database that holds data is not restored into', async () => {
  await expect(restore(into, file)).rejects.toThrow('into an empty one only')
})
