import type { Role } from '@hopluc/shared/session'
import type { SupportAction, SupportState } from '@hopluc/shared/support'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const APPLIES: readonly Role[] = ['cooperative', 'officer', 'leader', 'standing']
const RUNS: readonly Role[] = ['officer', 'leader', 'standing', 'chair', 'delegate']
const KEEPS: readonly Role[] = ['officer', 'leader', 'standing']

const ACTIONS = {
  'support.programme': { vi: 'Khai báo chương trình hỗ trợ', en: 'Keep a programme', roles: KEEPS },
  'support.call': { vi: 'Mở đợt nhận hồ sơ hỗ trợ', en: 'Open a call', roles: KEEPS },
  'support.apply': { vi: 'Nộp hồ sơ đề nghị hỗ trợ', en: 'Apply for support', roles: APPLIES },
  'support.withdraw': { vi: 'Rút hồ sơ hỗ trợ', en: 'Withdraw an application', roles: APPLIES },
  'support.appraise': { vi: 'Thẩm định hồ sơ hỗ trợ', en: 'Appraise an application', roles: RUNS },
  'support.approve': { vi: 'Quyết định hỗ trợ', en: 'Grant support', roles: RUNS },
  'support.return': {
    vi: 'Trả hồ sơ hỗ trợ để bổ sung',
    en: 'Give an application back',
    roles: RUNS,
  },
  'support.complete': { vi: 'Bổ sung hồ sơ hỗ trợ', en: 'Complete an application', roles: APPLIES },
  'support.refuse': { vi: 'Không hỗ trợ', en: 'Refuse support', roles: RUNS },
  'support.contract': { vi: 'Ghi hợp đồng hỗ trợ', en: 'Enter a contract', roles: RUNS },
  'support.disburse': { vi: 'Ghi giải ngân hỗ trợ', en: 'Enter a tranche of support', roles: RUNS },
  'support.accept': {
    vi: 'Xác nhận kết quả hỗ trợ',
    en: 'Accept what came of support',
    roles: RUNS,
  },
} satisfies Record<string, Permission>
type Action = keyof typeof ACTIONS

declarePermissions({
  module: 'support',
  vi: 'Chính sách hỗ trợ HTX',
  en: 'Support of cooperatives',
  actions: ACTIONS,
})

/** How the acting person stands to an application, as the database says. */
export interface Sides {
  /** Their agency runs the programme. */
  isRunner: boolean
  /** Their agency says something of applications. */
  isAppraiser: boolean
  /** Their cooperative's own, or sent in by their agency. */
  isApplicant: boolean
}

/** `isTheirs`: on the side that the action is for. */
export function may({ role }: Pick<Actor, 'role'>, action: Action, isTheirs: boolean): boolean {
  return isTheirs && ACTIONS[action].roles.includes(role)
}

export const isTheirs = (action: SupportAction, { isRunner, isApplicant }: Sides): boolean =>
  action === 'withdraw' || action === 'complete' ? isApplicant : isRunner

const FROM: Record<SupportAction, readonly SupportState[]> = {
  approve: ['submitted'],
  refuse: ['submitted', 'returned'],
  return: ['submitted'],
  complete: ['returned'],
  withdraw: ['submitted', 'returned'],
  contract: ['approved', 'running'],
  disburse: ['approved', 'running'],
  accept: ['running'],
}
export const fits = (action: SupportAction, state: SupportState): boolean =>
  FROM[action].includes(state)

/** Exactly the buttons that the web shows; `left`: what can still be paid out. */
export function allowedOn(
  actor: Pick<Actor, 'role'>,
  one: Sides & { state: SupportState },
  left: number,
): SupportAction[] {
  return LIST.filter(
    (action) =>
      may(actor, `support.${action}`, isTheirs(action, one)) &&
      fits(action, one.state) &&
      (action !== 'disburse' || left > 0),
  )
}
const LIST: readonly SupportAction[] = [
  'complete',
  'disburse',
  'contract',
  'accept',
  'approve',
  'return',
  'refuse',
  'withdraw',
]
