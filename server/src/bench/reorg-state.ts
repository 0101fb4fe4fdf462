import type { Schema } from '../platform/db.ts'
import { type Kysely, sql } from 'kysely'

/**
 * Everything that an "as of day D" view reads, table by table: with its ranges of days, so that equal
 * rows give equal views on every day. Numbers of versions and logs are left out: these grow.
 */
const READ: Readonly<Record<string, string>> = {
  unit_versions: 't',
  unit_successions: 't',
  unit_ancestry: 't',
  unit_parts: 't',
  agency_versions: 't',
  agency_names: 't',
  agency_successions: 't',
  committee_versions: 't',
  committee_members: 't',
  accounts: `to_jsonb(t) - 'version'`,
  posts: 't',
  scope_units: 't',
  scope_agencies: 't',
  duties: 't',
  inspections: 't',
  programme_items: 't',
  boards: 't',
  entities: 't',
  entity_places: 't',
  figures: 't',
  tasks: `to_jsonb(t) - 'version'`,
  task_spans: 't',
  task_parties: 't',
  task_persons: 't',
  opinions: 't',
  meetings: 't',
  meeting_attendees: 't',
  readings: 't',
  directives: 't',
  documents: 't',
  document_numbers: 't',
  settings: 't',
}

/** A checksum of each table, whatever the order of its rows. As the owner. */
export async function stateOf(owner: Kysely<Schema>): Promise<Record<string, string>> {
  const state: Record<string, string> = {}
  for (const [table, row] of Object.entries(READ)) {
    const { rows } = await sql<{ sum: string }>`
      select count(*)::text || ':' || coalesce(sum(('x' || left(md5((${sql.raw(row)})::text), 15))::bit(60)::bigint), 0)::text as sum
      from ${sql.table(table)} t`.execute(owner)
    state[table] = rows[0]?.sum ?? ''
  }
  return state
}
