import { SelfReviewVerdict } from '@hopluc/shared/self-reviews'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader, Tx } from '../../platform/db.ts'
import { onDay, selectRecords, type TaskRecord, toRecord } from '../task-rows/index.ts'

const OPEN = [
  'not_taken_up',
  'in_term',
  'due_soon',
  'overdue',
  'standing',
  'paused',
  'waiting_notice',
] as const

/** What an agency led and had open on the last day of a quarter, or has today. */
export async function listOpen(db: Reader, agencyId: Id, day: PlainDate): Promise<TaskRecord[]> {
  const rows = onDay(db, day)
    .where('s.lead_id', '=', agencyId)
    .where('s.status', 'in', [...OPEN])
    .where('t.is_container', '=', false)
    .orderBy('s.due_on')
    .limit(500)
  return (await selectRecords(rows).execute()).map(toRecord)
}

export async function listVerdicts(db: Reader, agencyId: Id, quarter: string) {
  const rows = await db
    .selectFrom('self_reviews')
    .select(['task_id as taskId', 'verdict', 'note', 'by_words as byWords'])
    .where('agency_id', '=', agencyId)
    .where('quarter', '=', quarter)
    .execute()
  return rows.map((row) => ({ ...row, verdict: SelfReviewVerdict.parse(row.verdict) }))
}

export interface Entry {
  agencyId: Id
  quarter: string
  byWords: string
  rows: readonly { taskId: Id; verdict: SelfReviewVerdict; note: string | null }[]
  at: Date
}

export async function put(tx: Tx, { agencyId, quarter, byWords, rows, at }: Entry): Promise<void> {
  await tx
    .insertInto('self_reviews')
    .values(
      rows.map(({ taskId, verdict, note }) => ({
        agency_id: agencyId,
        quarter,
        task_id: taskId,
        verdict,
        note,
        by_words: byWords,
        recorded_at: at,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'quarter', 'task_id'])
        .doUpdateSet((row) => ({
          verdict: row.ref('excluded.verdict'),
          note: row.ref('excluded.note'),
          by_words: row.ref('excluded.by_words'),
          recorded_at: row.ref('excluded.recorded_at'),
        })),
    )
    .execute()
}

/** Tasks passed to a person that were done or fell due in a time. */
export async function listOfPerson(
  db: Reader,
  accountId: Id,
  from: PlainDate,
  day: PlainDate,
): Promise<TaskRecord[]> {
  const rows = onDay(db, day)
    .where('t.id', 'in', (nested) =>
      nested.selectFrom('task_persons').select('task_id').where('account_id', '=', accountId),
    )
    .where((where) =>
      where.or([
        where('s.status', 'in', [...OPEN, 'waiting_confirmation']),
        where('s.from_on', '>=', from),
      ]),
    )
    .where('s.status', '<>', 'cancelled')
    .orderBy('s.due_on')
    .limit(500)
  return (await selectRecords(rows).execute()).map(toRecord)
}
