import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const KEEPERS: readonly Role[] = ['standing', 'leader', 'officer']

const ACTIONS = {
  'report_form.keep': {
    vi: 'Lập, sửa biểu mẫu báo cáo',
    en: 'Design and change report forms',
    roles: KEEPERS,
  },
} satisfies Record<string, Permission>

declarePermissions({
  module: 'report-forms',
  vi: 'Biểu mẫu báo cáo',
  en: 'Report forms',
  actions: ACTIONS,
  deeds: {
    'report_form.add': { vi: 'Lập biểu mẫu', en: 'Add a form' },
    'report_form.change': { vi: 'Sửa biểu mẫu', en: 'Change a form' },
    'report_form.retire': { vi: 'Ngừng, dùng lại biểu mẫu', en: 'Retire or reuse a form' },
  },
})

/** Who keeps forms of the own agency; whose a form is the database says. */
export const mayKeep = ({ role }: Pick<Actor, 'role'>): boolean =>
  ACTIONS['report_form.keep'].roles.includes(role)
