import { TargetExpression, type TargetWording } from '@hopluc/shared/plans'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Actor } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import type { TargetFacts } from './targets-store.ts'

/** What the target read before it was adjusted, as far as it had been by the day; the last first. */
export async function list(db: Reader, targetId: Id, day: PlainDate): Promise<TargetWording[]> {
  const rows = await rowsOf(
    db,
    sql<
      Omit<TargetWording, 'expression'> & { expression: unknown }
    >`select w.id, w.words, w.measure,
        w.expression, w.changed_on as "changedOn", w.changed_words as "byWords", w.paper, w.note as reason
      from target_wordings w where w.target_id = ${targetId} and w.changed_on <= ${day}::date
      order by w.changed_on desc, w.id desc`,
  )
  return rows.map((row) => ({ ...row, expression: TargetExpression.parse(row.expression) }))
}

/** Keeps what it read until now. */
export async function keep(
  tx: Tx,
  { accountId, byWords }: Actor,
  before: TargetFacts,
  by: { paper: string; reason: string | null; on: PlainDate; at: Date },
): Promise<void> {
  await tx
    .insertInto('target_wordings')
    .values({
      id: newId(),
      target_id: before.id,
      changed_on: by.on,
      changed_at: by.at,
      changed_by: accountId,
      changed_words: byWords,
      paper: by.paper,
      note: by.reason,
      words: before.words,
      measure: before.measure,
      expression: JSON.stringify(before.expression),
      adjusted: before.adjusted,
    })
    .execute()
}
