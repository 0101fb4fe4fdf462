import type { PasswordLink, ResetLink, SignInLink } from '@hopluc/shared/accounts'
import type { Id } from '@hopluc/shared/values'
import type { Kysely } from 'kysely'
import { randomInt } from 'node:crypto'
import * as audit from '../../../platform/audit.ts'
import { calendarDay } from '../../../platform/clock.ts'
import { type Context, createContext } from '../../../platform/context.ts'
import type { Schema, Tx } from '../../../platform/db.ts'
import { AppError, assertAllowed } from '../../../platform/errors.ts'
import { assertGoodPassword, hashPassword } from '../passwords.ts'
import { passwordRules, rule } from '../rules/index.ts'
import { enter, findPerson, noPost, type Opened, type Origin } from '../session/index.ts'
import { guard } from '../throttle.ts'
import { hashOf, newToken } from '../tokens.ts'
import * as store from './store.ts'

const HOUR_MS = 3_600_000
/** For who has no password or seldom uses one; others carry more than a code should open. */
const BY_CODE: readonly string[] = ['cooperative', 'leader', 'chair', 'delegate']

const codeHash = (token: string, code: string) => hashOf(`${token} ${code}`)

/** One that sets a password: for who has forgotten it, or comes for the first time. */
export async function passwordLink(
  tx: Tx,
  { now, today }: Context,
  accountId: Id,
  kind: 'reset' | 'invitation',
): Promise<ResetLink> {
  const hours = await rule(tx, `link.${kind}_hours`, today)
  const { token, hash } = newToken()
  const expiresAt = new Date(now.getTime() + hours * HOUR_MS)
  await store.addPasswordLink(tx, { accountId, kind, hash, expiresAt }, now)
  return { path: `/reset#${token}`, expiresAt: expiresAt.toISOString() }
}

/** Whom a link is for, before it is used; null when it can be used no more. */
export async function lookAt(
  db: Kysely<Schema>,
  now: Date,
  token: string,
): Promise<PasswordLink | null> {
  const link = await store.findPasswordLink(db, hashOf(token), now)
  if (!link) return null
  const { name, username, kind, expiresAt } = link
  return { name, username, isInvitation: kind === 'invitation', expiresAt: expiresAt.toISOString() }
}

/** Sets the password, once. @throws AppError `password.reset_used`, `password.short` … */
export async function setPassword(
  db: Kysely<Schema>,
  now: Date,
  token: string,
  next: string,
): Promise<void> {
  const today = calendarDay(now)
  const link = await store.findPasswordLink(db, hashOf(token), now)
  if (!link) throw usedUp()
  assertGoodPassword(next, link.username, await passwordRules(db, today))
  const person = await findPerson(db, link.accountId, today)
  if (!person) throw noPost()
  const kept = await hashPassword(next)
  await createContext(db, person.actor, today, now).write(async (tx) => {
    if (!(await store.usePasswordLink(tx, hashOf(token), kept, now))) throw usedUp()
    await audit.record(tx, person.actor, 'account.reset_password', link.accountId, {})
  })
}

/**
 * Signs a cooperative's manager or a leader in without a password: the link goes one way, the code
 * another. Both are answered once, to the administrator, who hands them on.
 * @throws AppError `accounts.no_code_for_role`
 */
export function makeSignInLink(context: Context, accountId: Id): Promise<SignInLink> {
  const { actor, now, today } = context
  return context.write(async (tx) => {
    assertAllowed(actor.role === 'admin')
    const roles = await tx
      .selectFrom('posts')
      .innerJoin('accounts', 'accounts.id', 'posts.account_id')
      .select('role')
      .where('account_id', '=', accountId)
      .where('is_active', '=', true)
      .where('from_on', '<=', today)
      .where('until_on', '>=', today)
      .execute()
    if (roles.length === 0 || !roles.every(({ role }) => BY_CODE.includes(role))) throw notByCode()
    const hours = await rule(tx, 'link.sign_in_hours', today)
    const { token, hash } = newToken()
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const expiresAt = new Date(now.getTime() + hours * HOUR_MS)
    const link = { accountId, hash, codeHash: codeHash(token, code), expiresAt }
    await store.addSignInLink(tx, link, now)
    await audit.record(tx, actor, 'account.make_sign_in_link', accountId, { expiresAt })
    return { path: `/enter#${token}`, code, expiresAt: expiresAt.toISOString() }
  })
}

/**
 * Five wrong codes void the link.
 * @throws AppError `session.link_used`, `session.wrong_code`, `session.second_factor`, `session.wait`
 */
export async function enterByLink(
  db: Kysely<Schema>,
  now: Date,
  { token, code }: { token: string; code: string },
  origin: Origin,
  earlier: string | undefined,
): Promise<Opened> {
  const name = `link ${hashOf(token).toString('hex')}`
  await guard(db, name, origin.address, now)
  const used = await store.useSignInLink(db, hashOf(token), codeHash(token, code), now)
  if (!used) throw linkUsedUp()
  if (!used.isRight) throw wrongCode()
  return enter(db, now, used.accountId, { way: 'link', origin, earlier, name, by: 'link' })
}

const usedUp = () =>
  new AppError('not_found', 'password.reset_used', {
    vi: 'Đường dẫn đã được dùng hoặc hết hạn. Hãy xin người quản trị cấp đường dẫn mới.',
    en: 'This link has been used or has expired. Ask the administrator for a new one.',
  })

const linkUsedUp = () =>
  new AppError('unauthenticated', 'session.link_used', {
    vi: 'Đường dẫn đăng nhập đã được dùng, hết hạn hoặc nhập sai mã quá 5 lần. Hãy xin người quản trị cấp lại.',
    en: 'This sign-in link has been used, has expired, or its code was missed five times. Ask for a new one.',
  })

const wrongCode = () =>
  new AppError('unauthenticated', 'session.wrong_code', {
    vi: 'Mã chưa đúng. Hãy kiểm tra lại mã được cấp cùng đường dẫn này.',
    en: 'The code is not right. Check the code that came with this link.',
  })

const notByCode = () =>
  new AppError('rule', 'accounts.no_code_for_role', {
    vi: 'Chỉ cấp đường dẫn kèm mã cho HTX, THT và lãnh đạo đang giữ chức vụ; vai trò khác đăng nhập bằng mật khẩu.',
    en: 'Links with a code are for cooperatives and leaders who hold a post today; other roles use a password.',
  })
