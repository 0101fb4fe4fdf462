import type { LoanAction, LoanState } from '@hopluc/shared/loans'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const REQUESTS: readonly Role[] = ['cooperative', 'officer', 'leader', 'standing']
const LENDS: readonly Role[] = ['officer', 'leader', 'standing', 'chair', 'delegate']
const KEEPS: readonly Role[] = ['officer', 'leader', 'standing']

const ACTIONS = {
  'loan.fund': { vi: 'Khai báo quỹ cho vay', en: 'Keep a fund that lends', roles: KEEPS },
  'loan.request': { vi: 'Đề nghị vay vốn', en: 'Ask for a loan', roles: REQUESTS },
  'loan.withdraw': { vi: 'Rút đề nghị vay vốn', en: 'Withdraw a request', roles: REQUESTS },
  'loan.approve': { vi: 'Duyệt cho vay', en: 'Approve a loan', roles: LENDS },
  'loan.refuse': { vi: 'Không duyệt cho vay', en: 'Refuse a loan', roles: LENDS },
  'loan.disburse': { vi: 'Ghi giải ngân', en: 'Enter a tranche', roles: LENDS },
  'loan.repay': { vi: 'Ghi trả nợ', en: 'Enter a payment', roles: LENDS },
  'loan.reverse': {
    vi: 'Hủy lần giải ngân, trả nợ ghi nhầm',
    en: 'Take back an entry',
    roles: LENDS,
  },
  'loan.relate': {
    vi: 'Ghi khách hàng có liên quan',
    en: 'Say which borrowers are related',
    roles: LENDS,
  },
  'loan.restructure': { vi: 'Cơ cấu lại thời hạn trả nợ', en: 'Restructure a loan', roles: LENDS },
} satisfies Record<string, Permission>
type Action = keyof typeof ACTIONS

declarePermissions({ module: 'loans', vi: 'Vay vốn', en: 'Loans', actions: ACTIONS })

/** How the acting person stands to a loan, as the database says. */
export interface Sides {
  /** Their agency runs the fund. */
  isLender: boolean
  /** Their cooperative's own, or requested by their agency. */
  isRequester: boolean
}

/** `isTheirs`: on the side that the action is for. */
export function may({ role }: Pick<Actor, 'role'>, action: Action, isTheirs: boolean): boolean {
  return isTheirs && ACTIONS[action].roles.includes(role)
}

export const isTheirs = (action: LoanAction, { isLender, isRequester }: Sides): boolean =>
  action === 'withdraw' ? isRequester : isLender

const FROM: Record<LoanAction, readonly LoanState[]> = {
  approve: ['requested'],
  refuse: ['requested'],
  withdraw: ['requested'],
  disburse: ['approved', 'running'],
  repay: ['running'],
  reverse: ['running', 'closed'],
  restructure: ['running'],
}
export const fits = (action: LoanAction, state: LoanState): boolean => FROM[action].includes(state)

/** Exactly the buttons that the web shows; `left`: what can still be paid out. */
export function allowedOn(
  actor: Pick<Actor, 'role'>,
  loan: Sides & { state: LoanState },
  left: number,
): LoanAction[] {
  return LIST.filter(
    (action) =>
      may(actor, `loan.${action}`, isTheirs(action, loan)) &&
      fits(action, loan.state) &&
      (action !== 'disburse' || left > 0),
  )
}
const LIST: readonly LoanAction[] = [
  'repay',
  'disburse',
  'approve',
  'refuse',
  'restructure',
  'reverse',
  'withdraw',
]
