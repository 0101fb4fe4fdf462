import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const KEEPS: readonly Role[] = ['officer', 'leader', 'standing']

const ACTIONS = {
  'trade_event.keep': {
    vi: 'Cập nhật sự kiện xúc tiến thương mại',
    en: 'Keep an event of trade promotion',
    roles: KEEPS,
  },
  'trade_event.participant': {
    vi: 'Ghi HTX tham gia, hợp đồng ký được tại sự kiện',
    en: 'Enter who took part in an event and what it won',
    roles: KEEPS,
  },
} satisfies Record<string, Permission>

declarePermissions({
  module: 'trade-events',
  vi: 'Xúc tiến thương mại',
  en: 'Trade promotion',
  actions: ACTIONS,
})

/** `isTheirs`: their agency keeps the event. */
export function may(
  { role }: Pick<Actor, 'role'>,
  action: keyof typeof ACTIONS,
  isTheirs: boolean,
): boolean {
  return isTheirs && ACTIONS[action].roles.includes(role)
}
