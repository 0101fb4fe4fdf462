import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const KEEPS: readonly Role[] = ['officer', 'leader', 'standing']

const ACTIONS = {
  'course.keep': { vi: 'Lập kế hoạch lớp đào tạo', en: 'Plan a course', roles: KEEPS },
  'course.enrol': {
    vi: 'Ghi danh người dự lớp đào tạo',
    en: 'Enter who takes part in a course',
    roles: ['cooperative', ...KEEPS],
  },
  'course.take_out': {
    vi: 'Bỏ ghi danh người dự lớp đào tạo',
    en: 'Take somebody out of a course',
    roles: ['cooperative', ...KEEPS],
  },
  'course.attend': { vi: 'Điểm danh lớp đào tạo', en: 'Mark who came to a course', roles: KEEPS },
  'course.certify': {
    vi: 'Ghi chứng nhận lớp đào tạo',
    en: 'Enter certificates of a course',
    roles: KEEPS,
  },
} satisfies Record<string, Permission>
export type CourseAction = keyof typeof ACTIONS

declarePermissions({
  module: 'courses',
  vi: 'Lớp đào tạo, bồi dưỡng',
  en: 'Training courses',
  actions: ACTIONS,
})

/** `isTheirs`: their agency organises it; of entering people, their cooperative or commune too. */
export function may(
  { role }: Pick<Actor, 'role'>,
  action: CourseAction,
  isTheirs: boolean,
): boolean {
  const roles: readonly Role[] = ACTIONS[action].roles
  return isTheirs && roles.includes(role)
}
