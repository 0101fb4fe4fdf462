import type { DocumentStep } from '@hopluc/shared/document-commands'
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
 * Takes a step of a paper's way, but for the issue, in the transaction of the caller.
 * @throws AppError `documents.changed`, `documents.wrong_state`.
 */
export async function stepDocument(
  tx: Tx,
  context: Context,
  id: Id,
  { action, version, note }: Exclude<DocumentStep, { action: 'issue' }>,
): Promise<void> {
  const { actor, today } = context
  const document = await store.lock(tx, id, version)
  assertAllowed(may(actor, action, document))
  const state = advance(action, document.state)
  const again: { draft_no?: number } =
    action === 'redraft' ? { draft_no: document.draftNo + 1 } : {}
  await store.update(tx, id, { state, ...again })
  await appendStep(tx, actor, id, { action, on: today, note })
  await audit.record(tx, actor, `document.${action}`, id, {
    ...audit.changes(document, { state, ...(again.draft_no && { draftNo: again.draft_no }) }),
    note,
  })
}
