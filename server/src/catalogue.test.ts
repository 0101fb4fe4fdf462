import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { type Actor, createContext } from './platform/context.ts'
import { aDatabase } from './testing/database.ts'
import {
  aDemoWithStrangers,
  demoActors,
  type Granted,
  listGranted,
  RIGHTS_DAY,
} from './testing/rights.ts'
import { fillEmptyTables } from './testing/rights-rows.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const { app, jobs, owner } = await aDatabase()
const strangers = await aDemoWithStrangers(owner)
await fillEmptyTables(owner, jobs)
const insiders = await demoActors(owner)
const granted = await listGranted(owner)
const now = new Date(`${RIGHTS_DAY}T03:00:00Z`)

const DIRECTORY = 'everyone signed in knows the organisation: who there is, and who came from whom'
const CALENDAR = 'the same for all'
/** What is nobody's own, and why. Everything else is somebody's, and hidden from the others. */
const OPEN: Record<string, string> = {
  units: DIRECTORY,
  unit_versions: DIRECTORY,
  unit_successions: DIRECTORY,
  unit_ancestry: DIRECTORY,
  unit_parts: DIRECTORY,
  agencies: DIRECTORY,
  agency_versions: DIRECTORY,
  agency_names: DIRECTORY,
  agency_successions: DIRECTORY,
  committee_versions: DIRECTORY,
  committee_members: DIRECTORY,
  boards: DIRECTORY,
  congresses: DIRECTORY,
  duties: DIRECTORY,
  accounts: 'colleagues in the authorities know each other',
  posts: 'colleagues in the authorities know each other',
  reorganisations: 'what is applied is public inside',
  holidays: CALENDAR,
  settings: CALENDAR,
  indicators: CALENDAR,
  periods: CALENDAR,
  breakdowns: CALENDAR,
  migrations: 'names of files',
  audit_batches: 'hashes',
}

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

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Every id that belongs to the demo. */
async function demoIds(): Promise<Set<string>> {
  const own = new Set(strangers.flatMap(({ accountId, postId }) => [accountId, postId]))
  const tables = await list(sql<{ name: string }>`select table_name as name
    from information_schema.columns join pg_tables on tablename = table_name
    where column_name = 'id' and data_type = 'uuid' and table_schema = 'public'`)
  const ids = new Set<string>()
  for (const name of tables)
    for (const id of await list(sql<{ name: string }>`select id as name from ${sql.table(name)}`))
      ids.add(id)
  const theirs = await list(sql<{ name: string }>`select agency_id as name from agency_versions
    where name like '% tỉnh Minh Bình' union select unit_id from unit_versions where name = 'Minh Bình'`)
  for (const id of [...own, ...theirs]) ids.delete(id)
  return ids
}

test('an account of another province sees no row of the demo, in whatever relation', async () => {
  const ids = await demoIds()
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
