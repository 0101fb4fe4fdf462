import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const KEEPERS: readonly Role[] = ['standing', 'leader', 'clerk', 'officer']
const WITH_ENTITY: readonly Role[] = [...KEEPERS, 'cooperative']

const keeps = (vi: string, en: string, roles = KEEPERS): Permission => ({ vi, en, roles })
const ACTIONS = {
  'entity.keep_members': keeps(
    'Cập nhật sổ đăng ký thành viên HTX, THT',
    'Keep the register of members of a cooperative',
    WITH_ENTITY,
  ),
  'entity.keep_managers': keeps('Cập nhật cán bộ quản lý HTX, THT', 'Keep the list of managers'),
  'entity.keep_products': keeps(
    'Cập nhật sản phẩm, chứng nhận, mã số vùng trồng',
    'Keep products, certificates and growing areas',
  ),
  'entity.keep_memberships': keeps(
    'Cập nhật thành viên Liên minh HTX, liên hiệp HTX',
    'Keep memberships of Alliances and unions',
  ),
  'entity.keep_debts': keeps('Cập nhật công nợ HTX, THT', 'Keep debts of a cooperative'),
  'entity.keep_notices': keeps(
    'Đăng nhu cầu mua, bán của HTX, THT',
    'Publish offers and wants of a cooperative',
    WITH_ENTITY,
  ),
  'entity.keep_links': keeps('Cập nhật liên kết tiêu thụ', 'Keep links with enterprises'),
  'entity.state_figures': keeps('Nhập số liệu năm của HTX, THT', 'State yearly figures'),
} satisfies Record<string, Permission>
export type PartAction = keyof typeof ACTIONS

/** What is recorded when something is added to, changed on or removed from an entity. */
export const NOUNS = {
  member: { vi: 'thành viên', en: 'a member' },
  manager: { vi: 'cán bộ quản lý', en: 'a manager' },
  product: { vi: 'sản phẩm', en: 'a product' },
  certificate: { vi: 'chứng nhận', en: 'a certificate' },
  growing_area: { vi: 'mã số vùng trồng', en: 'a growing area' },
  membership: { vi: 'tư cách thành viên Liên minh, liên hiệp', en: 'a membership' },
  debt: { vi: 'khoản nợ', en: 'a debt' },
  settlement: { vi: 'lần xử lý nợ', en: 'a settlement' },
  market_notice: { vi: 'nhu cầu mua, bán', en: 'an offer or want' },
  value_link: { vi: 'liên kết tiêu thụ', en: 'a link with an enterprise' },
} as const
export type PartNoun = keyof typeof NOUNS

const deeds = Object.entries(NOUNS).flatMap(([noun, { vi, en }]) => [
  [`entity.add_${noun}`, { vi: `Thêm ${vi}`, en: `Add ${en}` }] as const,
  [`entity.change_${noun}`, { vi: `Sửa ${vi}`, en: `Change ${en}` }] as const,
  [`entity.remove_${noun}`, { vi: `Xóa ${vi} nhập nhầm`, en: `Remove ${en}` }] as const,
])
declarePermissions({
  module: 'registry-parts',
  vi: 'Thành viên, sản phẩm, số liệu của HTX, THT',
  en: 'Members, products and figures of cooperatives',
  actions: ACTIONS,
  deeds: {
    ...Object.fromEntries(deeds),
    'entity.import_members': { vi: 'Nhập thành viên từ Excel', en: 'Import members from Excel' },
  },
})

/** How the acting post stands to an entity, as the database says. */
export interface Standing {
  isKept: boolean
  isOwn: boolean
}

/** Who keeps an entity keeps all of it; the entity itself what is its own to say. */
export function may(actor: Actor, action: PartAction, { isKept, isOwn }: Standing): boolean {
  const isTheirs = actor.role === 'cooperative' ? isOwn : isKept
  return isTheirs && ACTIONS[action].roles.includes(actor.role)
}

/** Names of persons and who owes are for the entity and its keeper. */
export function mayReadPersons({ isKept, isOwn }: Standing): boolean {
  return isKept || isOwn
}
