import type { GraduateAction, GraduateOutcome } from '@hopluc/shared/graduates'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const KEEPS: readonly Role[] = ['officer', 'leader', 'standing']

const ACTIONS = {
  'graduate.start': {
    vi: 'Ghi cán bộ trẻ về làm việc tại HTX',
    en: 'Enter a young graduate at a cooperative',
    roles: KEEPS,
  },
  'graduate.pay': {
    vi: 'Ghi chi hỗ trợ tháng cho cán bộ trẻ',
    en: 'Enter a month’s support of a graduate',
    roles: KEEPS,
  },
  'graduate.extend': {
    vi: 'Gia hạn hỗ trợ cán bộ trẻ',
    en: 'Extend the support of a graduate',
    roles: KEEPS,
  },
  'graduate.end': {
    vi: 'Ghi kết quả sau hỗ trợ của cán bộ trẻ',
    en: 'Enter what became of a graduate',
    roles: KEEPS,
  },
  'wage_floor.keep': {
    vi: 'Khai báo mức lương tối thiểu vùng',
    en: 'Keep minimum wages of regions',
    roles: KEEPS,
  },
} satisfies Record<string, Permission>

declarePermissions({
  module: 'graduates',
  vi: 'Cán bộ trẻ về làm việc tại HTX',
  en: 'Young graduates at cooperatives',
  actions: ACTIONS,
})

/** `isTheirs`: their agency pays the support. */
export function may(
  { role }: Pick<Actor, 'role'>,
  action: keyof typeof ACTIONS,
  isTheirs: boolean,
): boolean {
  return isTheirs && ACTIONS[action].roles.includes(role)
}

const LIST: readonly GraduateAction[] = ['pay', 'extend', 'end']

/** Exactly the buttons that the web shows. What is owed can be paid after the end; nothing else is done then. */
export function allowedOn(
  actor: Pick<Actor, 'role'>,
  isTheirs: boolean,
  { outcome, hasUnpaid }: { outcome: GraduateOutcome; hasUnpaid: boolean },
): GraduateAction[] {
  return LIST.filter(
    (action) =>
      may(actor, `graduate.${action}`, isTheirs) &&
      (action === 'pay' ? hasUnpaid : outcome === 'working'),
  )
}
