import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'

/**
 * Tasks that are not over and that these agencies lead, help with, have a share of as a standing duty,
 * or decide on, be it for one that handed over to them.
 */
export async function listHeldBy(
  db: Reader,
  agencyIds: readonly Id[],
): Promise<{ id: Id; agencyIds: Id[] }[]> {
  if (agencyIds.length === 0) return []
  const rows = await db
    .selectFrom(
      sql<{ id: Id; agencyIds: Id[] }>`(
        select t.id, json_agg(distinct h.agency_id) as "agencyIds"
        from tasks t cross join lateral (
          select t.lead_id as agency_id
          union all select t.issuer_id
            where not coalesce(t.state->'heirs', '{}') ? t.issuer_id::text
          union all select x::uuid from jsonb_array_elements_text(t.state->'leadIds') x
          union all select x::uuid from jsonb_array_elements_text(t.state->'coIds') x
          union all select x.value::uuid
            from jsonb_each_text(coalesce(t.state->'heirs', '{}')) x where x.key = t.issuer_id::text
        ) h
        where h.agency_id = any (${[...new Set(agencyIds)]}::uuid[])
          and t.state->>'phase' not in ('confirmed', 'cancelled')
        group by t.id order by t.id)`.as('held'),
    )
    .selectAll('held')
    .execute()
  return rows
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

export async function removeParties(tx: Tx, taskIds: readonly Id[]): Promise<void> {
  await tx
    .deleteFrom('task_parties')
    .where('task_id', 'in', [...taskIds])
    .execute()
}

/** Open tasks by agency and part: those it leads, and those it has given. */
export async function countOpen(
  db: Reader,
  agencyIds: readonly Id[],
): Promise<{ agencyId: Id; count: number }[]> {
  if (agencyIds.length === 0) return []
  return db
    .selectFrom(
      sql<{ agencyId: Id; count: number }>`(
        select a.id as "agencyId", count(*)::int as count
        from unnest(${[...new Set(agencyIds)]}::uuid[]) a (id)
        join tasks t on (t.lead_id = a.id or t.state->'leadIds' ? a.id::text)
          and not t.is_container and t.state->>'phase' not in ('confirmed', 'cancelled')
        group by a.id)`.as('open'),
    )
    .selectAll('open')
    .execute()
}

/** Events that came after the hand-overs, other than these and what was taken back since. */
export async function countLaterEvents(
  db: Reader,
  handed: readonly { taskId: Id; seq: number }[],
): Promise<number> {
  if (handed.length === 0) return 0
  const [found] = await db
    .selectFrom(
      sql<{ count: number }>`(
        with h as (
          select * from jsonb_to_recordset(${JSON.stringify(handed)}::jsonb) as h ("taskId" uuid, seq int))
        select count(*)::int as count from task_events e
        join (select "taskId", min(seq) as first from h group by 1) f
          on f."taskId" = e.task_id and e.seq > f.first
        where e.event->>'action' <> 'take_back'
          and not exists (select from task_events b where b.task_id = e.task_id
            and b.event->>'action' = 'take_back' and (b.event->>'seq')::int = e.seq)
          and not exists (select from h where h."taskId" = e.task_id and h.seq = e.seq))`.as(
        'found',
      ),
    )
    .select('count')
    .execute()
  return found?.count ?? 0
}
