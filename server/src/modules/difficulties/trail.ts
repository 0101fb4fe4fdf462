import type { DifficultyEvent } from '@hopluc/shared/difficulties'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import * as files from '../../platform/files.ts'

export interface Step {
  action: DifficultyEvent['action']
  on: PlainDate
  at: Date
  by: { accountId: Id; byWords: string }
  text?: string | null
  paper?: string | null
  agencyId?: Id | null
  details?: object
  fileIds?: readonly Id[]
}

/** Adds a line to the trail, with its files; two who add at once wait for each other. */
export async function append(tx: Tx, id: Id, step: Step): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx)
  const row = await tx
    .selectFrom('difficulty_events')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('difficulty_id', '=', id)
    .executeTakeFirst()
  const seq = Number(row?.last ?? 0) + 1
  await tx
    .insertInto('difficulty_events')
    .values({
      difficulty_id: id,
      seq,
      action: step.action,
      on_day: step.on,
      text: step.text ?? null,
      paper: step.paper ?? null,
      agency_id: step.agencyId ?? null,
      details: JSON.stringify(step.details ?? {}),
      made_by: step.by.accountId,
      by_words: step.by.byWords,
      made_at: step.at,
    })
    .execute()
  for (const [position, fileId] of (step.fileIds ?? []).entries()) {
    await files.link(tx, fileId, 'difficulty', id)
    await tx
      .insertInto('difficulty_files')
      .values({ difficulty_id: id, seq, position, file_id: fileId })
      .execute()
  }
}

/** The people of the agency that has it, or those who raised it: once for each version. */
export async function tell(
  tx: Tx,
  id: Id,
  side: 'handler' | 'raiser',
  notice: { kind: string; params: object; at: Date },
): Promise<void> {
  const { kind, params, at } = notice
  await sql`select tell_of_difficulty(${id}, ${side}, ${kind}, ${JSON.stringify(params)}::jsonb, ${at})`.execute(
    tx,
  )
}
