import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const ASKS: readonly Role[] = ['standing', 'leader', 'officer']

const ACTIONS = {
  'round.open': { vi: 'Mở kỳ báo cáo', en: 'Open a round', roles: ASKS },
  'round.change': { vi: 'Sửa hạn, tên kỳ báo cáo', en: 'Change a round', roles: ASKS },
  'round.close': { vi: 'Đóng, mở lại kỳ báo cáo', en: 'Close or reopen a round', roles: ASKS },
  'round.remind': { vi: 'Nhắc đơn vị chưa gửi báo cáo', en: 'Remind of returns', roles: ASKS },
} satisfies Record<string, Permission>
type Action = keyof typeof ACTIONS

declarePermissions({
  module: 'rounds',
  vi: 'Kỳ báo cáo',
  en: 'Rounds of reporting',
  actions: ACTIONS,
})

/** `isOwn`: the round is asked by the actor's agency. */
export function may({ role }: Pick<Actor, 'role'>, action: Action, isOwn: boolean): boolean {
  return isOwn && ACTIONS[action].roles.includes(role)
}
