import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'

/** What is not over, in the order in which it is locked. */
export async function listOpen(db: Reader): Promise<Id[]> {
  const rows = await db
    .selectFrom('tasks')
    .select('id')
    .where(sql<boolean>`state->>'phase' not in ('confirmed', 'cancelled')`)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
