import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

/** Whoever keeps a register: the commune's own people; who works for a committee, for all below it. */
const KEEPERS: readonly Role[] = ['officer', 'leader', 'clerk', 'standing']

const ACTIONS = {
  'entity.import': {
    vi: 'Nhập danh sách HTX, tổ hợp tác từ Excel, CSV',
    en: 'Import entities from Excel or CSV',
    roles: KEEPERS,
  },
  'entity.ask_import': {
    vi: 'Yêu cầu nhập danh sách HTX, tổ hợp tác chạy nền',
    en: 'Ask for an import of entities in the background',
    roles: KEEPERS,
  },
  'entity.change_many': {
    vi: 'Thay đổi thông tin nhiều HTX, tổ hợp tác cùng lúc',
    en: 'Change many entities at once',
    roles: KEEPERS,
  },
  'entity.forget_mapping': {
    vi: 'Xóa cách ghép cột đã lưu',
    en: 'Forget a kept mapping of columns',
    roles: KEEPERS,
  },
} satisfies Record<string, Permission>

declarePermissions({
  module: 'registry-import',
  vi: 'Nhập, cập nhật hàng loạt danh sách HTX',
  en: 'Imports and bulk changes of the register',
  actions: ACTIONS,
})

/** Which of the entities somebody keeps, the database says; without any the deed is refused too. */
export function may({ role }: Pick<Actor, 'role'>, action: keyof typeof ACTIONS): boolean {
  return ACTIONS[action].roles.includes(role)
}
