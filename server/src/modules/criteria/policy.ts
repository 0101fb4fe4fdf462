import type { CriteriaAction } from '@hopluc/shared/criteria'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const KEEPS: readonly Role[] = ['officer', 'leader', 'standing']

const ACTIONS = {
  'criteria.copy': {
    vi: 'Sao chép bộ tiêu chí thành bộ mới, phiên bản mới',
    en: 'Copy a set of criteria as a new one or a new edition',
    roles: KEEPS,
  },
  'criteria.edit': { vi: 'Soạn bộ tiêu chí', en: 'Draw up a set of criteria', roles: KEEPS },
  'criteria.issue': {
    vi: 'Ban hành bộ tiêu chí để đánh giá',
    en: 'Issue a set of criteria',
    roles: KEEPS,
  },
} satisfies Record<string, Permission>
type Action = keyof typeof ACTIONS

declarePermissions({
  module: 'criteria',
  vi: 'Bộ tiêu chí đánh giá HTX',
  en: 'Criteria for assessing cooperatives',
  actions: ACTIONS,
})

/** `isKept`: the set is of a unit whose register one keeps; to copy, the copy will be. */
export function may({ role }: Pick<Actor, 'role'>, action: Action, isKept: boolean): boolean {
  return isKept && ACTIONS[action].roles.includes(role)
}

/** Exactly the buttons that the web shows; `keepsAny`: one keeps some unit to copy it for. */
export function allowedOn(
  actor: Pick<Actor, 'role'>,
  { state, isKept }: { state: 'draft' | 'issued'; isKept: boolean },
  keepsAny: boolean,
): CriteriaAction[] {
  const own: CriteriaAction[] =
    state === 'draft' && may(actor, 'criteria.edit', isKept) ? ['edit', 'issue'] : []
  return may(actor, 'criteria.copy', keepsAny) ? [...own, 'copy'] : own
}
