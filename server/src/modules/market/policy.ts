import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const KEEPS: readonly Role[] = ['officer', 'leader', 'standing']

const ACTIONS = {
  'market.enter': { vi: 'Nhập giá thị trường', en: 'Enter market prices', roles: KEEPS },
} satisfies Record<string, Permission>

declarePermissions({
  module: 'market',
  vi: 'Giá cả thị trường',
  en: 'Market prices',
  actions: ACTIONS,
})

export const mayEnter = ({ role }: Pick<Actor, 'role'>): boolean =>
  ACTIONS['market.enter'].roles.includes(role)
