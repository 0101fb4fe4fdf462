import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'

/** Tasks that an agency leads, helps with, or has a share of as a standing duty, and that are not over. */
export async function listHeldBy(db: Reader, agencyId: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom('tasks')
    .select('id')
    .where(
      sql<boolean>`(lead_id = ${agencyId}::uuid or state->'leadIds' ? ${agencyId}
      or state->'coIds' ? ${agencyId})`,
    )
    .where(sql<boolean>`state->>'phase' not in ('confirmed', 'cancelled')`)
    .execute()
  return rows.map(({ id }) => id)
}

export async function endPersons(
  tx: Tx,
  taskIds: readonly Id[],
  agencyId: Id,
  at: Date,
): Promise<void> {
  if (taskIds.length === 0) return
  await tx
    .updateTable('task_persons')
    .set({ ended_at: at })
    .where('task_id', 'in', [...taskIds])
    .where('agency_id', '=', agencyId)
    .where('ended_at', 'is', null)
    .execute()
}
