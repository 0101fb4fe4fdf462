import type { CheckState, ReturnState } from '@hopluc/shared/rounds'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
import type { Head } from './head-store.ts'
import { notNow, returnChanged } from './refusals.ts'

interface Move {
  state?: ReturnState
  check_state?: CheckState
  correction?: string
  presented_words?: string
  sent_at?: Date
  sent_words?: string
}

/** The version seen is the one replaced. */
export async function move(
  tx: Tx,
  { id, version }: Head,
  to: Move,
): Promise<{ after: Omit<Move, 'sent_at'> }> {
  const { numUpdatedRows } = await tx
    .updateTable('returns')
    .set({ ...to, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .modifyEnd(PLANNED_ONCE)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw returnChanged()
  const { sent_at: _sentAt, ...after } = to
  return { after }
}

/** Answers how many figures have a new version. */
export async function accept(
  tx: Tx,
  { id, state }: Head,
  words: string,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{
    taken: number
  }>`select accept_return(${id}, ${words}, ${now}) as taken`.execute(tx)
  const taken = rows[0]?.taken ?? -1
  if (taken < 0) throw notNow(state)
  return taken
}

export async function dropCorrection(tx: Tx, { id, state }: Head): Promise<void> {
  const { rows } = await sql<{ done: boolean }>`select drop_correction(${id}) as done`.execute(tx)
  if (!rows[0]?.done) throw notNow(state)
}
