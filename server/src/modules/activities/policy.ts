import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const KEEPS: readonly Role[] = ['officer', 'leader', 'standing']

const ACTIONS = {
  'activity.add': {
    vi: 'Ghi hoạt động truyền thông, cuộc thi, phối hợp, tư vấn, thông tin thị trường',
    en: 'Enter communication, contests, co-ordination, advice, market notices',
    roles: KEEPS,
  },
  'activity.edit': { vi: 'Sửa hoạt động đã ghi', en: 'Change what was entered', roles: KEEPS },
} satisfies Record<string, Permission>
type Action = keyof typeof ACTIONS

declarePermissions({
  module: 'activities',
  vi: 'Truyền thông, phối hợp, tư vấn',
  en: 'Communication, co-ordination, advice',
  actions: ACTIONS,
})

/** `isOwn`: of one's own agency. */
export const may = ({ role }: Pick<Actor, 'role'>, action: Action, isOwn: boolean): boolean =>
  isOwn && ACTIONS[action].roles.includes(role)
