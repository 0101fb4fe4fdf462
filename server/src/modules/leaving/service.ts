import type { Duties, Duty, HandOver, NewHandOver } from '@hopluc/shared/hand-overs'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import { codeOf } from '../../platform/embedded-cluster.ts'
import { assertAnAdminIsLeft } from '../identity/index.ts'
import { handOverMinutes } from './minutes.ts'
import * as store from './store.ts'

/** Raised by the database when another changed the account since it was looked at. */
const RACED = 'HL002'

/** What somebody holds who leaves, and who could take it. For the administrator and the own leader. */
export function duties({ read, today }: Context, accountId: Id): Promise<Duties> {
  return read(async (db) => {
    assertAllowed(await store.mayHandOver(db, accountId))
    const items = await store.listDuties(db, accountId)
    const bodies = [...new Set(items.map(({ agencyId }) => agencyId))]
    const takers: Duties['takers'] = {}
    for (const id of bodies) takers[id] = await store.listTakers(db, id, accountId, today)
    return { items, takers, earlier: await store.listHandOvers(db, accountId) }
  })
}

/**
 * Locks the account: it cannot sign in, its sessions, tokens and links end at once, its posts with this
 * day; each duty goes to the colleague named for it. All of it or nothing.
 * @throws AppError `hand_over.no_taker`, `accounts.changed`, `accounts.last_admin`
 */
export function handOver(context: Context, accountId: Id, command: NewHandOver): Promise<HandOver> {
  const { actor, now } = context
  return context.write(async (tx) => {
    assertAllowed(await store.mayHandOver(tx, accountId))
    const { isActive, version } = await store.getAccount(tx, accountId)
    if (!isActive) throw closed()
    if (version !== command.version) throw changed()
    const open = await store.listDuties(tx, accountId)
    await assertTaken(tx, context, accountId, open, command)
    const id = await store.handOver(tx, accountId, command, now).catch((error: unknown) => {
      throw codeOf(error) === RACED ? changed() : error
    })
    await assertAnAdminIsLeft(tx, context)
    await audit.record(tx, actor, 'account.hand_over', accountId, { id, ...command })
    const [made] = await store.listHandOvers(tx, accountId)
    if (!made) throw new Error('the hand-over is not to be read')
    return made
  })
}

async function assertTaken(
  tx: Parameters<typeof store.listTakers>[0],
  { today }: Context,
  accountId: Id,
  open: readonly Duty[],
  { takers }: NewHandOver,
) {
  const missing: string[] = []
  for (const duty of open.filter(({ kind }) => kind !== 'delegation')) {
    const named = takers.find(({ kind, id }) => kind === duty.kind && id === duty.id)
    const able = await store.listTakers(tx, duty.agencyId, accountId, today)
    const isFit = able.some(({ accountId: one }) => one === named?.accountId)
    if (!isFit) missing.push([duty.code, duty.title].filter(Boolean).join(' '))
  }
  if (missing.length > 0) throw noTaker(missing)
}

/** @throws AppError `hand_over.not_found` */
export function minutes({ read }: Context, accountId: Id, id: Id): Promise<Buffer> {
  return read(async (db) => {
    const act = await store.findHandOver(db, accountId, id)
    if (act) return handOverMinutes(act)
    throw new AppError('not_found', 'hand_over.not_found', {
      vi: 'Không tìm thấy lần bàn giao này.',
      en: 'There is no such hand-over.',
    })
  })
}

const changed = () =>
  new AppError('conflict', 'accounts.changed', {
    vi: 'Tài khoản vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this account. Reload the page and try again.',
  })

const closed = () =>
  new AppError('rule', 'accounts.inactive', {
    vi: 'Tài khoản đã khóa từ trước.',
    en: 'This account is locked already.',
  })

const noTaker = (titles: readonly string[]) =>
  new AppError('rule', 'hand_over.no_taker', {
    vi: `Còn ${titles.length} nội dung chưa có người nhận phù hợp: ${titles.slice(0, 3).join('; ')}. Người nhận phải đang giữ chức vụ tại cơ quan có nội dung đó.`,
    en: `${titles.length} duties have no fit taker: ${titles.slice(0, 3).join('; ')}. Takers hold a post at the body today.`,
  })
