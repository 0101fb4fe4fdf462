import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

/** The administrator, and the standing agency of the nation; the database says where. */
const KEEPERS: readonly Role[] = ['admin', 'standing']

const ACTIONS = {
  'indicators.keep': {
    vi: 'Sửa danh mục chỉ tiêu, công thức',
    en: 'Keep the catalogue of indicators',
    roles: KEEPERS,
  },
  'figures.publish': {
    vi: 'Nhập số liệu cơ quan khác đã công bố',
    en: 'Enter figures that others have published',
    roles: KEEPERS,
  },
} satisfies Record<string, Permission>

declarePermissions({ module: 'indicators', vi: 'Chỉ tiêu', en: 'Indicators', actions: ACTIONS })

/** Whether the role keeps the catalogue and what others have published. */
export function mayKeep(actor: Actor): boolean {
  return KEEPERS.includes(actor.role)
}
