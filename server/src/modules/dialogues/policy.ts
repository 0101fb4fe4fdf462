import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const PLANS: readonly Role[] = ['leader', 'clerk', 'officer']

const ACTIONS = {
  'dialogue.plan': {
    vi: 'Lên lịch gặp mặt, đối thoại hằng quý với HTX, THT của xã',
    en: 'Plan the quarterly meeting of the commune with its cooperatives',
    roles: PLANS,
  },
} satisfies Record<string, Permission>

declarePermissions({
  module: 'dialogues',
  vi: 'Gặp mặt, đối thoại với HTX',
  en: 'Meetings with cooperatives',
  actions: ACTIONS,
})

export function may({ role }: Pick<Actor, 'role'>, action: keyof typeof ACTIONS): boolean {
  return ACTIONS[action].roles.includes(role)
}
