import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions } from '../identity/index.ts'

/** The commune's own people; for a pair of two communes who works for the committee above both. */
const KEEPERS: readonly Role[] = ['officer', 'leader', 'clerk', 'standing']

declarePermissions({
  module: 'registry-doubles',
  vi: 'Hợp tác xã có khả năng trùng',
  en: 'Likely doubles',
  actions: {
    'entity.keep_apart': {
      vi: 'Xác nhận hai hợp tác xã không trùng',
      en: 'State that two entries are not one',
      roles: KEEPERS,
    },
    'entity.merge': { vi: 'Gộp hai mục trùng', en: 'Merge a double', roles: KEEPERS },
    'entity.undo_merge': {
      vi: 'Hoàn tác việc gộp',
      en: 'Undo a merger of doubles',
      roles: KEEPERS,
    },
  },
})

/** `keepsBoth`: the database says that the acting person keeps the one and the other. */
export function mayDecide({ role }: Pick<Actor, 'role'>, keepsBoth: boolean): boolean {
  return keepsBoth && KEEPERS.includes(role)
}
