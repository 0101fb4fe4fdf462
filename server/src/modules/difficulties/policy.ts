import type { DifficultyAction } from '@hopluc/shared/difficulties'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'
import { fits, type Standing } from './domain.ts'

const RAISES: readonly Role[] = ['cooperative', 'officer', 'leader', 'clerk', 'standing']
const HANDLES: readonly Role[] = ['officer', 'leader', 'standing', 'chair', 'delegate']
const RULES: readonly Role[] = ['standing']
const LISTS: readonly Role[] = ['admin']

const ACTIONS = {
  'difficulty.raise': {
    vi: 'Nêu khó khăn, vướng mắc, kiến nghị',
    en: 'Raise a difficulty or proposal',
    roles: RAISES,
  },
  'difficulty.transfer': {
    vi: 'Chuyển kiến nghị đến cơ quan khác',
    en: 'Pass a difficulty on to another agency',
    roles: HANDLES,
  },
  'difficulty.put': {
    vi: 'Đưa kiến nghị vào chương trình họp, lập nhiệm vụ để giải quyết',
    en: 'Put a difficulty on an agenda or make it a task',
    roles: HANDLES,
  },
  'difficulty.answer': { vi: 'Trả lời kiến nghị', en: 'Answer a difficulty', roles: HANDLES },
  'difficulty.rate': {
    vi: 'Đánh giá kết quả giải quyết kiến nghị',
    en: 'Rate the answer to a difficulty',
    roles: RAISES,
  },
  'difficulty.set_rules': {
    vi: 'Quy định cơ quan tiếp nhận, giải quyết kiến nghị',
    en: 'Say which agency has which difficulties',
    roles: RULES,
  },
  'difficulty.set_lists': {
    vi: 'Sửa nhóm nội dung và thời hạn trả lời kiến nghị',
    en: 'Keep the topics and terms of difficulties',
    roles: LISTS,
  },
} satisfies Record<string, Permission>
type Action = keyof typeof ACTIONS

declarePermissions({
  module: 'difficulties',
  vi: 'Khó khăn, vướng mắc, kiến nghị',
  en: 'Difficulties and proposals',
  actions: ACTIONS,
  deeds: {
    'difficulty.rise': {
      vi: 'Quá hạn chưa trả lời, chuyển lên cấp trên',
      en: 'Not answered in time, risen to the superior',
    },
    'difficulty.discuss': {
      vi: 'Đưa kiến nghị vào chương trình họp',
      en: 'Put on the agenda of a meeting',
    },
    'difficulty.assign': { vi: 'Lập nhiệm vụ để giải quyết kiến nghị', en: 'Made a task' },
  },
})

/** How the acting person stands to a difficulty, as the database says. */
export interface Sides {
  /** It lies with an agency of theirs. */
  isHandler: boolean
  /** Their cooperative's own, or raised by their agency. */
  isRaiser: boolean
}

/** `isTheirs`: on the side that the action is for. */
export function may({ role }: Pick<Actor, 'role'>, action: Action, isTheirs: boolean): boolean {
  return isTheirs && ACTIONS[action].roles.includes(role)
}

const STEERS: readonly Role[] = ['standing', 'chair', 'delegate']

/** By whoever has it, and by the committee's people in whose area it arose. */
export function mayPut(
  actor: Pick<Actor, 'role'>,
  { isHandler, isInArea }: Sides & { isInArea: boolean },
): boolean {
  const isSteered = isInArea && STEERS.includes(actor.role)
  return may(actor, 'difficulty.put', isHandler || isSteered)
}

/** What is set once for all, by one's role. */
export function maySet(
  { role }: Pick<Actor, 'role'>,
  action: 'difficulty.set_rules' | 'difficulty.set_lists',
): boolean {
  return ACTIONS[action].roles.includes(role)
}

/** Nobody rates what their own agency answered. */
export function isTheirs(action: DifficultyAction, { isHandler, isRaiser }: Sides): boolean {
  return action === 'rate' ? isRaiser && !isHandler : isHandler
}

/** Exactly the buttons that the web shows. */
export function allowedOn(
  actor: Pick<Actor, 'role'>,
  sides: Sides,
  standing: Standing,
  today: string,
): DifficultyAction[] {
  return LIST.filter(
    (action) =>
      may(actor, `difficulty.${action}`, isTheirs(action, sides)) && fits(action, standing, today),
  )
}
const LIST: readonly DifficultyAction[] = ['answer', 'transfer', 'rate']
