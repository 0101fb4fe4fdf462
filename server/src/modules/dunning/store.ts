import type { Rung } from '@hopluc/shared/dunning'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../platform/db.ts'
import { onDay, selectRecords, type TaskRecord, toRecord } from '../task-rows/index.ts'

/** Late tasks that were given (giao), of these issuers; who is asked is never dunned. */
export async function listLate(
  db: Reader,
  day: PlainDate,
  issuerIds: readonly Id[],
): Promise<TaskRecord[]> {
  const rows = onDay(db, day)
    .where('s.status', '=', 'overdue')
    .where('t.manner', '=', 'assign')
    .where('t.is_container', '=', false)
    .where('t.origin', '<>', 'mirror')
    .where('t.issuer_id', 'in', [...issuerIds])
    .orderBy('s.due_on')
    .limit(2000)
  return (await selectRecords(rows).execute()).map(toRecord)
}

export interface Rungs {
  taskIds: readonly Id[]
  rung: Rung
  on: PlainDate
  documentId: Id | null
  note: string | null
  byWords: string
}

export async function climb(
  tx: Tx,
  { taskIds, rung, on, documentId, note, byWords }: Rungs,
): Promise<void> {
  await tx
    .insertInto('task_dunnings')
    .values(
      taskIds.map((task_id) => ({
        id: newId(),
        task_id,
        rung,
        on_day: on,
        document_id: documentId,
        note,
        by_words: byWords,
      })),
    )
    .execute()
}

/** The people's committee of a body's unit, in whose name a letter can go out. */
export async function findPeopleCommittee(
  db: Reader,
  agencyId: Id,
  day: PlainDate,
): Promise<Id | undefined> {
  const row = await db
    .selectFrom('agency_versions as a')
    .innerJoin('agency_versions as p', 'p.unit_id', 'a.unit_id')
    .where('a.agency_id', '=', agencyId)
    .where('p.kind', '=', 'people_committee')
    .where('a.from_on', '<=', day)
    .where('a.until_on', '>=', day)
    .where('p.from_on', '<=', day)
    .where('p.until_on', '>=', day)
    .select('p.agency_id as id')
    .executeTakeFirst()
  return row?.id
}
