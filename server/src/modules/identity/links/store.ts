import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import type { Schema, Tx } from '../../../platform/db.ts'

/** A new link makes earlier ones void. */
export async function addPasswordLink(
  tx: Tx,
  link: { accountId: Id; kind: 'reset' | 'invitation'; hash: Buffer; expiresAt: Date },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('password_resets')
    .set({ expires_at: now })
    .where('account_id', '=', link.accountId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  await tx
    .insertInto('password_resets')
    .values({
      id: randomUUIDv7(),
      hash: link.hash,
      account_id: link.accountId,
      kind: link.kind,
      expires_at: link.expiresAt,
    })
    .execute()
}

export interface PasswordLinkRow {
  accountId: Id
  username: string
  name: string
  kind: string
  expiresAt: Date
}

/** Undefined when it has been used, is too old, or never was. */
export async function findPasswordLink(
  db: Kysely<Schema>,
  hash: Buffer,
  now: Date,
): Promise<PasswordLinkRow | undefined> {
  return db
    .selectFrom(
      sql<PasswordLinkRow>`(select account_id as "accountId", username, name, kind,
        expires_at as "expiresAt" from auth_reset(${hash}, ${now}))`.as('link'),
    )
    .selectAll('link')
    .executeTakeFirst()
}

/** False when another came first. */
export async function usePasswordLink(
  tx: Tx,
  hash: Buffer,
  passwordHash: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ is_done: boolean }>`
    select auth_use_reset(${hash}, ${passwordHash}, ${now}) as is_done`.execute(tx)
  return rows[0]?.is_done === true
}

export async function addSignInLink(
  tx: Tx,
  link: { accountId: Id; hash: Buffer; codeHash: Buffer; expiresAt: Date },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('sign_in_links')
    .set({ expires_at: now })
    .where('account_id', '=', link.accountId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  await tx
    .insertInto('sign_in_links')
    .values({
      id: randomUUIDv7(),
      hash: link.hash,
      code_hash: link.codeHash,
      account_id: link.accountId,
      expires_at: link.expiresAt,
    })
    .execute()
}

/** Uses the link up when the code is right; undefined when the link cannot be used. */
export async function useSignInLink(
  db: Kysely<Schema>,
  hash: Buffer,
  codeHash: Buffer,
  now: Date,
): Promise<{ accountId: Id; isRight: boolean } | undefined> {
  const { rows } = await sql<{ account_id: Id; is_right: boolean }>`
    select * from auth_use_link(${hash}, ${codeHash}, ${now})`.execute(db)
  const [row] = rows
  return row && { accountId: row.account_id, isRight: row.is_right }
}
