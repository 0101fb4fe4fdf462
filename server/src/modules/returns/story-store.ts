import type { ReturnAction, ReturnEvent, ReturnRemark } from '@hopluc/shared/returns'
import type { CellPlace } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
import type { Head } from './head-store.ts'
import type { Maker } from './patch-store.ts'

type Place = Pick<Head, 'unitId' | 'id'>
export interface EventRow extends Omit<ReturnEvent, 'file'> {
  fileId: Id | null
  signers: string[] | null
}

export const eventsIn = ({
  unitId,
  id,
}: Place) => sql<EventRow>`select seq, action, by_words as "byWords", to_jsonb(made_at) #>> '{}' as at, text,
        file_id as "fileId", details -> 'signers' as signers
      from return_events where unit_id = ${unitId} and return_id = ${id} order by seq`

/** Files of events by their ids, asked where there are any alone: who may read a file takes long to plan. */
export async function filesOf(
  db: Reader,
  events: readonly EventRow[],
): Promise<Map<Id, { id: Id; name: string }>> {
  const ids = events.flatMap(({ fileId }) => fileId ?? [])
  if (ids.length === 0) return new Map()
  const files = await db.selectFrom('files').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(files.map((file) => [file.id, file]))
}

/** The return is locked by the deed: nobody takes the same number. */
export async function addEvent(
  tx: Tx,
  { unitId, id }: Place,
  { accountId, byWords, now }: Maker,
  event: {
    action: ReturnAction | 'opened' | 'signed' | 'remind'
    text: string | null
    fileId?: Id
    details?: object
  },
): Promise<void> {
  await sql`${PLANNED_ONCE} insert into return_events (unit_id, return_id, seq, action, text, details, file_id, made_by, by_words, made_at)
    select ${unitId}, ${id}, coalesce(max(seq), 0) + 1, ${event.action}, ${event.text},
      ${JSON.stringify(event.details ?? {})}::jsonb, ${event.fileId ?? null}::uuid, ${accountId}, ${byWords}, ${now}
    from return_events where unit_id = ${unitId} and return_id = ${id}`.execute(tx)
}

export const remarksIn = ({
  unitId,
  id,
}: Place) => sql<ReturnRemark>`select id, line, text, by_words as "byWords", to_jsonb(made_at) #>> '{}' as at,
        is_answered as "isAnswered",
        case when entity_id is not null then entity_id || '/' || indicator_id || '/' || breakdown_id end as cell
      from return_remarks where unit_id = ${unitId} and return_id = ${id} order by made_at, id`

export async function addRemarks(
  tx: Tx,
  { unitId, id }: Place,
  line: ReturnRemark['line'],
  remarks: readonly { cell: CellPlace | null; text: string }[],
  { accountId, byWords, now }: Maker,
): Promise<void> {
  if (remarks.length === 0) return
  await tx
    .insertInto('return_remarks')
    .values(
      remarks.map(({ cell, text }) => ({
        id: newId(),
        unit_id: unitId,
        return_id: id,
        line,
        entity_id: cell?.row ?? null,
        indicator_id: cell?.indicatorId ?? null,
        breakdown_id: cell?.breakdownId ?? null,
        text,
        made_by: accountId,
        by_words: byWords,
        made_at: now,
      })),
    )
    .execute()
}

/** What was remarked of the whole is answered by sending it again. */
export async function closeRemarks(tx: Tx, { unitId, id }: Place): Promise<void> {
  await tx
    .updateTable('return_remarks')
    .set({ is_answered: true })
    .where('unit_id', '=', unitId)
    .where('return_id', '=', id)
    .where('is_answered', '=', false)
    .execute()
}
