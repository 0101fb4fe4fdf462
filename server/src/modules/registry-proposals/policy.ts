import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const KEEPERS: readonly Role[] = ['officer', 'leader', 'clerk', 'standing']
const ENTITY: readonly Role[] = ['cooperative']

const ACTIONS = {
  'entity.propose': {
    vi: 'Đề nghị sửa thông tin của HTX mình',
    en: 'Propose changes of one’s own cooperative',
    roles: ENTITY,
  },
  'entity.decide_proposal': {
    vi: 'Chấp nhận hoặc từ chối đề nghị sửa thông tin',
    en: 'Accept or reject what a cooperative proposes',
    roles: KEEPERS,
  },
} satisfies Record<string, Permission>
type Action = keyof typeof ACTIONS

declarePermissions({
  module: 'registry-proposals',
  vi: 'Đề nghị sửa thông tin HTX, THT',
  en: 'Proposals of cooperatives',
  actions: ACTIONS,
  deeds: {
    'entity.withdraw_proposal': { vi: 'Rút đề nghị sửa thông tin', en: 'Withdraw a proposal' },
  },
})

/** `isTheirs`: it is the actor's own entity, or one that they keep. */
export function may({ role }: Actor, action: Action, isTheirs: boolean): boolean {
  return isTheirs && ACTIONS[action].roles.includes(role)
}
