import type { Kysely } from 'kysely'
import type { Schema } from '../platform/db.ts'

/** What the last entry of a deed says, as it is kept. */
export async function lastSaid(owner: Kysely<Schema>, event: string): Promise<unknown> {
  const { payload } = await owner
    .selectFrom('audit_payloads as p')
    .innerJoin('audit_entries as e', 'e.id', 'p.entry_id')
    .select('p.payload')
    .where('e.event', '=', event)
    .orderBy('e.id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return JSON.parse(payload)
}
