import type { NoticePage, NoticeQuery } from '@hopluc/shared/notices'
import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { Telling } from './domain.ts'
import * as store from './store.ts'

/** Who tells, on which day: a person's context, or the system's. */
export type Teller = Pick<Context, 'today' | 'now'> & { actor?: { accountId: Id } }

/** Puts notices into the inboxes in the transaction of the deed; the doer is left out. */
export function tell(tx: Tx, teller: Teller, ...tellings: readonly Telling[]): Promise<void> {
  const but = teller.actor?.accountId
  const all = but === undefined ? tellings : tellings.map((one) => ({ but, ...one }))
  const { today, now } = teller
  return store.insert(tx, all, { today, now, isSystem: but === undefined })
}

export function list(context: Context, query: NoticeQuery): Promise<NoticePage> {
  const { accountId } = context.actor
  return context.read(async (db) => ({
    ...(await store.list(db, accountId, query)),
    unseen: await store.countUnseen(db, accountId),
  }))
}

export function markSeen(
  context: Context,
  ids: readonly Id[] | undefined,
): Promise<{ unseen: number }> {
  const { accountId } = context.actor
  return context.write(async (tx) => {
    await store.markSeen(tx, accountId, context.now, ids)
    return { unseen: await store.countUnseen(tx, accountId) }
  })
}
