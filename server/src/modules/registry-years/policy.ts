import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const KEEPERS: readonly Role[] = ['officer', 'leader', 'clerk', 'standing']

const ACTIONS = {
  'entity.confirm': {
    vi: 'Xác nhận số liệu năm của HTX, THT',
    en: 'Confirm the year’s data of a cooperative',
    roles: [...KEEPERS, 'cooperative'],
  },
  'entity.mark_national': {
    vi: 'Đánh dấu đã cập nhật Hệ thống thông tin quốc gia về HTX',
    en: 'Tick what was entered into the national system',
    roles: KEEPERS,
  },
  'entity.remind_missing': {
    vi: 'Nhắc HTX, xã chưa xác nhận số liệu năm',
    en: 'Remind those who have not confirmed',
    roles: KEEPERS,
  },
  'work.keep': {
    vi: 'Lập danh sách thành lập, đại hội lại, củng cố, giải thể trong năm',
    en: 'Keep the year’s worklist of a commune',
    roles: KEEPERS,
  },
} satisfies Record<string, Permission>
type Action = keyof typeof ACTIONS

declarePermissions({
  module: 'registry-years',
  vi: 'Xác nhận hằng năm và danh sách thành lập, củng cố HTX, THT',
  en: 'Yearly confirmation and worklist of the register',
  actions: ACTIONS,
  deeds: {
    'entity.unconfirm': { vi: 'Rút xác nhận số liệu năm', en: 'Take a confirmation back' },
    'work.add': { vi: 'Thêm vào danh sách trong năm', en: 'Add to the worklist' },
    'work.change': { vi: 'Sửa danh sách trong năm', en: 'Change the worklist' },
    'work.done': { vi: 'Hoàn thành theo sự kiện pháp lý', en: 'Done by a legal event' },
  },
})

/** `isTheirs`: it is the actor's own entity, or one or a unit that they keep. */
export function may({ role }: Actor, action: Action, isTheirs: boolean): boolean {
  return isTheirs && ACTIONS[action].roles.includes(role)
}

/** Who keeps a part of the register; whether this one is in it the database says. */
export const keeps = ({ role }: Actor): boolean => KEEPERS.includes(role)
