import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'

/** Tasks of an issuer that head others, by what would make a line of a list the same. */
export async function listKnown(db: Reader, issuerId: Id) {
  return db
    .selectFrom('tasks as t')
    .where('t.issuer_id', '=', issuerId)
    .where((where) =>
      where.or([where('t.part_kind', 'is', null), where('t.part_kind', '=', 'subtask')]),
    )
    .select(['t.id', 't.title', 't.tracker_code as trackerCode', 't.origin', 't.is_container'])
    .select(sql<string | null>`t.state->'given'->>'number'`.as('symbol'))
    .select(
      sql<string>`coalesce((select string_agg(c.lead_id::text, ',' order by c.lead_id::text)
        from tasks c where c.parent_id = t.id and c.part_kind = 'copy'),
        (select string_agg(one, ',' order by one) from jsonb_array_elements_text(t.state->'leadIds') as one
        where t.recurrence is not null), t.lead_id::text)`.as('leads'),
    )
    .execute()
}
export type Known = Awaited<ReturnType<typeof listKnown>>[number]

/** A container's copies with itself. */
export async function familyOf(db: Reader, ids: readonly Id[]): Promise<Map<Id, Id[]>> {
  const rows = await db
    .selectFrom('tasks')
    .select(['id', 'parent_id'])
    .where('parent_id', 'in', [...ids])
    .where('part_kind', '=', 'copy')
    .execute()
  return new Map(
    ids.map((id) => [id, [id, ...rows.filter((row) => row.parent_id === id).map((row) => row.id)]]),
  )
}
