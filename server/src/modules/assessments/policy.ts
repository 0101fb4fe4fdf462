import type { AssessmentAction, AssessmentLevel, RoundAction } from '@hopluc/shared/assessments'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'
import { fits, type Standing } from './domain.ts'

const KEEPS: readonly Role[] = ['officer', 'leader', 'standing']
const SCORES: readonly Role[] = ['cooperative', ...KEEPS]
const OWN: readonly Role[] = ['cooperative']

const ACTIONS = {
  'assessment.open': {
    vi: 'Mở đợt đánh giá, xếp loại HTX',
    en: 'Open a round of assessment',
    roles: KEEPS,
  },
  'assessment.publish': {
    vi: 'Công bố kết quả đánh giá, xếp loại',
    en: 'Publish the results of a round',
    roles: KEEPS,
  },
  'assessment.rescore': {
    vi: 'Chấm lại đợt đánh giá theo phiên bản tiêu chí khác',
    en: 'Score a round anew under another set',
    roles: KEEPS,
  },
  'assessment.score': { vi: 'Chấm điểm HTX', en: 'Score a cooperative', roles: SCORES },
  'assessment.remark': {
    vi: 'Ghi ý kiến của Ban kiểm soát',
    en: 'Record what the supervisory board says',
    roles: OWN,
  },
  'assessment.not_rate': {
    vi: 'Không xếp loại HTX',
    en: 'Leave a cooperative unrated',
    roles: KEEPS,
  },
  'assessment.send_back': {
    vi: 'Trả lại bảng chấm điểm',
    en: 'Send a score sheet back',
    roles: KEEPS,
  },
  'assessment.appeal': {
    vi: 'Kiến nghị về kết quả xếp loại',
    en: 'Appeal against a rating',
    roles: OWN,
  },
  'assessment.decide': {
    vi: 'Giải quyết kiến nghị về kết quả xếp loại',
    en: 'Decide an appeal',
    roles: KEEPS,
  },
} satisfies Record<string, Permission>
type Action = keyof typeof ACTIONS

declarePermissions({
  module: 'assessments',
  vi: 'Đánh giá, xếp loại HTX',
  en: 'Assessment of cooperatives',
  actions: ACTIONS,
})

/** How the acting person stands to a cooperative, as the database says. */
export interface Sides {
  /** Their own cooperative. */
  isOwn: boolean
  /** Its register is theirs to keep. */
  isKept: boolean
}

export function may({ role }: Pick<Actor, 'role'>, action: Action, isTheirs: boolean): boolean {
  return isTheirs && ACTIONS[action].roles.includes(role)
}

/** At which level somebody scores a cooperative. */
export function levelOf({ role }: Pick<Actor, 'role'>, sides: Sides): AssessmentLevel | null {
  if (role === 'cooperative') return sides.isOwn ? 'self' : null
  if (!sides.isKept) return null
  if (role === 'standing') return 'province'
  return role === 'officer' || role === 'leader' ? 'commune' : null
}

/** Exactly the buttons that the web shows. */
export function allowedOn(
  actor: Pick<Actor, 'role'>,
  sides: Sides,
  standing: Standing,
  today: string,
): AssessmentAction[] {
  const level = levelOf(actor, sides)
  if (level === null) return []
  return LIST.filter(
    (action) => may(actor, `assessment.${action}`, true) && fits(action, level, standing, today),
  )
}
const LIST: readonly AssessmentAction[] = [
  'score',
  'remark',
  'not_rate',
  'send_back',
  'appeal',
  'decide',
]

export function allowedOnRound(
  actor: Pick<Actor, 'role'>,
  { isKept, state }: { isKept: boolean; state: 'open' | 'published' },
): RoundAction[] {
  if (state !== 'open') return []
  const list: readonly RoundAction[] = ['publish', 'rescore']
  return list.filter((action) => may(actor, `assessment.${action}`, isKept))
}
