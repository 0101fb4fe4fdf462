import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { type Actor, createContext } from './platform/context.ts'
import { aDatabase } from './testing/database.ts'
import {
  aDemoWithStrangers,
  demoActors,
  type Granted,
  idsOfDemo,
  listGranted,
  OPEN,
  RIGHTS_DAY,
  UUID,
} from './testing/rights.ts'
import { fillEmptyTables } from './testing/rights-rows.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const { app, jobs, owner } = await aDatabase()
const strangers = await aDemoWithStrangers(owner)
await fillEmptyTables(owner, jobs)
const insiders = await demoActors(owner)
const granted = await listGranted(owner)
const now = new Date(`${RIGHTS_DAY}T03:00:00Z`)

const list = async (query: ReturnType<typeof sql<{ name: string }>>) =>
  (await query.execute(owner)).rows.map(({ name }) => name)

/** The rows that an actor sees of a relation, each as text. */
async function rowsFor(actor: Actor, { name, columns }: Granted): Promise<string[]> {
  return createContext(app, actor, RIGHTS_DAY, now).read(async (db) => {
    const of = sql.join(columns.map((one) => sql.ref(one)))
    const rows = await db
      .selectFrom(sql`(select ${of} from ${sql.table(name)})`.as('t'))
      .select(sql<string>`t::text`.as('row'))
      .execute()
    return rows.map(({ row }) => row)
  })
}

test('an account of another province sees no row of the demo, in whatever relation', async () => {
  const ids = await idsOfDemo(owner, strangers)
  const leaks: string[] = []
  for (const relation of granted.filter(({ name }) => OPEN[name] === undefined))
    for (const { actor, username } of strangers)
      for (const row of await rowsFor(actor, relation))
        if (row.match(UUID)?.some((id) => ids.has(id)) || row.includes('Mật danh'))
          leaks.push(`${relation.name} to ${username}: ${row.slice(0, 200)}`)
  expect(leaks).toEqual([])
})

test('each of these relations has rows that somebody sees', async () => {
  const unseen: string[] = []
  for (const relation of granted) {
    const seen = async (actor: Actor) => (await rowsFor(actor, relation)).length > 0
    let isSeen = false
    for (const actor of insiders.values()) isSeen ||= await seen(actor)
    if (!isSeen) unseen.push(relation.name)
  }
  expect(unseen).toEqual([])
})

test('without an account nothing is shown', async () => {
  const shown: string[] = []
  for (const { name, columns } of granted) {
    const of = sql.join(columns.map((one) => sql.ref(one)))
    const { rows } = await sql`select ${of} from ${sql.table(name)} limit 1`.execute(app)
    if (rows.length > 0) shown.push(name)
  }
  expect(shown).toEqual(['acting', 'migrations'])
})

describe('the catalogue', () => {
  test('every table has row security, and whoever is granted one a policy', async () => {
    const bare = sql<{ name: string }>`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`
    expect(await list(bare)).toEqual([])
    const without = sql<{ name: string }>`
      select c.relname || ' for ' || r.rolname as name
      from pg_class c cross join pg_roles r
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and r.rolname in ('hopluc_app', 'hopluc_jobs', 'hopluc_portal')
        and has_any_column_privilege(r.oid, c.oid, 'select')
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive
          and p.polcmd in ('r', '*') and (p.polroles = '{0}' or r.oid = any (p.polroles)))`
    expect(await list(without)).toEqual([])
  })

  test('a partition is reached through its table alone', async () => {
    const direct = sql<{ name: string }>`select relname as name from pg_class
      where relispartition and relkind = 'r' and relnamespace = 'public'::regnamespace
        and has_any_column_privilege('hopluc_app', oid, 'select, insert, update')`
    expect(await list(direct)).toEqual([])
  })

  test('the program’s roles own nothing, bypass nothing and make nothing', async () => {
    const mighty = sql<{ name: string }>`select rolname as name from pg_roles
      where rolname in ('hopluc_app', 'hopluc_jobs', 'hopluc_portal')
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`
    expect(await list(mighty)).toEqual([])
    const owned = sql<{ name: string }>`
      select relname as name from pg_class where relowner in (select oid from pg_roles
        where rolname in ('hopluc_app', 'hopluc_jobs', 'hopluc_portal')) and relnamespace = 'public'::regnamespace
      union all select proname from pg_proc where proowner in (select oid from pg_roles
        where rolname in ('hopluc_app', 'hopluc_jobs', 'hopluc_portal'))
      union all select nspname from pg_namespace, unnest(array['hopluc_app', 'hopluc_jobs', 'hopluc_portal']) r
        where nspname not like 'pg\\_temp%' and has_schema_privilege(r, oid, 'create')
      union all select 'truncate ' || relname from pg_class
        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
          and (has_table_privilege('hopluc_app', oid, 'truncate') or has_table_privilege('hopluc_app', oid, 'trigger')
            or has_table_privilege('hopluc_jobs', oid, 'truncate') or has_table_privilege('hopluc_jobs', oid, 'trigger'))`
    expect(await list(owned)).toEqual([])
  })

  test('a function with its owner’s rights names its search path, and is not for everyone', async () => {
    const loose = sql<{ name: string }>`select proname as name from pg_proc
      where pronamespace = 'public'::regnamespace and prosecdef
        and (not exists (select from unnest(proconfig) c where c like 'search_path=%')
          or has_function_privilege('public', oid, 'execute'))`
    expect(await list(loose)).toEqual([])
  })
})
