import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const ENTERS: readonly Role[] = ['leader', 'clerk', 'officer']
const KEEPS: readonly Role[] = ['standing']

const ACTIONS = {
  'rural.enter': {
    vi: 'Ghi kết quả, minh chứng tiêu chí nông thôn mới của xã',
    en: 'State the commune’s evidence for new rural areas',
    roles: ENTERS,
  },
  'rural.criteria': {
    vi: 'Sửa danh mục tiêu chí nông thôn mới về kinh tế tập thể',
    en: 'Keep the criteria of new rural areas',
    roles: KEEPS,
  },
} satisfies Record<string, Permission>

declarePermissions({
  module: 'rural-sheets',
  vi: 'Minh chứng nông thôn mới',
  en: 'New rural areas',
  actions: ACTIONS,
})

export const may = ({ role }: Pick<Actor, 'role'>, action: keyof typeof ACTIONS): boolean =>
  ACTIONS[action].roles.includes(role)
