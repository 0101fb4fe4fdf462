import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const KEEPS: readonly Role[] = ['officer', 'leader', 'standing']

const ACTIONS = {
  'alliance_dues.open': {
    vi: 'Lập danh sách thu hội phí',
    en: 'List the dues of a year',
    roles: KEEPS,
  },
  'alliance_dues.keep': { vi: 'Ghi thu hội phí', en: 'Enter paid dues', roles: KEEPS },
} satisfies Record<string, Permission>

declarePermissions({
  module: 'alliance-dues',
  vi: 'Hội phí của Liên minh HTX',
  en: 'Dues of an Alliance',
  actions: ACTIONS,
})

/** By role; that it is one's own Alliance is asked of the database. */
export const may = ({ role }: Pick<Actor, 'role'>, action: keyof typeof ACTIONS): boolean =>
  ACTIONS[action].roles.includes(role)
