import type {
  Account,
  AccountChange,
  AccountItem,
  AccountQuery,
  CreatedAccount,
  NewAccount,
  PostAddition,
  RoleTable,
} from '@hopluc/shared/accounts'
import { Role } from '@hopluc/shared/session'
import type { Ending } from '@hopluc/shared/units'
import { addDays, type Id, type Page } from '@hopluc/shared/values'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Tx } from '../../../platform/db.ts'
import { AppError, assertAllowed } from '../../../platform/errors.ts'
import { firstPassword, hashPassword } from '../passwords.ts'
import { listPermissions } from '../permissions.ts'
import { endAllSessions } from '../session/index.ts'
import { endAllTokens } from '../api-tokens/index.ts'
import { passwordLink } from '../links/index.ts'
import { allowedOnAccount, mayKeepAccounts } from './policy.ts'
import { assertHoldsPost, assertPost, noSuchPost, outside } from './posts.ts'
import * as store from './store.ts'

/** Colleagues in the authorities know each other; row security leaves a cooperative only itself. */
export function list({ read, today }: Context, query: AccountQuery): Promise<Page<AccountItem>> {
  return read((db) => store.list(db, query, today))
}

export function get(context: Context, id: Id): Promise<Account> {
  return context.read((db) => present(db, context, id))
}

/** First password or invitation is answered once, and nowhere kept but as its hash. */
export async function create(context: Context, command: NewAccount): Promise<CreatedAccount> {
  const { actor } = context
  const { isInvited = false, ...account } = command
  assertAllowed(mayKeepAccounts(actor))
  const password = isInvited ? null : firstPassword()
  const passwordHash = password && (await hashPassword(password))
  return context.write(async (tx) => {
    const id = await store.create(tx, { ...account, passwordHash })
    await assertPost(tx, id, command.post)
    await store.addPost(tx, id, command.post)
    const invitation = isInvited ? await passwordLink(tx, context, id, 'invitation') : null
    await audit.record(tx, actor, 'account.create', id, command)
    return { account: await present(tx, context, id), password, invitation }
  })
}

/** Closing an account ends its sessions and tokens at once. */
export function change(context: Context, id: Id, command: AccountChange): Promise<Account> {
  const { actor, now } = context
  const { version, name, isActive } = command
  return context.write(async (tx) => {
    assertAllowed(mayKeepAccounts(actor))
    const before = await store.lock(tx, id, version)
    await store.change(tx, id, {
      ...(name !== undefined && { name }),
      ...(isActive !== undefined && { is_active: isActive }),
    })
    if (isActive === true) await assertHoldsPost(tx, context, id)
    if (isActive === false) {
      await assertAnAdminIsLeft(tx, context)
      await endAllSessions(tx, id, now)
      await endAllTokens(tx, id, now)
    }
    await audit.record(tx, actor, 'account.change', id, { before, name, isActive })
    return present(tx, context, id)
  })
}

export function addPost(context: Context, id: Id, command: PostAddition): Promise<Account> {
  const { actor } = context
  const { version, ...post } = command
  return context.write(async (tx) => {
    assertAllowed(mayKeepAccounts(actor))
    await store.lock(tx, id, version)
    await assertPost(tx, id, post)
    const postId = await store.addPost(tx, id, post)
    await audit.record(tx, actor, 'account.add_post', id, { postId, ...post })
    return present(tx, context, id)
  })
}

/** `untilOn` is the last day; the day before it begins takes the post back unused. */
export function endPost(
  context: Context,
  id: Id,
  postId: Id,
  { version, untilOn }: Ending,
): Promise<Account> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeepAccounts(actor))
    await store.lock(tx, id, version)
    const post = await store.findPost(tx, id, postId)
    if (!post) throw noSuchPost()
    if (untilOn < addDays(post.fromOn, -1) || untilOn > post.untilOn) throw outside()
    await store.endPost(tx, id, postId, untilOn)
    if (post.role === 'admin') await assertAnAdminIsLeft(tx, context)
    await assertHoldsPost(tx, context, id)
    await audit.record(tx, actor, 'account.end_post', id, {
      postId,
      ...audit.changes(post, { untilOn }),
    })
    return present(tx, context, id)
  })
}

/** Row security refuses to end another's session to anyone but the administrator. */
export function endSessions(context: Context, id: Id): Promise<void> {
  const { actor, now } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeepAccounts(actor) || actor.accountId === id)
    await endAllSessions(tx, id, now)
    await audit.record(tx, actor, 'session.end', id, { all: true })
  })
}

/** What each role may do, by module: every module's policy says it of itself. */
export function roles(): RoleTable {
  const modules = listPermissions().map(({ actions, ...module }) => ({
    ...module,
    actions: Object.entries(actions).map(([action, { vi, en, roles: allowed }]) => ({
      action,
      vi,
      en,
      roles: [...allowed],
    })),
  }))
  return { roles: [...Role.options], modules }
}

async function present(db: Reader, { actor, today, now }: Context, id: Id): Promise<Account> {
  const account = await store.get(db, id, today, now)
  const mayHandOver = account.isActive && (await store.mayHandOver(db, id))
  return { ...account, allowed: allowedOnAccount(actor, mayHandOver) }
}

/** @throws AppError `accounts.last_admin` */
export async function assertAnAdminIsLeft(tx: Tx, { today }: Context): Promise<void> {
  if ((await store.countAdmins(tx, addDays(today, 1))) > 0) return
  throw new AppError('rule', 'accounts.last_admin', {
    vi: 'Đây là quản trị viên cuối cùng của hệ thống. Hãy gán quyền quản trị cho người khác trước.',
    en: 'This is the last administrator. Make somebody else administrator first.',
  })
}
