import type { Role } from '@hopluc/shared/session'
import { type Kysely, sql } from 'kysely'
import { loadDemo } from '../demo/index.ts'
import type { Actor } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { anAgency, aPerson, aUnit, refresh, type TestPerson } from './organisation-parts.ts'

/** The day of the tests of rights, and of the demo that they read. */
export const RIGHTS_DAY = '2026-03-10'

const DIRECTORY = 'everyone signed in knows the organisation: who there is, and who came from whom'
const CALENDAR = 'the same for all'
const LISTS = 'what the register is entered by'
/** What is nobody's own, and why. Everything else is somebody's, and hidden from the others. */
export const OPEN: Record<string, string> = {
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
  period_windows: CALENDAR,
  indicator_versions: CALENDAR,
  published_figures: 'published by others, read by everyone inside',
  business_lines: LISTS,
  line_groups: LISTS,
  commodities: LISTS,
  size_thresholds: LISTS,
  member_minimums: LISTS,
  confirmation_terms: LISTS,
  registry_lists: LISTS,
  status_rules: LISTS,
  difficulty_topics: LISTS,
  support_policies: LISTS,
  difficulty_terms: LISTS,
  migrations: 'names of files',
  audit_batches: 'hashes',
  market_notices: 'offers and wants are made to be read',
}

const STRANGERS: readonly { username: string; role: Role; at: 'committee' | 'office' }[] = [
  { username: 'strangerchair', role: 'chair', at: 'committee' },
  { username: 'strangerdelegate', role: 'delegate', at: 'committee' },
  { username: 'strangerstanding', role: 'standing', at: 'committee' },
  { username: 'strangerleader', role: 'leader', at: 'office' },
  { username: 'strangerclerk', role: 'clerk', at: 'office' },
  { username: 'strangerofficer', role: 'officer', at: 'office' },
  { username: 'strangercooperative', role: 'cooperative', at: 'office' },
]

/**
 * The demo, and beside it a province of its own that shares nothing with it: one account a role, each
 * of which has every right there and none in the demo.
 */
export async function aDemoWithStrangers(owner: Kysely<Schema>): Promise<TestPerson[]> {
  await loadDemo(owner, RIGHTS_DAY)
  const unitId = await aUnit(owner, { level: 'province', kind: 'tỉnh', name: 'Minh Bình' })
  const agency = (kind: string, name: string) =>
    anAgency(owner, { unitId, kind, name: `${name} tỉnh Minh Bình`, shortName: name })
  const officeId = await agency('department', 'Sở Tài chính')
  const committeeId = await agency('steering_committee', 'Ban Chỉ đạo')
  const decision = { decision: '01/QĐ-UBND', decided_on: '2020-01-01' }
  await owner
    .insertInto('committee_versions')
    .values({
      ...decision,
      committee_id: committeeId,
      from_on: '2020-01-01',
      standing_agency_id: officeId,
    })
    .execute()
  const people: TestPerson[] = []
  for (const { username, role, at } of STRANGERS)
    people.push(
      await aPerson(owner, username, {
        role,
        agencyId: officeId,
        title: username,
        ...(at === 'committee' && { committeeId }),
        ...(role === 'delegate' && { authority: '12/UQ-BCĐ' }),
      }),
    )
  await refresh(owner)
  return people
}

/** Those of the demo who hold a post on the day, as they act. */
export async function demoActors(owner: Kysely<Schema>): Promise<Map<string, Actor>> {
  const { rows } = await sql<Actor & { username: string; role: Role }>`
    select a.username, a.id as "accountId", a.name as "byWords", p.id as "postId", p.role,
      p.agency_id as "agencyId", p.committee_id as "committeeId"
    from accounts a join posts p on p.account_id = a.id and ${RIGHTS_DAY}::date between p.from_on and p.until_on
    where a.is_demo and a.username not like 'stranger%'`.execute(owner)
  return new Map(rows.map(({ username, ...actor }) => [`${username} ${actor.postId}`, actor]))
}

export interface Granted {
  name: string
  kind: 'table' | 'view'
  columns: string[]
}

/** Every table and view of the catalogue of which the application's role may read a column. */
export async function listGranted(owner: Kysely<Schema>): Promise<Granted[]> {
  const { rows } = await sql<Granted>`
    select c.relname as name, case c.relkind when 'v' then 'view' else 'table' end as kind,
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and has_column_privilege('hopluc_app', c.oid, a.attnum, 'select')
    group by 1, 2 order by 1`.execute(owner)
  return rows
}

export const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Every id of the demo; `but` are tables whose ids do not count. */
export async function idsOfDemo(
  owner: Kysely<Schema>,
  strangers: readonly TestPerson[],
  but: readonly string[] = [],
): Promise<Set<string>> {
  const list = async (query: ReturnType<typeof sql<{ name: string }>>) =>
    (await query.execute(owner)).rows.map(({ name }) => name)
  const tables = await list(sql<{ name: string }>`select table_name as name
    from information_schema.columns join pg_tables on tablename = table_name
    where column_name = 'id' and data_type = 'uuid' and table_schema = 'public'`)
  const ids = new Set<string>()
  for (const name of tables.filter((one) => !but.includes(one)))
    for (const id of await list(sql<{ name: string }>`select id as name from ${sql.table(name)}`))
      ids.add(id)
  const shipped = await list(
    sql<{ name: string }>`select id as name from criteria_sets where unit_id is null`,
  )
  for (const id of shipped) ids.delete(id)
  const theirs = await list(sql<{ name: string }>`select agency_id as name from agency_versions
    where name like '% tỉnh Minh Bình' union select unit_id from unit_versions where name = 'Minh Bình'`)
  for (const id of [...strangers.flatMap((one) => [one.accountId, one.postId]), ...theirs])
    ids.delete(id)
  return ids
}
