import type { Id } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'

/** The accounts to which tasks have been passed. */
export async function personsOf(db: Reader, taskIds: readonly Id[]): Promise<Map<Id, Id[]>> {
  if (taskIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('task_persons')
    .select(['task_id', 'account_id'])
    .where('task_id', 'in', [...taskIds])
    .where('ended_at', 'is', null)
    .execute()
  const found = Map.groupBy(rows, ({ task_id }) => task_id)
  return new Map([...found].map(([id, some]) => [id, some.map(({ account_id }) => account_id)]))
}
