import { createHash } from 'node:crypto'
import type { Id } from '@hopluc/shared/values'
import type { Reader, Tx } from './db.ts'
import { AppError } from './errors.ts'

/** One sending of a request: a second with the same key answers what the first answered. */
export interface IdempotencyClaim {
  key: string
  /** SHA-256 of method, address, body and files: the same key for another request is a mistake. */
  hash: Buffer
  /** Set by the first write of the request. */
  isClaimed: boolean
}

export interface StoredAnswer {
  status: number
  response: unknown
}

export function idempotencyClaim(
  key: string,
  method: string,
  url: string,
  body: unknown,
): IdempotencyClaim {
  const hash = createHash('sha256')
    .update(`${method} ${url} ${JSON.stringify(body ?? null)}`)
    .digest()
  return { key, hash, isClaimed: false }
}

/** Adds a file of the request to what its key stands for, before its first write. */
export function carryContent(claimed: IdempotencyClaim, content: Buffer): void {
  if (claimed.isClaimed) throw new Error('a file came after the first write')
  claimed.hash = createHash('sha256').update(claimed.hash).update(content).digest()
}

/** Not a fault: a request was done before, and is answered as it was then. */
export class AnsweredBefore extends Error {
  override name = 'AnsweredBefore'
  readonly answer: StoredAnswer

  constructor(answer: StoredAnswer) {
    super('answered before')
    this.answer = answer
  }
}

/**
 * Takes the key in the transaction of the write; an earlier taker that committed wins.
 * @throws AnsweredBefore with what that one was answered
 */
export async function claim(tx: Tx, accountId: Id, claimed: IdempotencyClaim): Promise<void> {
  if (claimed.isClaimed) return
  const taken = await tx
    .insertInto('idempotency_keys')
    .values({ account_id: accountId, key: claimed.key, request_hash: claimed.hash })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!taken) {
    await assertNew(tx, accountId, claimed)
    throw alreadyDone()
  }
  claimed.isClaimed = true
}

/** @throws AnsweredBefore with what the first sending was answered */
export async function assertNew(
  db: Reader,
  accountId: Id,
  claimed: IdempotencyClaim,
): Promise<void> {
  const answer = await findAnswer(db, accountId, claimed)
  if (answer) throw new AnsweredBefore(answer)
}

/** What the first sending was answered, if it has been answered. */
export async function findAnswer(
  db: Reader,
  accountId: Id,
  { key, hash }: IdempotencyClaim,
): Promise<StoredAnswer | undefined> {
  const row = await db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'response'])
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) return undefined
  if (!row.request_hash.equals(hash))
    throw new AppError('conflict', 'request.key_reused', {
      vi: 'Khóa chống gửi trùng này đã dùng cho một yêu cầu khác.',
      en: 'This idempotency key has been used for another request.',
    })
  if (row.status === null) throw alreadyDone()
  return { status: row.status, response: row.response }
}

export async function keepAnswer(
  tx: Tx,
  accountId: Id,
  { key }: IdempotencyClaim,
  { status, response }: StoredAnswer,
): Promise<void> {
  await tx
    .updateTable('idempotency_keys')
    .set({ status, response: JSON.stringify(response) })
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .execute()
}

function alreadyDone() {
  return new AppError('conflict', 'request.already_done', {
    vi: 'Yêu cầu này đã được ghi nhận ở lần gửi trước. Hãy tải lại trang để xem kết quả.',
    en: 'This request was recorded when first sent. Reload the page to see the result.',
  })
}
