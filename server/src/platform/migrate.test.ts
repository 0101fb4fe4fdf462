import { mkdtemp, readdir, rm, writeFile, copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { migrate } from './migrate.ts'

const { connection } = await aDatabase()
const copy = await mkdtemp(join(tmpdir(), 'hopluc-migrations-'))
const source = new URL('../../migrations/', import.meta.url)
for (const name of await readdir(source)) await copyFile(new URL(name, source), join(copy, name))
const folder = pathToFileURL(`${copy}/`)
const write = (name: string, text: string) => writeFile(join(copy, name), text)

async function aClient() {
  const client = new pg.Client(connection('owner'))
  await client.connect()
  return client
}
const [first, second] = [await aClient(), await aClient()]
afterAll(async () => {
  await Promise.all([first.end(), second.end()])
  await rm(copy, { recursive: true })
})
const exists = async (table: string) => {
  const { rows } = await first.query('select to_regclass($1) is not null as is_there', [table])
  return rows[0]?.is_there
}

test('of two that migrate at the same time one does it, the other finds it done', async () => {
  await write('9001_a.sql', 'create table fresh_a (id int)')
  const applied = await Promise.all([migrate(first, { folder }), migrate(second, { folder })])
  expect(applied.flat()).toEqual(['9001_a.sql'])
  expect(await exists('fresh_a')).toBe(true)
})

test('a migration is applied whole or not at all', async () => {
  await write('9002_b.sql', 'create table fresh_b (id int); select 1 / 0')
  await expect(migrate(first, { folder })).rejects.toThrow('Migration 9002_b.sql')
  expect(await exists('fresh_b')).toBe(false)
  await write('9002_b.sql', 'create table fresh_b (id int)')
  expect(await migrate(first, { folder })).toEqual(['9002_b.sql'])
})

test('an applied migration that changed or is gone is refused', async () => {
  await write('9002_b.sql', 'create table fresh_b (id bigint)')
  await expect(migrate(first, { folder })).rejects.toThrow('9002_b.sql has been changed or is gone')
  await rm(join(copy, '9002_b.sql'))
  await expect(migrate(first, { folder })).rejects.toThrow('9002_b.sql has been changed or is gone')
})

test('no role of ours is a superuser or past row security, none but the owner owns or makes tables', async () => {
  const { rows } = await first.query(`
    select rolname, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as is_mighty,
      has_schema_privilege(oid, 'public', 'create') as may_create,
      exists (select from pg_class where relowner = pg_roles.oid) as owns
    from pg_roles where rolname like 'hopluc\\_%' order by 1`)
  expect(rows).toEqual(
    ['app', 'jobs', 'owner', 'portal'].map((role) => ({
      rolname: `hopluc_${role}`,
      is_mighty: false,
      may_create: role === 'owner',
      owns: role === 'owner',
    })),
  )
})

test('every table of ours has row security; every table granted for reading has a policy', async () => {
  const { rows } = await first.query<{ name: string }>(`
    select relname as name from pg_class c
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname !~ '^fresh_'
      and (not relrowsecurity or (
        (has_table_privilege('hopluc_app', oid, 'select') or has_any_column_privilege('hopluc_app', oid, 'select'))
        and not exists (select from pg_policy where polrelid = c.oid)))`)
  expect(rows).toEqual([])
})
