import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'

/** A paper that has just been issued, as those are told who have to act on it. */
export interface IssuedDocument {
  id: Id
  symbol: string
  issuedOn: PlainDate
  signerName: string
}

type Handler = (tx: Tx, context: Context, document: IssuedDocument) => Promise<void>

const handlers: Handler[] = []

/**
 * What another module does in the transaction in which a paper is issued: a notice's tasks start
 * their clocks. Modules that build on documents register here, since documents cannot know them.
 */
export function whenIssued(handler: Handler): void {
  if (!handlers.includes(handler)) handlers.push(handler)
}

export async function tellIssued(
  tx: Tx,
  context: Context,
  document: IssuedDocument,
): Promise<void> {
  for (const handle of handlers) await handle(tx, context, document)
}
