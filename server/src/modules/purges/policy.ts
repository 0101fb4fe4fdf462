import type { PurgeState } from '@hopluc/shared/purges'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions } from '../identity/index.ts'

const ADMIN = ['admin'] as const

export function mayPurge({ role }: Pick<Actor, 'role'>): boolean {
  return role === 'admin'
}

export function allowedActions(state: PurgeState, count: number): ('confirm' | 'drop')[] {
  if (state === 'draft') return count > 0 ? ['confirm', 'drop'] : ['drop']
  return state === 'failed' ? ['confirm'] : []
}

declarePermissions({
  module: 'purges',
  vi: 'Tiêu hủy theo quyết định',
  en: 'Destruction under a decision',
  actions: {
    'purge.draw': { vi: 'Lập danh mục tiêu hủy', en: 'Draw up what is destroyed', roles: ADMIN },
    'purge.drop': { vi: 'Bỏ danh mục tiêu hủy', en: 'Drop the list', roles: ADMIN },
    'purge.confirm': { vi: 'Xác nhận tiêu hủy', en: 'Confirm destruction', roles: ADMIN },
    'retention.set': {
      vi: 'Đặt thời hạn lưu trữ',
      en: 'Set how long records are kept',
      roles: ADMIN,
    },
    'retention.end': {
      vi: 'Kết thúc quy tắc thời hạn lưu trữ',
      en: 'End a rule of keeping',
      roles: ADMIN,
    },
  },
  deeds: {
    'purge.carry_out': { vi: 'Đã tiêu hủy theo quyết định', en: 'Destroyed under a decision' },
  },
})
