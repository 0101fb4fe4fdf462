import type { AgendaItem } from '@hopluc/shared/meetings'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { advance } from './domain.ts'
import { appendStep } from './parts.ts'
import { may } from './policy.ts'
import * as store from './store.ts'

/**
 * Adds items at the end of an agenda, in the transaction of the caller; none change nothing.
 * @throws AppError `meetings.wrong_state` of a meeting that is over.
 */
export async function addToAgenda(
  tx: Tx,
  { actor, today }: Context,
  id: Id,
  texts: readonly string[],
): Promise<void> {
  const meeting = await store.lockAny(tx, id)
  assertAllowed(may(actor, 'edit', meeting))
  advance('edit', meeting.state)
  if (texts.length === 0) return
  const before = store.agendaOf(meeting)
  const agenda: AgendaItem[] = [
    ...before,
    ...texts.map((text) => ({ text, presenter: '', fileIds: [], taskIds: [] })),
  ]
  await store.update(tx, id, { agenda: JSON.stringify(agenda) })
  await appendStep(tx, actor, id, { action: 'edit', on: today })
  await audit.record(tx, actor, 'meeting.edit', id, audit.changes({ agenda: before }, { agenda }))
}
