import type {
  RecognitionAction,
  RecognitionKind,
  RecognitionState,
} from '@hopluc/shared/recognitions'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const PROPOSES: readonly Role[] = ['cooperative', 'officer', 'leader', 'standing']
const KEEPS: readonly Role[] = ['officer', 'leader', 'standing']
const HANDLES: readonly Role[] = ['officer', 'leader', 'standing', 'chair', 'delegate']

const ACTIONS = {
  'recognition.lists': {
    vi: 'Khai báo loại mô hình, hình thức khen thưởng',
    en: 'Keep kinds of models and commendations',
    roles: KEEPS,
  },
  'recognition.prepare': {
    vi: 'Lập hồ sơ mô hình, khen thưởng',
    en: 'Prepare a model or a commendation',
    roles: PROPOSES,
  },
  'recognition.edit': {
    vi: 'Sửa hồ sơ mô hình, khen thưởng',
    en: 'Change what is prepared',
    roles: PROPOSES,
  },
  'recognition.submit': {
    vi: 'Gửi đề nghị công nhận, khen thưởng',
    en: 'Submit what is prepared',
    roles: PROPOSES,
  },
  'recognition.verify': { vi: 'Xác minh mô hình', en: 'Verify a model', roles: HANDLES },
  'recognition.publish': { vi: 'Công bố mô hình', en: 'Publish a model', roles: HANDLES },
  'recognition.decide': {
    vi: 'Ghi quyết định khen thưởng',
    en: 'Enter a decision of commendation',
    roles: HANDLES,
  },
  'recognition.return': {
    vi: 'Trả lại hồ sơ mô hình, khen thưởng',
    en: 'Return what was proposed',
    roles: HANDLES,
  },
  'recognition.withdraw': {
    vi: 'Rút hồ sơ, thôi công bố mô hình',
    en: 'Withdraw what was proposed or published',
    roles: [...PROPOSES, 'chair', 'delegate'],
  },
} satisfies Record<string, Permission>
type Action = keyof typeof ACTIONS

declarePermissions({
  module: 'recognitions',
  vi: 'Mô hình tiêu biểu, khen thưởng',
  en: 'Exemplary models, commendations',
  actions: ACTIONS,
})

/** How the acting person stands to it, as the database says. */
export interface Sides {
  /** Their agency, or cooperative, proposes it. */
  isProposer: boolean
  /** Their agency looks at it. */
  isHandler: boolean
}
interface One extends Sides {
  kind: RecognitionKind
  state: RecognitionState
}

/** `isTheirs`: on the side that the action is for. */
export function may({ role }: Pick<Actor, 'role'>, action: Action, isTheirs: boolean): boolean {
  return isTheirs && ACTIONS[action].roles.includes(role)
}

const OPEN: readonly RecognitionState[] = ['draft', 'returned']
interface Step {
  from: Partial<Record<RecognitionKind, readonly RecognitionState[]>>
  to: RecognitionState
}
const STEPS: Record<RecognitionAction, Step> = {
  submit: { from: { model: OPEN, commendation: OPEN }, to: 'submitted' },
  verify: { from: { model: ['submitted'] }, to: 'verified' },
  publish: { from: { model: ['verified'] }, to: 'published' },
  decide: { from: { commendation: ['submitted'] }, to: 'decided' },
  return: {
    from: { model: ['submitted', 'verified'], commendation: ['submitted'] },
    to: 'returned',
  },
  withdraw: { from: { model: [...OPEN, 'published'], commendation: OPEN }, to: 'withdrawn' },
}

/** Where an action leads from here, if it can be done here at all. */
export function after(
  action: RecognitionAction,
  { kind, state }: Pick<One, 'kind' | 'state'>,
): RecognitionState | undefined {
  const { from, to } = STEPS[action]
  return from[kind]?.includes(state) ? to : undefined
}

/** What is being prepared is its proposer's; what is published is taken back by who published it. */
export function isTheirs(action: RecognitionAction, one: One): boolean {
  const isOpen = OPEN.includes(one.state)
  return action === 'submit' || (action === 'withdraw' && isOpen) ? one.isProposer : one.isHandler
}

export const isEditable = ({ state }: Pick<One, 'state'>): boolean => OPEN.includes(state)

/** Exactly the buttons that the web shows. */
export function allowedOn(actor: Pick<Actor, 'role'>, one: One): RecognitionAction[] {
  return LIST.filter(
    (action) =>
      after(action, one) !== undefined &&
      may(actor, `recognition.${action}`, isTheirs(action, one)),
  )
}
const LIST: readonly RecognitionAction[] = [
  'submit',
  'verify',
  'publish',
  'decide',
  'return',
  'withdraw',
]
