import type { ReturnAction, ReturnEvent } from '@hopluc/shared/returns'
import type { ReturnState } from '@hopluc/shared/rounds'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const FILLS: readonly Role[] = ['officer', 'leader', 'clerk', 'standing']
const APPROVES: readonly Role[] = ['leader']
const RECEIVES: readonly Role[] = ['officer', 'leader', 'standing', 'chair', 'delegate']
const CHECKS: readonly Role[] = ['officer', 'leader']
/** May take what the own agency stated: the committee's head decides, nobody else on the own. */
const DECIDES: readonly Role[] = ['chair', 'delegate']

const ACTIONS = {
  'return.fill': { vi: 'Nhập báo cáo số liệu', en: 'Fill a return', roles: FILLS },
  'return.present': { vi: 'Trình lãnh đạo duyệt báo cáo', en: 'Present a return', roles: FILLS },
  'return.give_back': {
    vi: 'Lãnh đạo trả lại báo cáo để sửa',
    en: 'Give a return back inside the unit',
    roles: APPROVES,
  },
  'return.send': { vi: 'Gửi báo cáo', en: 'Send a return', roles: FILLS },
  'return.take_back': { vi: 'Rút lại báo cáo', en: 'Take a return back', roles: FILLS },
  'return.return': { vi: 'Trả lại báo cáo kèm ý kiến', en: 'Return with remarks', roles: RECEIVES },
  'return.accept': { vi: 'Chấp nhận báo cáo', en: 'Accept a return', roles: RECEIVES },
  'return.correct': {
    vi: 'Đính chính số liệu đã chấp nhận',
    en: 'Correct what was accepted',
    roles: FILLS,
  },
  'return.drop_correction': { vi: 'Bỏ đính chính', en: 'Give up a correction', roles: FILLS },
  'return.check': {
    vi: 'Kiểm tra số liệu theo ngành',
    en: 'Check a return as second line',
    roles: CHECKS,
  },
  'return.invite': {
    vi: 'Mời HTX tự khai số liệu',
    en: 'Ask cooperatives to fill their rows',
    roles: FILLS,
  },
  'return.take_offers': {
    vi: 'Nhận số liệu HTX tự khai',
    en: 'Take what cooperatives filled in',
    roles: FILLS,
  },
  'return.sign': {
    vi: 'Tải lên bản báo cáo đã ký',
    en: 'Bring back the signed print',
    roles: FILLS,
  },
  'return.offer': {
    vi: 'HTX tự khai số liệu của mình',
    en: 'Fill the own row',
    roles: ['cooperative'],
  },
} satisfies Record<string, Permission>

declarePermissions({
  module: 'returns',
  vi: 'Báo cáo số liệu',
  en: 'Returns',
  actions: ACTIONS,
  deeds: { 'return.import': { vi: 'Nhập báo cáo từ Excel', en: 'Fill a return from Excel' } },
})

/** How the actor stands to a return: as its unit, as who asked for it, as second line. */
export interface Sides {
  isOwn: boolean
  isReceiver: boolean
  isChecker: boolean
}
export interface Subject extends Sides {
  state: ReturnState
  needsApproval: boolean
  isCorrection: boolean
}

const OPEN: readonly ReturnState[] = ['open', 'returned']

/** Who may write into its cells now: officers while it is open, the leader also before approving. */
export function mayEdit({ role }: Pick<Actor, 'role'>, subject: Subject): boolean {
  if (!subject.isOwn || !FILLS.includes(role)) return false
  return OPEN.includes(subject.state) || (subject.state === 'with_leader' && role === 'leader')
}

type Rule = (subject: Subject, role: Role) => boolean
const RULES: Record<ReturnAction | 'sign', Rule> = {
  present: ({ isOwn, state }, role) => isOwn && OPEN.includes(state) && role !== 'leader',
  give_back: ({ isOwn, state }) => isOwn && state === 'with_leader',
  send: ({ isOwn, state, needsApproval }, role) =>
    isOwn &&
    (OPEN.includes(state) || state === 'with_leader') &&
    (role === 'leader' || (!needsApproval && state !== 'with_leader')),
  take_back: ({ isOwn, state }) => isOwn && (state === 'with_leader' || state === 'sent'),
  return: (subject) => subject.isReceiver && subject.state === 'sent',
  accept: ({ isReceiver, isOwn, state }, role) =>
    isReceiver && state === 'sent' && (!isOwn || DECIDES.includes(role)),
  correct: ({ isOwn, state }) => isOwn && state === 'accepted',
  drop_correction: ({ isOwn, state, isCorrection }) =>
    isOwn && isCorrection && OPEN.includes(state),
  check: ({ isChecker, state }) => isChecker && (state === 'sent' || state === 'accepted'),
  invite: ({ isOwn, state }) => isOwn && OPEN.includes(state),
  take_offers: ({ isOwn, state }) => isOwn && OPEN.includes(state),
  sign: ({ isOwn, state }) => isOwn && (state === 'sent' || state === 'accepted'),
}
const ACTION_NAMES = [
  'present',
  'give_back',
  'send',
  'take_back',
  'return',
  'accept',
  'correct',
  'drop_correction',
  'check',
  'invite',
  'take_offers',
  'sign',
] as const

/** Whether the post may do this now; the state is a part of the answer. */
export function may(
  { role }: Pick<Actor, 'role'>,
  action: ReturnAction | 'sign',
  subject: Subject,
): boolean {
  const roles: readonly Role[] = ACTIONS[`return.${action}`].roles
  return roles.includes(role) && RULES[action](subject, role)
}

/** Exactly the buttons that the web shows. */
export function allowedOn(actor: Pick<Actor, 'role'>, subject: Subject): (ReturnAction | 'sign')[] {
  return ACTION_NAMES.filter((action) => may(actor, action, subject))
}

/** Whose side a deed is on: what the actor may not do at all is refused as forbidden, else as a matter of state. */
export function hasPart(
  { role }: Pick<Actor, 'role'>,
  action: ReturnAction | 'sign',
  { isOwn, isReceiver, isChecker }: Sides,
): boolean {
  const roles: readonly Role[] = ACTIONS[`return.${action}`].roles
  const side =
    action === 'return' || action === 'accept' ? isReceiver : action === 'check' ? isChecker : isOwn
  return side && roles.includes(role)
}

export const EVENT_ACTIONS: readonly ReturnEvent['action'][] = [
  ...ACTION_NAMES.filter((one) => one !== 'sign'),
  'opened',
  'signed',
  'remind',
]
