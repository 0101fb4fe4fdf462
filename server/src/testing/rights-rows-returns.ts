import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'

/** What the demo's open return lacks, for `fillEmptyTables`. */
export function returnRows(standing: Id | undefined): [string, Record<string, unknown>][] {
  const of = (column: string) => sql`(select r.${sql.ref(column)} from returns r
    join return_invites i on i.return_id = r.id limit 1)`
  const place = { unit_id: of('unit_id'), return_id: of('id') }
  return [
    ['return_texts', { ...place, key: 'ghi_chu', stated_by: standing }],
    ['return_clients', { ...place, n: 1 }],
  ]
}
