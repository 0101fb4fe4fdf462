import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import type { Schema, Tx } from '../../../platform/db.ts'

/** By what a person came before the second factor. */
export type Way = 'password' | 'link' | 'oidc'

export interface Step {
  accountId: Id
  username: string
  name: string
  way: string
}

export async function add(
  tx: Tx,
  step: { accountId: Id; hash: Buffer; way: Way; expiresAt: Date },
): Promise<void> {
  const { accountId, hash, way, expiresAt } = step
  await tx
    .insertInto('sign_in_steps')
    .values({ account_id: accountId, hash, way, expires_at: expiresAt })
    .execute()
}

/** Undefined when it has ended, is too old, or was missed five times. */
export async function find(db: Kysely<Schema>, hash: Buffer, now: Date): Promise<Step | undefined> {
  const { rows } = await sql<{ account_id: Id; username: string; name: string; way: string }>`
    select * from auth_step(${hash}, ${now})`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { account_id: accountId, ...step } = row
  return { accountId, ...step }
}

export async function miss(tx: Tx, hash: Buffer): Promise<void> {
  await tx
    .updateTable('sign_in_steps')
    .set(({ eb }) => ({ failures: eb('failures', '+', 1) }))
    .where('hash', '=', hash)
    .execute()
}

/** True once. */
export async function end(tx: Tx, hash: Buffer, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sign_in_steps')
    .set({ ended_at: now })
    .where('hash', '=', hash)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
