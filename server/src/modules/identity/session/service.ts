import type {
  Demo,
  LiveSessions,
  NavigationCounts,
  PasswordChange,
  Session,
} from '@hopluc/shared/session'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Kysely } from 'kysely'
import * as audit from '../../../platform/audit.ts'
import { calendarDay } from '../../../platform/clock.ts'
import { type Context, createContext } from '../../../platform/context.ts'
import type { Schema } from '../../../platform/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { assertGoodPassword, hashPassword, isPassword } from '../passwords.ts'
import { actionsOf } from '../permissions.ts'
import { passwordRules, rule } from '../rules/index.ts'
import { guard, succeed } from '../throttle.ts'
import { newToken } from '../tokens.ts'
import { presentPost } from './domain.ts'
import { lacksSecondFactor } from './lacks.ts'
import { noSuchSession, unknownPost, wrongPassword } from './refusals.ts'
import * as store from './store.ts'

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

export interface Setting {
  mustChangePassword: boolean
  isDemo: boolean
  isProduction: boolean
}

/** One's own account as seen today, or with office and place as of a past day. */
export function get(
  { read, actor, today }: Context,
  { mustChangePassword, isDemo, isProduction }: Setting,
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
      mustSetSecondFactor: await lacksSecondFactor(db, actor, today, isProduction),
      today,
      isDemo,
      unseenNotices: await store.countUnseenNotices(db, actor.accountId),
      may: asOf < today ? [] : actionsOf(actor.role),
      idleMinutes: await rule(db, 'session.idle_minutes', today),
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
  await context.write((tx) => succeed(tx, username, address, now))
  if (current === next)
    throw new AppError('rule', 'password.same', {
      vi: 'Mật khẩu mới phải khác mật khẩu hiện tại.',
      en: 'The new password must differ from the current one.',
    })
  assertGoodPassword(next, username, await passwordRules(db, today))
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

/** Where an account is signed in now; row security lets only the person and an administrator read. */
export function listSessions(
  { read, today, now }: Context,
  accountId: Id,
  current: Buffer,
): Promise<LiveSessions> {
  return read(async (db) => {
    const idle = await rule(db, 'session.idle_minutes', today)
    const hours = await rule(db, 'session.hours', today)
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
