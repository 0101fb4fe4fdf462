import type { EntityAction } from '@hopluc/shared/entities'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

/** The commune's own people; who works for a committee, for all below it. */
const KEEPERS: readonly Role[] = ['officer', 'leader', 'clerk', 'standing']
const ADMIN: readonly Role[] = ['admin']

const ACTIONS = {
  'entity.create': { vi: 'Thêm HTX, tổ hợp tác', en: 'Enter an entity', roles: KEEPERS },
  'entity.change': {
    vi: 'Sửa thông tin đăng ký của HTX, tổ hợp tác',
    en: 'Change what is registered of an entity',
    roles: KEEPERS,
  },
  'entity.add_event': {
    vi: 'Ghi sự kiện pháp lý, đại hội',
    en: 'Record legal events and meetings',
    roles: KEEPERS,
  },
  'entity.void_event': {
    vi: 'Hủy ghi nhận sự kiện pháp lý',
    en: 'Take back a legal event',
    roles: KEEPERS,
  },
  'entity.set_lists': {
    vi: 'Sửa danh mục ngành nghề, sản phẩm, quy mô',
    en: 'Keep the lists of lines, commodities and sizes',
    roles: ADMIN,
  },
} satisfies Record<string, Permission>
type Action = keyof typeof ACTIONS

declarePermissions({
  module: 'registry',
  vi: 'Danh sách HTX, tổ hợp tác',
  en: 'Register of cooperatives',
  actions: ACTIONS,
})

/** `isKept`: the database says that the acting person keeps it. */
export function may(actor: Actor, action: Action, isKept = true): boolean {
  return isKept && ACTIONS[action].roles.includes(actor.role)
}

const SHOWN = {
  change: 'entity.change',
  add_event: 'entity.add_event',
  void_event: 'entity.void_event',
} as const

/** What the signed-in person may do with it now. */
export function allowedActions(actor: Actor, isKept: boolean): EntityAction[] {
  const named = Object.entries(SHOWN).filter(([, action]) => may(actor, action, isKept))
  return named.map(([name]) => (name === 'change' || name === 'add_event' ? name : 'void_event'))
}
