import type { Role } from '@hopluc/shared/session'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import type { Reader, Schema, Tx } from '../../../platform/db.ts'
import { SECOND_FACTOR_ROLES } from '../rules/index.ts'
import type { KeptPasskey } from './passkeys.ts'

export interface FactorCounts {
  hasTotp: boolean
  passkeys: number
  recoveryCodes: number
}

/** How many an account has; also before anyone is known. */
export async function count(db: Reader | Kysely<Schema>, accountId: Id): Promise<FactorCounts> {
  return db
    .selectFrom(
      sql<FactorCounts>`(select has_totp as "hasTotp", passkeys,
        recovery_codes as "recoveryCodes" from second_factors(${accountId}))`.as('s'),
    )
    .selectAll('s')
    .executeTakeFirstOrThrow()
}

/** Whether the role asks for a second factor on the day. */
export async function isCompulsory(
  db: Reader | Kysely<Schema>,
  role: Role,
  day: PlainDate,
  usual: readonly Role[],
): Promise<boolean> {
  const { due } = await db
    .selectFrom(
      sql<{ due: boolean }>`(select jsonb_exists(
        coalesce(setting_value(${SECOND_FACTOR_ROLES}, ${day}), ${JSON.stringify(usual)}::jsonb),
        ${role}) as due)`.as('s'),
    )
    .select('due')
    .executeTakeFirstOrThrow()
  return due
}

/** One's own, confirmed or being set up. */
export function findTotp(db: Reader) {
  return db
    .selectFrom('totp_secrets')
    .select(['secret', 'confirmed_at as confirmedAt'])
    .executeTakeFirst()
}

/** A secret that was not confirmed yields to the next. */
export async function startTotp(tx: Tx, accountId: Id, secret: Buffer): Promise<void> {
  await tx
    .insertInto('totp_secrets')
    .values({ account_id: accountId, secret })
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet({ secret, confirmed_at: null, last_step: 0 }),
    )
    .execute()
}

/** False when a code of this step or a later one has been used. */
export async function useTotpStep(tx: Tx, accountId: Id, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('totp_secrets')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function confirmTotp(tx: Tx, accountId: Id, now: Date): Promise<void> {
  await tx
    .updateTable('totp_secrets')
    .set({ confirmed_at: now })
    .where('account_id', '=', accountId)
    .execute()
}

/** False when there was none. */
export async function removeTotp(tx: Tx, accountId: Id): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('totp_secrets')
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function putRecoveryCodes(
  tx: Tx,
  accountId: Id,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute()
  if (hashes.length === 0) return
  await tx
    .insertInto('recovery_codes')
    .values(hashes.map((hash) => ({ account_id: accountId, hash })))
    .execute()
}

/** False when there is no such code, or it has been used. */
export async function useRecoveryCode(tx: Tx, hash: Buffer, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** One's own. */
export function listPasskeys(db: Reader) {
  return db
    .selectFrom('passkeys')
    .select(['id', 'name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .select(['credential', 'public_key as publicKey', 'counter', 'transports'])
    .orderBy('created_at')
    .execute()
}

/** False when the credential is registered already. */
export async function addPasskey(
  tx: Tx,
  accountId: Id,
  name: string,
  passkey: Omit<KeptPasskey, 'id'>,
  now: Date,
): Promise<boolean> {
  const added = await tx
    .insertInto('passkeys')
    .values({
      id: randomUUIDv7(),
      account_id: accountId,
      credential: passkey.credential,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      name,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('credential').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function notePasskeyUse(tx: Tx, id: Id, counter: number, now: Date): Promise<void> {
  await tx
    .updateTable('passkeys')
    .set({ counter, last_used_at: now })
    .where('id', '=', id)
    .execute()
}

/** False when the person has no such passkey. */
export async function removePasskey(tx: Tx, accountId: Id, id: Id): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function addChallenge(
  tx: Tx,
  accountId: Id,
  challenge: string,
  expiresAt: Date,
  now: Date,
): Promise<void> {
  await tx.deleteFrom('passkey_challenges').where('expires_at', '<', now).execute()
  await tx
    .insertInto('passkey_challenges')
    .values({ challenge, account_id: accountId, expires_at: expiresAt })
    .execute()
}

/** True once: the challenge is gone afterwards. */
export async function claimChallenge(tx: Tx, challenge: string, now: Date): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('passkey_challenges')
    .where('challenge', '=', challenge)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Row security stands behind: the function does nothing for anyone but the administrator. */
export async function removeAll(tx: Tx, accountId: Id): Promise<void> {
  await sql`select remove_second_factors(${accountId})`.execute(tx)
}

/** Own password's hash, by the person's name. */
export async function findPassword(tx: Tx, accountId: Id) {
  const { username } = await tx
    .selectFrom('accounts')
    .select('username')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ password_hash: string | null }>`
    select password_hash from auth_account(${username})`.execute(tx)
  return { username, hash: rows[0]?.password_hash ?? null }
}
