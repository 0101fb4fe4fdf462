import type {
  NewFactor,
  NewPasskey,
  PasskeyOptions,
  RecoveryCodes,
  SecondFactorMethod,
  SecondFactorProof,
  SecondFactors,
  TotpSetup,
} from '@hopluc/shared/second-factor'
import type { Role } from '@hopluc/shared/session'
import type { Id } from '@hopluc/shared/values'
import type { Kysely } from 'kysely'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Schema, Tx } from '../../../platform/db.ts'
import { isPassword } from '../passwords.ts'
import { guard, succeed } from '../throttle.ts'
import { newRecoveryCodes, newTotpSecret, recoveryHash, totpSetup, totpStep } from './domain.ts'
import {
  type PasskeySite,
  readMade,
  readUsed,
  registrationOptions,
  useOptions,
} from './passkeys.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

const CHALLENGE_MS = 5 * 60_000

/** The methods by which an account can be asked; none when it has no second factor. */
export function methodsOf(counts: store.FactorCounts, site?: PasskeySite): SecondFactorMethod[] {
  const { hasTotp, passkeys, recoveryCodes } = counts
  if (!hasTotp && passkeys === 0) return []
  return [
    ...(passkeys > 0 && site ? (['passkey'] as const) : []),
    ...(hasTotp ? (['totp'] as const) : []),
    ...(recoveryCodes > 0 ? (['recovery'] as const) : []),
  ]
}

export const hasFactor = ({ hasTotp, passkeys }: store.FactorCounts): boolean =>
  hasTotp || passkeys > 0

export function get(
  { read, actor, today }: Context,
  usual: readonly Role[],
  site: PasskeySite | undefined,
): Promise<SecondFactors> {
  return read(async (db) => {
    const { hasTotp, recoveryCodes } = await store.count(db, actor.accountId)
    const passkeys = await store.listPasskeys(db)
    return {
      hasTotp,
      recoveryCodes,
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        name,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
      isCompulsory: await store.isCompulsory(db, actor.role, today, usual),
      passkeyOrigin: site?.origin ?? null,
    }
  })
}

/** A new secret, which counts from the first right code on. */
export function startTotp({ write, actor }: Context): Promise<TotpSetup> {
  return write(async (tx) => {
    if ((await store.findTotp(tx))?.confirmedAt) throw refusals.totpPresent()
    const secret = newTotpSecret()
    await store.startTotp(tx, actor.accountId, secret)
    const { username } = await store.findPassword(tx, actor.accountId)
    return totpSetup(secret, username)
  })
}

/** @throws AppError `second_factor.wrong`, `second_factor.totp_present`, `session.wait` */
export async function confirmTotp(
  db: Kysely<Schema>,
  context: Context,
  code: string,
  address: string,
): Promise<NewFactor> {
  const { write, actor, now } = context
  const name = `setup ${actor.accountId}`
  await guard(db, name, address, now)
  return write(async (tx) => {
    const kept = await store.findTotp(tx)
    if (!kept) throw refusals.notStarted()
    if (kept.confirmedAt) throw refusals.totpPresent()
    const step = totpStep(kept.secret, code, now)
    if (step === undefined) throw refusals.wrongCode()
    await store.useTotpStep(tx, actor.accountId, step)
    await store.confirmTotp(tx, actor.accountId, now)
    await succeed(tx, name, address, now)
    await audit.record(tx, actor, 'account.add_second_factor', actor.accountId, { kind: 'totp' })
    return { recoveryCodes: await firstCodes(tx, actor.accountId) }
  })
}

/** With the first factor come recovery codes. */
async function firstCodes(tx: Tx, accountId: Id): Promise<string[] | null> {
  const { recoveryCodes } = await store.count(tx, accountId)
  return recoveryCodes > 0 ? null : drawCodes(tx, accountId)
}

async function drawCodes(tx: Tx, accountId: Id): Promise<string[]> {
  const codes = newRecoveryCodes()
  const hashes = codes.map((code) => recoveryHash(accountId, code))
  await store.putRecoveryCodes(tx, accountId, hashes)
  return codes
}

export function offerPasskey(
  { write, actor, now }: Context,
  site: PasskeySite | undefined,
): Promise<PasskeyOptions> {
  if (!site) throw refusals.noSite()
  return write(async (tx) => {
    const { username } = await store.findPassword(tx, actor.accountId)
    const person = { accountId: actor.accountId, username, name: actor.byWords }
    const options = await registrationOptions(site, person, await store.listPasskeys(tx))
    await offer(tx, actor.accountId, options, now)
    return options
  })
}

async function offer(tx: Tx, accountId: Id, { challenge }: PasskeyOptions, now: Date) {
  const expiresAt = new Date(now.getTime() + CHALLENGE_MS)
  await store.addChallenge(tx, accountId, challenge, expiresAt, now)
}

/** @throws AppError `second_factor.passkey_refused`, `second_factor.passkey_known` */
export function addPasskey(
  { write, actor, now }: Context,
  site: PasskeySite | undefined,
  { name, response }: NewPasskey,
): Promise<NewFactor> {
  if (!site) throw refusals.noSite()
  return write(async (tx) => {
    const claim = (challenge: string) => store.claimChallenge(tx, challenge, now)
    const made = await readMade(site, response, claim)
    if (!made) throw refusals.passkeyRefused()
    if (!(await store.addPasskey(tx, actor.accountId, name, made, now)))
      throw refusals.passkeyKnown()
    await audit.record(tx, actor, 'account.add_second_factor', actor.accountId, {
      kind: 'passkey',
      name,
    })
    return { recoveryCodes: await firstCodes(tx, actor.accountId) }
  })
}

/** Takes one away, by the password; with the last one go the recovery codes. */
export async function remove(
  db: Kysely<Schema>,
  context: Context,
  factor: { kind: 'totp' } | { kind: 'passkey'; id: Id },
  password: string,
  address: string,
): Promise<void> {
  const { write, actor } = context
  await assertPassword(db, context, password, address)
  await write(async (tx) => {
    const isRemoved =
      factor.kind === 'totp'
        ? await store.removeTotp(tx, actor.accountId)
        : await store.removePasskey(tx, actor.accountId, factor.id)
    if (!isRemoved) throw refusals.noSuchFactor()
    if (!hasFactor(await store.count(tx, actor.accountId)))
      await store.putRecoveryCodes(tx, actor.accountId, [])
    await audit.record(tx, actor, 'account.remove_second_factor', actor.accountId, factor)
  })
}

/** The earlier ones are void. */
export async function renewCodes(
  db: Kysely<Schema>,
  context: Context,
  password: string,
  address: string,
): Promise<RecoveryCodes> {
  const { write, actor } = context
  await assertPassword(db, context, password, address)
  return write(async (tx) => {
    if (!hasFactor(await store.count(tx, actor.accountId))) throw refusals.noSuchFactor()
    const codes = await drawCodes(tx, actor.accountId)
    await audit.record(tx, actor, 'account.renew_recovery_codes', actor.accountId, {})
    return { codes }
  })
}

async function assertPassword(
  db: Kysely<Schema>,
  { write, actor, now }: Context,
  password: string,
  address: string,
): Promise<void> {
  const { username, hash } = await write((tx) => store.findPassword(tx, actor.accountId))
  await guard(db, username, address, now)
  if (!(await isPassword(hash, password))) throw refusals.wrongPassword()
  await write((tx) => succeed(tx, username, address, now))
}

/** What the browser is to sign, at sign-in. */
export function offerSignIn(
  { write, actor, now }: Context,
  site: PasskeySite | undefined,
): Promise<PasskeyOptions> {
  if (!site) throw refusals.noSite()
  return write(async (tx) => {
    const options = await useOptions(site, await store.listPasskeys(tx))
    await offer(tx, actor.accountId, options, now)
    return options
  })
}

/** Whether the proof holds; it is used up in the transaction. */
export async function verify(
  tx: Tx,
  { actor, now }: Context,
  proof: SecondFactorProof,
  site: PasskeySite | undefined,
): Promise<boolean> {
  if (proof.method === 'recovery')
    return store.useRecoveryCode(tx, recoveryHash(actor.accountId, proof.code), now)
  if (proof.method === 'totp') {
    const kept = await store.findTotp(tx)
    const step = kept?.confirmedAt ? totpStep(kept.secret, proof.code, now) : undefined
    return step !== undefined && (await store.useTotpStep(tx, actor.accountId, step))
  }
  const passkeys = site ? await store.listPasskeys(tx) : []
  const passkey = passkeys.find(({ credential }) => credential === proof.response.id)
  if (!site || !passkey) return false
  const claim = (challenge: string) => store.claimChallenge(tx, challenge, now)
  const counter = await readUsed(site, proof.response, passkey, claim)
  if (counter === undefined) return false
  await store.notePasskeyUse(tx, passkey.id, counter, now)
  return true
}
