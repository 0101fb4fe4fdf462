import type {
  Account,
  AccountChange,
  AccountItem,
  AccountQuery,
  CreatedAccount,
  NewAccount,
  NewPost,
  PostAddition,
  ResetLink,
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
import { newToken } from '../tokens.ts'
import { allowedOnAccount, mayKeepAccounts } from './policy.ts'
import * as store from './store.ts'

const LINK_HOURS = 24
const OF_COMMITTEE: readonly Role[] = ['chair', 'delegate', 'standing']

/** Colleagues in the authorities know each other; row security leaves a cooperative only itself. */
export function list({ read, today }: Context, query: AccountQuery): Promise<Page<AccountItem>> {
  return read((db) => store.list(db, query, today))
}

export function get(context: Context, id: Id): Promise<Account> {
  return context.read((db) => present(db, context, id))
}

/** The first password is answered once, and nowhere kept but as its hash. */
export async function create(context: Context, command: NewAccount): Promise<CreatedAccount> {
  const { actor } = context
  assertAllowed(mayKeepAccounts(actor))
  assertPost(command.post)
  const password = firstPassword()
  const passwordHash = await hashPassword(password)
  return context.write(async (tx) => {
    const id = await store.create(tx, { ...command, passwordHash })
    await store.addPost(tx, id, command.post)
    await audit.record(tx, actor, 'account.create', id, command)
    return { account: await present(tx, context, id), password }
  })
}

/** Closing an account ends its sessions at once. */
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
    if (isActive === false) {
      await assertAnAdminIsLeft(tx, context)
      await endAllSessions(tx, id, now)
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
    assertPost(post)
    await store.lock(tx, id, version)
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
    await audit.record(tx, actor, 'account.end_post', id, { postId, untilOn })
    return present(tx, context, id)
  })
}

/** For who has forgotten the password: opens once, within a day; an earlier link is void. */
export function makeReset(context: Context, id: Id): Promise<ResetLink> {
  const { actor, now } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeepAccounts(actor))
    const { isActive } = await store.get(tx, id, context.today, now)
    if (!isActive) throw closed()
    const { token, hash } = newToken()
    const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000)
    await store.addReset(tx, { accountId: id, hash, expiresAt }, now)
    await audit.record(tx, actor, 'account.make_reset', id, { expiresAt })
    return { path: `/reset#${token}`, expiresAt: expiresAt.toISOString() }
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
  return { ...(await store.get(db, id, today, now)), allowed: allowedOnAccount(actor) }
}

async function assertAnAdminIsLeft(tx: Tx, { today }: Context): Promise<void> {
  if ((await store.countAdmins(tx, addDays(today, 1))) > 0) return
  throw new AppError('rule', 'accounts.last_admin', {
    vi: 'Đây là quản trị viên cuối cùng của hệ thống. Hãy gán quyền quản trị cho người khác trước.',
    en: 'This is the last administrator. Make somebody else administrator first.',
  })
}

function assertPost({ role, committeeId, authority, fromOn, untilOn }: NewPost): void {
  if (OF_COMMITTEE.includes(role) !== (committeeId !== null))
    throw new AppError('rule', 'accounts.committee_of_post', {
      vi: 'Trưởng ban, người được ủy quyền và thường trực phải thuộc một Ban Chỉ đạo; vai trò khác thì không.',
      en: 'A chair, delegate or standing officer belongs to a committee; other roles do not.',
    })
  if (role === 'delegate' && !authority)
    throw new AppError('rule', 'accounts.authority_missing', {
      vi: 'Người được ủy quyền cần số, ngày của văn bản ủy quyền.',
      en: 'A delegate needs the number and day of the written delegation.',
    })
  if (untilOn < fromOn) throw outside()
}

function outside() {
  return new AppError('rule', 'accounts.post_days', {
    vi: 'Ngày kết thúc phải nằm trong thời gian giữ chức vụ.',
    en: 'The last day must lie within the time of the post.',
  })
}

function noSuchPost() {
  return new AppError('not_found', 'accounts.no_such_post', {
    vi: 'Tài khoản này không có chức vụ đó.',
    en: 'This account has no such post.',
  })
}

function closed() {
  return new AppError('rule', 'accounts.inactive', {
    vi: 'Tài khoản đang khóa. Hãy mở tài khoản trước khi cấp đường dẫn.',
    en: 'This account is closed. Reopen it before making a link.',
  })
}
