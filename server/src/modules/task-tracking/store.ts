import type { Id } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'

export async function listSources(db: Reader, ids: readonly Id[]) {
  if (ids.length === 0) return new Map<Id, never>()
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'issuer_name as issuerName', 'abstract'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
