import type { TemplateAction } from '@hopluc/shared/templates'
import type { Role } from '@hopluc/shared/session'
import type { Id } from '@hopluc/shared/values'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions } from '../identity/index.ts'

/** A committee's people in its name, an office's leader in its own; the installation's administrator. */
const WRITES: readonly Role[] = ['chair', 'delegate', 'standing', 'leader', 'admin']
const ADMIN: readonly Role[] = ['admin']

declarePermissions({
  module: 'templates',
  vi: 'Mẫu văn bản và đánh số',
  en: 'Templates and numbering',
  actions: {
    'template.change': {
      vi: 'Sửa mẫu thông báo, công văn của cơ quan',
      en: 'Change the body’s templates',
      roles: WRITES,
    },
    'template.reset': {
      vi: 'Dùng lại mẫu ban đầu',
      en: 'Go back to the shipped template',
      roles: WRITES,
    },
    'numbering.change': {
      vi: 'Chọn loại văn bản đánh số riêng',
      en: 'Choose the kinds numbered apart',
      roles: ADMIN,
    },
  },
})

export function mayWrite(actor: Actor, agencyId: Id): boolean {
  if (!WRITES.includes(actor.role)) return false
  return actor.role === 'admin' || (actor.committeeId ?? actor.agencyId) === agencyId
}

export const mayNumber = (actor: Actor): boolean => ADMIN.includes(actor.role)

export function templateActions(actor: Actor, agencyId: Id, isOwn: boolean): TemplateAction[] {
  if (!mayWrite(actor, agencyId)) return []
  return isOwn ? ['change', 'reset'] : ['change']
}
