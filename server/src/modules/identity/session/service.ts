import type {
  Demo,
  LiveSessions,
  NavigationCounts,
  PasswordChange,
  Session,
  SignIn,
} from '@hopluc/shared/session'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Kysely } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import * as audit from '../../../platform/audit.ts'
import { calendarDay } from '../../../platform/clock.ts'
import { type Context, createContext } from '../../../platform/context.ts'
import type { Schema } from '../../../platform/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { assertGoodPassword, hashPassword, isPassword } from '../passwords.ts'
import { actionsOf } from '../permissions.ts'
import { hashOf, newToken } from '../tokens.ts'
import { deviceWords, presentPost, usernameOf } from './domain.ts'
import {
  noPost,
  noSuchSession,
  refused,
  resetUsedUp,
  unknownPost,
  wrongPassword,
} from './refusals.ts'
import * as store from './store.ts'

const IDLE_MINUTES = 30
const HOURS = 12
const LEAST_LENGTH = 10
/** Of every account of the demonstration; an installation that is none has no such account. */
export const DEMO_PASSWORD = 'hopluc-demo'

/** Where a request comes from. */
export interface Origin {
  address: string
  agent: string | undefined
}

export interface Opened {
  token: string
  context: Context
  mustChangePassword: boolean
}

/**
 * Opens a session for who knows the password. Somebody unknown, inactive and mistaken are refused in
 * the same words after the same time.
 * @throws AppError `session.refused`, `session.wait`, `session.no_post`
 */
export async function signIn(
  db: Kysely<Schema>,
  now: Date,
  { password, ...typed }: SignIn,
  { address, agent }: Origin,
  earlier: string | undefined,
): Promise<Opened> {
  const today = calendarDay(now)
  const username = usernameOf(typed.username)
  await guard(db, username, address, now)
  const account = await store.findAccount(db, username)
  const isRight = await isPassword(account?.passwordHash ?? null, password)
  if (!account || !isRight) throw refused()
  const person = await store.findPerson(db, account.id, today)
  if (!person) throw noPost()
  const { actor, mustChangePassword } = person
  const context = createContext(db, actor, today, now)
  const { token, hash } = newToken()
  await context.write(async (tx) => {
    if (earlier) await store.endByHash(tx, hashOf(earlier), now)
    const id = randomUUIDv7()
    await store.open(tx, { id, hash, actor, address, device: deviceWords(agent) }, now)
    await store.succeed(tx, username, address, now)
    await audit.record(tx, actor, 'session.open', actor.accountId, { sessionId: id, address })
  })
  return { token, context, mustChangePassword }
}

/** One's own account as seen today, or with office and place as of a past day. */
export function get(
  { read, actor, today }: Context,
  { mustChangePassword, isDemo }: { mustChangePassword: boolean; isDemo: boolean },
  asOf: PlainDate = today,
): Promise<Session> {
  return read(async (db) => {
    const account = await db
      .selectFrom('accounts')
      .select(['id', 'username', 'name'])
      .where('id', '=', actor.accountId)
      .executeTakeFirstOrThrow()
    const rows = await store.listPosts(db, actor.accountId, today, asOf)
    const posts = rows.map(presentPost)
    return {
      account,
      post: posts.find(({ id }) => id === actor.postId) ?? null,
      posts,
      mustChangePassword,
      today,
      isDemo,
      unseenNotices: await store.countUnseenNotices(db, actor.accountId),
      may: asOf < today ? [] : actionsOf(actor.role),
      idleMinutes: await store.settingNumber(db, 'session.idle_minutes', today, IDLE_MINUTES),
    }
  })
}

/** Figures beside the navigation; nought is not told. */
export function counts({ read, actor, today }: Context): Promise<NavigationCounts> {
  return read(async (db) => {
    const { myTasks, readings, overdueTasks } = await store.countWaiting(db, actor.accountId, today)
    return {
      ...(myTasks > 0 && { myTasks }),
      ...(readings > 0 && { readings }),
      ...(overdueTasks > 0 && { overdueTasks }),
    }
  })
}

export function signOut({ write, actor, now }: Context, session: Buffer): Promise<void> {
  return write(async (tx) => {
    await store.endByHash(tx, session, now)
    await audit.record(tx, actor, 'session.close', actor.accountId, {})
  })
}

/** Goes on under another post that the person holds today, with a new secret. */
export async function switchPost(
  db: Kysely<Schema>,
  { actor, today, now }: Context,
  session: Buffer,
  postId: Id,
): Promise<Opened> {
  const person = await store.findPerson(db, actor.accountId, today, postId)
  if (!person) throw unknownPost()
  const context = createContext(db, person.actor, today, now)
  const { token, hash } = newToken()
  await context.write(async (tx) => {
    if (!(await store.renew(tx, session, hash, postId))) throw noSuchSession()
    await audit.record(tx, person.actor, 'session.switch_post', actor.accountId, {
      from: actor.postId,
      to: postId,
    })
  })
  return { token, context, mustChangePassword: person.mustChangePassword }
}

/**
 * Sets one's own password, ends all other sessions, and gives this one a new secret.
 * @throws AppError `password.wrong`, `password.same`, `password.short` …, `session.wait`
 */
export async function changePassword(
  db: Kysely<Schema>,
  context: Context,
  session: Buffer,
  { current, next }: PasswordChange,
  { address }: Origin,
): Promise<Opened> {
  const { actor, today, now } = context
  const { username } = await context.read((reader) =>
    reader
      .selectFrom('accounts')
      .select('username')
      .where('id', '=', actor.accountId)
      .executeTakeFirstOrThrow(),
  )
  await guard(db, username, address, now)
  const account = await store.findAccount(db, username)
  if (!(await isPassword(account?.passwordHash ?? null, current))) throw wrongPassword()
  await context.write((tx) => store.succeed(tx, username, address, now))
  if (current === next)
    throw new AppError('rule', 'password.same', {
      vi: 'Mật khẩu mới phải khác mật khẩu hiện tại.',
      en: 'The new password must differ from the current one.',
    })
  assertGoodPassword(next, username, await leastLength(db, today))
  const kept = await hashPassword(next)
  const { token, hash } = newToken()
  await context.write(async (tx) => {
    if (!(await store.renew(tx, session, hash, actor.postId))) throw noSuchSession()
    await store.setOwnPassword(tx, kept)
    await store.endAll(tx, actor.accountId, now, hash)
    await audit.record(tx, actor, 'account.change_password', actor.accountId, {})
  })
  return { token, context, mustChangePassword: false }
}

/** By an administrator's one-time link. @throws AppError `password.reset_used`, `password.short` … */
export async function resetPassword(
  db: Kysely<Schema>,
  now: Date,
  token: string,
  next: string,
): Promise<void> {
  const today = calendarDay(now)
  const reset = await store.findReset(db, hashOf(token), now)
  if (!reset) throw resetUsedUp()
  assertGoodPassword(next, reset.username, await leastLength(db, today))
  const person = await store.findPerson(db, reset.accountId, today)
  if (!person) throw noPost()
  const kept = await hashPassword(next)
  await createContext(db, person.actor, today, now).write(async (tx) => {
    if (!(await store.reset(tx, hashOf(token), kept, now))) throw resetUsedUp()
    await audit.record(tx, person.actor, 'account.reset_password', reset.accountId, {})
  })
}

/** Where an account is signed in now; row security lets only the person and an administrator read. */
export function listSessions(
  { read, today, now }: Context,
  accountId: Id,
  current: Buffer,
): Promise<LiveSessions> {
  return read(async (db) => {
    const idle = await store.settingNumber(db, 'session.idle_minutes', today, IDLE_MINUTES)
    const hours = await store.settingNumber(db, 'session.hours', today, HOURS)
    const rows = await store.list(db, accountId, {
      idle: new Date(now.getTime() - idle * 60_000),
      opened: new Date(now.getTime() - hours * 3_600_000),
    })
    return {
      items: rows.map(({ hash, openedAt, lastSeenAt, ...row }) => ({
        ...row,
        openedAt: openedAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        isThis: hash.equals(current),
      })),
    }
  })
}

export function endSession({ write, actor, now }: Context, accountId: Id, id: Id): Promise<void> {
  return write(async (tx) => {
    if (!(await store.end(tx, accountId, id, now))) throw noSuchSession()
    await audit.record(tx, actor, 'session.end', accountId, { sessionId: id })
  })
}

export async function demo(db: Kysely<Schema>, now: Date, isDemo: boolean): Promise<Demo> {
  if (!isDemo) return { isDemo, password: null, accounts: [] }
  const accounts = await store.listDemo(db, calendarDay(now))
  return { isDemo, password: DEMO_PASSWORD, accounts }
}

export function leastLength(db: Kysely<Schema>, today: PlainDate): Promise<number> {
  return store.settingNumber(db, 'password.min_length', today, LEAST_LENGTH)
}

async function guard(db: Kysely<Schema>, username: string, address: string, now: Date) {
  const wait = await store.beginAttempt(db, username, address, now)
  if (wait > 0) throw new Wait(wait)
}

/** `seconds` becomes the header Retry-After. */
export class Wait extends AppError {
  readonly seconds: number

  constructor(seconds: number) {
    super('too_many', 'session.wait', {
      vi: `Đã nhập sai nhiều lần. Hãy thử lại sau ${seconds} giây.`,
      en: `Too many wrong attempts. Try again in ${seconds} seconds.`,
    })
    this.seconds = seconds
  }
}
