import type {
  AccountSecurity,
  NewOutsideIdentity,
  OutsideIdentityRemoval,
  ResetLink,
} from '@hopluc/shared/accounts'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as audit from '../../../platform/audit.ts'
import type { OutsideProvider } from '../../../platform/config-outside.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/db.ts'
import { AppError, assertAllowed } from '../../../platform/errors.ts'
import { maskedFor, showPersonal } from '../../personal-fields/index.ts'
import { passwordLink } from '../links/index.ts'
import { countFactors, removeAllFactors } from '../second-factor/index.ts'
import { endAllSessions } from '../session/index.ts'
import { mayKeepAccounts } from './policy.ts'
import * as store from './store.ts'

/** How a person proves who they are; for the administrator. */
export function security(
  { read, actor }: Context,
  id: Id,
  providers: readonly OutsideProvider[],
): Promise<AccountSecurity> {
  assertAllowed(mayKeepAccounts(actor))
  return read((db) => present(db, actor, id, providers))
}

/** The number by which a provider knows somebody may be their personal number. */
const IDENTITY = 'account_identities.value'

async function present(
  db: Reader,
  actor: Context['actor'],
  id: Id,
  providers: readonly OutsideProvider[],
): Promise<AccountSecurity> {
  const identities = await db
    .selectFrom('account_identities')
    .select(['id', 'provider', 'value'])
    .where('account_id', '=', id)
    .orderBy('provider')
    .orderBy('value')
    .execute()
  return {
    ...(await countFactors(db, id)),
    identities: identities.flatMap(({ id: identityId, provider, value }) => {
      const shown = showPersonal(actor, IDENTITY, identityId, value, id)
      return shown ? [{ id: identityId, provider, value: shown }] : []
    }),
    providers: providers.map(({ id: provider, label }) => ({ id: provider, label })),
  }
}

/** Opens once within its time; an earlier link is void. */
export function makeLink(
  context: Context,
  id: Id,
  kind: 'reset' | 'invitation',
): Promise<ResetLink> {
  const { actor, now, today } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeepAccounts(actor))
    const { isActive } = await store.get(tx, id, today, now)
    if (!isActive) throw closed()
    const link = await passwordLink(tx, context, id, kind)
    const event = kind === 'reset' ? 'account.make_reset' : 'account.invite'
    await audit.record(tx, actor, event, id, { expiresAt: link.expiresAt })
    return link
  })
}

/** For who has lost phone and recovery codes; signed out everywhere, to sign in anew. */
export function removeFactors(context: Context, id: Id): Promise<void> {
  const { actor, now } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeepAccounts(actor))
    const before = await countFactors(tx, id)
    if (!before.hasTotp && before.passkeys === 0) throw noFactor()
    await removeAllFactors(tx, id)
    await endAllSessions(tx, id, now)
    await audit.record(tx, actor, 'account.remove_second_factor', id, { ...before, all: true })
  })
}

/** Failures are forgotten: the next try needs no wait. */
export function unlock(context: Context, id: Id): Promise<void> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeepAccounts(actor))
    await sql`select unlock_sign_in(${id})`.execute(tx)
    await audit.record(tx, actor, 'account.unlock', id, {})
  })
}

/** What a provider calls the person; one name means one account. */
export function addIdentity(
  context: Context,
  id: Id,
  { provider, value, version }: NewOutsideIdentity,
  providers: readonly OutsideProvider[],
): Promise<AccountSecurity> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeepAccounts(actor))
    if (!providers.some((one) => one.id === provider)) throw noSuchProvider()
    await store.lock(tx, id, version)
    const added = await tx
      .insertInto('account_identities')
      .values({ provider, value, account_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .returning('value')
      .executeTakeFirst()
    if (!added) throw identityTaken()
    const kept = { provider, value: maskedFor(IDENTITY, value) }
    await audit.record(tx, actor, 'account.link_identity', id, kept)
    return present(tx, actor, id, providers)
  })
}

export function removeIdentity(
  context: Context,
  id: Id,
  { identityId, version }: OutsideIdentityRemoval,
  providers: readonly OutsideProvider[],
): Promise<AccountSecurity> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeepAccounts(actor))
    await store.lock(tx, id, version)
    const removed = await tx
      .deleteFrom('account_identities')
      .where('account_id', '=', id)
      .where('id', '=', identityId)
      .returning(['provider', 'value'])
      .executeTakeFirst()
    if (!removed) throw noSuchProvider()
    const kept = { provider: removed.provider, value: maskedFor(IDENTITY, removed.value) }
    await audit.record(tx, actor, 'account.link_identity', id, { ...kept, removed: true })
    return present(tx, actor, id, providers)
  })
}

const closed = () =>
  new AppError('rule', 'accounts.inactive', {
    vi: 'Tài khoản đang khóa. Hãy mở tài khoản trước khi cấp đường dẫn.',
    en: 'This account is closed. Reopen it before making a link.',
  })

const noFactor = () =>
  new AppError('not_found', 'second_factor.not_found', {
    vi: 'Tài khoản này chưa có lớp xác thực thứ hai.',
    en: 'This account has no second factor.',
  })

const noSuchProvider = () =>
  new AppError('not_found', 'accounts.no_such_provider', {
    vi: 'Không có hệ thống đăng nhập hoặc định danh này.',
    en: 'There is no such provider or identity.',
  })

const identityTaken = () =>
  new AppError('conflict', 'accounts.identity_taken', {
    vi: 'Định danh này đã gắn với một tài khoản.',
    en: 'This identity belongs to an account already.',
  })
