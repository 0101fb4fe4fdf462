import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const PLANS: readonly Role[] = ['standing', 'officer', 'clerk', 'chair', 'delegate', 'leader']
const WORKS: readonly Role[] = ['officer', 'leader', 'clerk']

const ACTIONS = {
  'need.state': {
    vi: 'Đăng ký nhu cầu kinh phí theo chính sách',
    en: 'State needs for money by policy',
    roles: WORKS,
  },
  'plan.choose_policies': {
    vi: 'Chọn chính sách hỏi nhu cầu kinh phí',
    en: 'Choose for which policies a plan asks',
    roles: PLANS,
  },
  'plan.allot_funds': {
    vi: 'Ghi nguồn, phân bổ kinh phí theo chính sách',
    en: 'Say what money there is and allot it',
    roles: PLANS,
  },
  'plan.remind_needs': {
    vi: 'Nhắc đơn vị chưa đăng ký nhu cầu',
    en: 'Remind those that have not stated needs',
    roles: PLANS,
  },
  'support_policy.keep': {
    vi: 'Thêm, sửa chính sách của địa phương',
    en: 'Keep one’s own list of policies',
    roles: PLANS,
  },
} satisfies Record<string, Permission>

declarePermissions({
  module: 'plan-needs',
  vi: 'Nhu cầu kinh phí theo chính sách',
  en: 'Needs for money by policy',
  actions: ACTIONS,
  deeds: {
    'support_policy.add': { vi: 'Thêm chính sách', en: 'Add a policy' },
    'support_policy.change': { vi: 'Sửa chính sách', en: 'Change a policy' },
  },
})

/** `isOwn`: the database says that the plan, or the agency, is the acting person's. */
export function may({ role }: Actor, action: keyof typeof ACTIONS, isOwn: boolean): boolean {
  return isOwn && ACTIONS[action].roles.includes(role)
}
