import type { ReorganisationAction, ReorganisationState } from '@hopluc/shared/reorganisations'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions } from '../identity/index.ts'

const ADMIN = ['admin'] as const

declarePermissions({
  module: 'reorganisations',
  vi: 'Sắp xếp đơn vị, cơ quan',
  en: 'Reorganisation',
  actions: {
    'reorganisation.draft': { vi: 'Lập phương án sắp xếp', en: 'Draw up a plan', roles: ADMIN },
    'reorganisation.change': { vi: 'Sửa phương án sắp xếp', en: 'Change a plan', roles: ADMIN },
    'reorganisation.apply': { vi: 'Áp dụng phương án sắp xếp', en: 'Apply a plan', roles: ADMIN },
    'reorganisation.schedule': {
      vi: 'Đặt lịch thực hiện sắp xếp',
      en: 'Set it down for its day',
      roles: ADMIN,
    },
    'reorganisation.unschedule': { vi: 'Bỏ lịch thực hiện', en: 'Take it off', roles: ADMIN },
    'reorganisation.undo': { vi: 'Hoàn lại việc sắp xếp', en: 'Take it back', roles: ADMIN },
  },
  deeds: {
    'reorganisation.carry_out': { vi: 'Đã thực hiện sắp xếp', en: 'Carried out' },
    'reorganisation.take_back': { vi: 'Đã hoàn lại sắp xếp', en: 'Taken back' },
  },
})

/** The administrator of the installation; everyone signed in reads what was applied. */
export function mayReorganise(actor: Actor): boolean {
  return actor.role === 'admin'
}

const IN_STATE: Record<ReorganisationState, readonly ReorganisationAction[]> = {
  draft: ['change', 'preview', 'apply', 'schedule'],
  scheduled: ['preview', 'unschedule'],
  applying: [],
  applied: ['undo'],
  undoing: [],
  undone: [],
}

/**
 * Applied from its day on, and set down for it before. What was recorded afterwards kept no effects, and
 * there is nothing to take back.
 */
export function allowedOn(
  actor: Actor,
  state: ReorganisationState,
  { isDue, hasEffects }: { isDue: boolean; hasEffects: boolean },
): ReorganisationAction[] {
  if (!mayReorganise(actor)) return []
  return IN_STATE[state].filter((action) => {
    if (action === 'undo') return hasEffects
    if (action === 'apply') return isDue
    return action !== 'schedule' || !isDue
  })
}
