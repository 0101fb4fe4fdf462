import type { CheckAction, CheckState } from '@hopluc/shared/entity-checks'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const INSPECTS: readonly Role[] = ['officer', 'leader', 'standing']
const LIMITS: readonly Role[] = ['standing']

const ACTIONS = {
  'check.plan': {
    vi: 'Lập kế hoạch kiểm tra, giám sát HTX',
    en: 'Plan inspections of cooperatives',
    roles: INSPECTS,
  },
  'check.move': { vi: 'Đổi ngày kiểm tra', en: 'Move an inspection', roles: INSPECTS },
  'check.record': {
    vi: 'Ghi kết quả kiểm tra, giám sát',
    en: 'Record what was found',
    roles: INSPECTS,
  },
  'check.conclude': {
    vi: 'Kết luận kiểm tra, giám sát',
    en: 'Conclude an inspection',
    roles: INSPECTS,
  },
  'check.assign': {
    vi: 'Lập nhiệm vụ khắc phục sau kiểm tra',
    en: 'Make a task of what is to be put right',
    roles: INSPECTS,
  },
  'check.close': {
    vi: 'Xác nhận đã khắc phục xong',
    en: 'Confirm that all was put right',
    roles: INSPECTS,
  },
  'check.cancel': { vi: 'Hủy cuộc kiểm tra', en: 'Cancel an inspection', roles: INSPECTS },
  'check.limit': {
    vi: 'Quy định số lần kiểm tra HTX trong năm',
    en: 'Set how often a cooperative is inspected in a year',
    roles: LIMITS,
  },
} satisfies Record<string, Permission>
type Action = keyof typeof ACTIONS

declarePermissions({
  module: 'entity-checks',
  vi: 'Kiểm tra, giám sát HTX',
  en: 'Inspections of cooperatives',
  actions: ACTIONS,
})

/** `isOwn`: planned by an agency that the person acts for. */
export function may({ role }: Pick<Actor, 'role'>, action: Action, isOwn: boolean): boolean {
  return isOwn && ACTIONS[action].roles.includes(role)
}

const FROM: Record<CheckAction, readonly CheckState[]> = {
  record: ['planned'],
  conclude: ['recorded'],
  close: ['concluded'],
  move: ['planned'],
  cancel: ['planned'],
}
export const fits = (action: CheckAction, state: CheckState): boolean =>
  FROM[action].includes(state)

const LIST: readonly CheckAction[] = ['record', 'conclude', 'close', 'move', 'cancel']

/** Exactly the buttons that the web shows. */
export const allowedOn = (
  actor: Pick<Actor, 'role'>,
  { state, isOwn }: { state: CheckState; isOwn: boolean },
): CheckAction[] =>
  LIST.filter((action) => fits(action, state) && may(actor, `check.${action}`, isOwn))

/** What was found becomes a task until it is confirmed as put right. */
export const mayAssign = (
  actor: Pick<Actor, 'role'>,
  { state, isOwn }: { state: CheckState; isOwn: boolean },
): boolean => (state === 'recorded' || state === 'concluded') && may(actor, 'check.assign', isOwn)
