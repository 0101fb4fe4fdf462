import type {
  PasskeyOptions,
  SecondFactorDue,
  SecondFactorProof,
} from '@hopluc/shared/second-factor'
import type { SignIn } from '@hopluc/shared/session'
import type { Id } from '@hopluc/shared/values'
import type { Kysely } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import * as audit from '../../../platform/audit.ts'
import { calendarDay } from '../../../platform/clock.ts'
import { type Context, createContext } from '../../../platform/context.ts'
import type { Schema, Tx } from '../../../platform/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { isPassword } from '../passwords.ts'
import {
  countFactors,
  hasFactor,
  methodsOf,
  offerSignIn,
  type PasskeySite,
  refusedFactor,
  verify,
} from '../second-factor/index.ts'
import { guard, secondName, succeed } from '../throttle.ts'
import { hashOf, newToken } from '../tokens.ts'
import { deviceWords, usernameOf } from './domain.ts'
import { noPost, refused, stepOver } from './refusals.ts'
import type { Opened, Origin } from './service.ts'
import * as steps from './steps.ts'
import * as store from './store.ts'

const STEP_MS = 10 * 60_000

/** The first proof was right; `token` goes into a cookie until the second comes. */
export class SecondFactorAsked extends AppError {
  readonly token: string

  constructor(token: string) {
    super('unauthenticated', 'session.second_factor', {
      vi: 'Cần thêm lớp xác thực thứ hai để đăng nhập.',
      en: 'A second factor is needed to sign in.',
    })
    this.token = token
  }
}

/**
 * Opens a session for who knows the password. Somebody unknown, inactive and mistaken are refused in
 * the same words after the same time.
 * @throws AppError `session.refused`, `session.wait`, `session.no_post`, `session.second_factor`
 */
export async function signIn(
  db: Kysely<Schema>,
  now: Date,
  { password, ...typed }: SignIn,
  origin: Origin,
  earlier: string | undefined,
): Promise<Opened> {
  const username = usernameOf(typed.username)
  await guard(db, username, origin.address, now)
  const account = await store.findAccount(db, username)
  const isRight = await isPassword(account?.passwordHash ?? null, password)
  if (!account || !isRight) throw refused()
  return enter(db, now, account.id, { way: 'password', origin, earlier, name: username })
}

export interface Entering {
  way: steps.Way
  origin: Origin
  /** The token of a session that ends with it. */
  earlier: string | undefined
  /** The name under which the attempt was counted. */
  name?: string
  /** More for the audit: which provider, which link. */
  by?: string
}

/**
 * Lets in whoever has proved once who they are: opens the session, or asks for the second factor.
 * @throws AppError `session.no_post`, `session.second_factor`
 */
export async function enter(
  db: Kysely<Schema>,
  now: Date,
  accountId: Id,
  entering: Entering,
): Promise<Opened> {
  const { context, mustChangePassword } = await personOf(db, accountId, now)
  const { name, origin, way } = entering
  const isDue = hasFactor(await countFactors(db, accountId))
  const { token, hash } = newToken()
  await context.write(async (tx) => {
    if (name) await succeed(tx, name, origin.address, now)
    if (isDue) {
      const expiresAt = new Date(now.getTime() + STEP_MS)
      await steps.add(tx, { accountId, hash, way, expiresAt })
    } else await open(tx, context, hash, entering)
  })
  if (isDue) throw new SecondFactorAsked(token)
  return { token, context, mustChangePassword }
}

async function personOf(db: Kysely<Schema>, accountId: Id, now: Date) {
  const today = calendarDay(now)
  const person = await store.findPerson(db, accountId, today)
  if (!person) throw noPost()
  const { actor, mustChangePassword } = person
  return { context: createContext(db, actor, today, now), mustChangePassword }
}

async function open(tx: Tx, { actor, now }: Context, hash: Buffer, entering: Entering) {
  const { earlier, origin, way, by } = entering
  if (earlier) await store.endByHash(tx, hashOf(earlier), now)
  const id = randomUUIDv7()
  const { address, agent } = origin
  await store.open(tx, { id, hash, actor, address, device: deviceWords(agent) }, now)
  const how = { ...(way !== 'password' && { way }), ...(by && { by }) }
  const here = { ...actor, origin: { address, sessionId: id } }
  await audit.record(tx, here, 'session.open', actor.accountId, { sessionId: id, address, ...how })
}

async function stepOf(db: Kysely<Schema>, now: Date, token: string | undefined) {
  const step = token ? await steps.find(db, hashOf(token), now) : undefined
  if (!token || !step) throw stepOver()
  return { ...step, hash: hashOf(token) }
}

/** By what the sign-in that waits can go on; null when none waits. */
export async function dueFactor(
  db: Kysely<Schema>,
  now: Date,
  token: string | undefined,
  site: PasskeySite | undefined,
): Promise<SecondFactorDue | null> {
  const step = token ? await steps.find(db, hashOf(token), now) : undefined
  if (!step) return null
  const { accountId, name } = step
  return { name, methods: methodsOf(await countFactors(db, accountId), site) }
}

export async function challenge(
  db: Kysely<Schema>,
  now: Date,
  token: string | undefined,
  site: PasskeySite | undefined,
): Promise<PasskeyOptions> {
  const { accountId } = await stepOf(db, now, token)
  const { context } = await personOf(db, accountId, now)
  return offerSignIn(context, site)
}

/**
 * Opens the session that waited. Five misses end the wait, and the first proof is due again; misses
 * are counted for the account too, whatever the wait.
 * @throws AppError `session.step_over`, `session.second_factor_refused`, `session.wait`
 */
export async function passSecondFactor(
  db: Kysely<Schema>,
  now: Date,
  token: string | undefined,
  proof: SecondFactorProof,
  { origin, earlier, site }: { origin: Origin; earlier?: string; site: PasskeySite | undefined },
): Promise<Opened> {
  const step = await stepOf(db, now, token)
  const { context, mustChangePassword } = await personOf(db, step.accountId, now)
  const name = secondName(step.username)
  await guard(db, name, origin.address, now)
  const { token: session, hash } = newToken()
  const isRight = await context.write(async (tx) => {
    if (!(await verify(tx, context, proof, site))) {
      await steps.miss(tx, step.hash)
      const { accountId } = context.actor
      const here = { ...context.actor, origin: { address: origin.address } }
      await audit.record(tx, here, 'session.miss_second_factor', accountId, {
        method: proof.method,
        address: origin.address,
      })
      return false
    }
    if (!(await steps.end(tx, step.hash, now))) throw stepOver()
    await succeed(tx, name, origin.address, now)
    await open(tx, context, hash, {
      way: 'password',
      origin,
      earlier,
      by: [step.way, proof.method].join(' + '),
    })
    return true
  })
  if (!isRight) throw refusedFactor()
  return { token: session, context, mustChangePassword }
}
