import type { PlanAction, PlanState, TargetAction } from '@hopluc/shared/plans'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'
import { STEPS } from './domain.ts'

/** The standing agency; in a commune its own officers. */
const PLANS: readonly Role[] = ['standing', 'officer', 'clerk', 'chair', 'delegate', 'leader']
/** The head of the committee; in a commune its leader. */
const DECIDES: readonly Role[] = ['chair', 'delegate', 'leader']
const WORKS: readonly Role[] = ['officer', 'leader', 'clerk']

const ACTIONS = {
  'plan.draw_up': { vi: 'Lập, sửa kế hoạch và chỉ tiêu', en: 'Draw up plans', roles: PLANS },
  'plan.open': { vi: 'Mở cho xã đăng ký', en: 'Lay open for registration', roles: PLANS },
  'plan.submit': { vi: 'Trình kế hoạch', en: 'Submit a plan', roles: PLANS },
  'plan.return': { vi: 'Trả lại dự thảo kế hoạch', en: 'Return a plan', roles: DECIDES },
  'plan.issue': { vi: 'Ban hành kế hoạch', en: 'Issue a plan', roles: DECIDES },
  'plan.set_near': {
    vi: 'Định mức thiếu của đèn vàng',
    en: 'Say how great a gap is amber',
    roles: PLANS,
  },
  'plan.drop': { vi: 'Xóa dự thảo kế hoạch', en: 'Remove the draft of a plan', roles: PLANS },
  'target.hand_down': { vi: 'Giao chỉ tiêu cho xã', en: 'Hand a target down', roles: PLANS },
  'target.fix_whole': {
    vi: 'Chọn cách tính tỷ lệ',
    en: 'Fix of what a share is reckoned',
    roles: PLANS,
  },
  'target.adjust': {
    vi: 'Điều chỉnh chỉ tiêu đã ban hành',
    en: 'Adjust an issued target',
    roles: DECIDES,
  },
  'target.register': { vi: 'Xã đăng ký số thực hiện', en: 'Register own numbers', roles: WORKS },
  'target.ask_explanation': {
    vi: 'Yêu cầu giải trình về chỉ tiêu',
    en: 'Ask for an explanation of a target',
    roles: PLANS,
  },
  'target.link_task': {
    vi: 'Gắn nhiệm vụ với chỉ tiêu',
    en: 'Tie a task to a target',
    roles: PLANS,
  },
} satisfies Record<string, Permission>
export type Action = keyof typeof ACTIONS

declarePermissions({
  module: 'plans',
  vi: 'Kế hoạch, chỉ tiêu',
  en: 'Plans and targets',
  actions: ACTIONS,
  deeds: {
    'plan.make': { vi: 'Lập dự thảo kế hoạch', en: 'Draft a plan' },
    'plan.change': { vi: 'Sửa kế hoạch', en: 'Change a plan' },
    'target.make': { vi: 'Thêm chỉ tiêu', en: 'Add a target' },
    'target.change': { vi: 'Sửa chỉ tiêu', en: 'Change a target' },
    'target.remove': { vi: 'Bỏ chỉ tiêu khỏi dự thảo', en: 'Take a target off a draft' },
  },
})

/** `isOwn`: the database says that the plan is the acting person's to keep, or the unit theirs to speak for. */
export function may({ role }: Actor, action: Action, isOwn: boolean): boolean {
  return isOwn && ACTIONS[action].roles.includes(role)
}

/** What the signed-in person may do with a plan now. */
export function planActions(actor: Actor, state: PlanState, isOwn: boolean): PlanAction[] {
  const steps = (['open', 'submit', 'return', 'issue'] as const).filter(
    (step) => STEPS[step].from.includes(state) && may(actor, `plan.${step}`, isOwn),
  )
  const isOpen = state !== 'issued' && may(actor, 'plan.draw_up', isOwn)
  const isDraft = state === 'draft' && may(actor, 'plan.drop', isOwn)
  const isSet = state === 'issued' && may(actor, 'plan.set_near', isOwn)
  return [
    ...(isOpen ? ['edit' as const] : []),
    ...steps,
    ...(isSet ? ['set_near' as const] : []),
    ...(isDraft ? ['drop' as const] : []),
  ]
}

/** What they may do with its targets; `speaks`: for a unit below. */
export function targetActions(
  actor: Actor,
  state: PlanState,
  { isOwn, speaks }: { isOwn: boolean; speaks: boolean },
): TargetAction[] {
  const can: Record<TargetAction, boolean> = {
    edit: state !== 'issued' && may(actor, 'plan.draw_up', isOwn),
    adjust: state === 'issued' && may(actor, 'target.adjust', isOwn),
    hand_down: may(actor, 'target.hand_down', isOwn),
    fix_whole: may(actor, 'target.fix_whole', isOwn),
    register: state !== 'draft' && may(actor, 'target.register', speaks),
    ask_explanation: state === 'issued' && may(actor, 'target.ask_explanation', isOwn),
    link_task: may(actor, 'target.link_task', isOwn),
  }
  return LIST.filter((action) => can[action])
}
const LIST: readonly TargetAction[] = [
  'edit',
  'adjust',
  'hand_down',
  'fix_whole',
  'register',
  'ask_explanation',
  'link_task',
]
