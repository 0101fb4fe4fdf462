import { MeetingAction, type MeetingState } from '@hopluc/shared/meetings'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions } from '../identity/index.ts'
import { canApply } from './domain.ts'

const PREPARES: readonly Role[] = ['standing', 'chair', 'delegate', 'leader', 'clerk', 'officer']
const LEADS: readonly Role[] = ['standing', 'chair', 'delegate', 'leader']

/** Role × action, as the app shows it to everyone. */
export const MAY: Record<MeetingAction, readonly Role[]> = {
  edit: PREPARES,
  attend: PREPARES,
  invite: PREPARES,
  hold: PREPARES,
  conclude: PREPARES,
  reopen: LEADS,
  cancel: LEADS,
}

declarePermissions({
  module: 'meetings',
  vi: 'Cuộc họp',
  en: 'Meetings',
  actions: {
    'meeting.create': { vi: 'Lên lịch họp', en: 'Plan a meeting', roles: PREPARES },
    'meeting.edit': {
      vi: 'Sửa chương trình, biên bản',
      en: 'Edit agenda and minutes',
      roles: MAY.edit,
    },
    'meeting.attend': { vi: 'Ghi thành phần dự họp', en: 'Record who came', roles: MAY.attend },
    'meeting.invite': { vi: 'Gửi giấy mời', en: 'Send the invitation', roles: MAY.invite },
    'meeting.hold': { vi: 'Ghi nhận đã họp', en: 'Note that it was held', roles: MAY.hold },
    'meeting.conclude': { vi: 'Kết thúc, có kết luận', en: 'Conclude', roles: MAY.conclude },
    'meeting.reopen': { vi: 'Mở lại để bổ sung', en: 'Open again', roles: MAY.reopen },
    'meeting.cancel': { vi: 'Hủy cuộc họp', en: 'Cancel', roles: MAY.cancel },
  },
  deeds: {
    'meeting.draft_invitation': { vi: 'Lập dự thảo giấy mời', en: 'Draft the invitation' },
    'meeting.draft_minutes': { vi: 'Lập dự thảo biên bản', en: 'Draft the minutes' },
  },
})

/** A meeting is prepared and recorded by the people of the body that meets. */
interface Subject {
  isOwn: boolean
}

export function mayPlan(actor: Actor): boolean {
  return PREPARES.includes(actor.role)
}

export function may(actor: Actor, action: MeetingAction, meeting: Subject): boolean {
  return meeting.isOwn && MAY[action].includes(actor.role)
}

export function allowedActions(
  actor: Actor,
  meeting: Subject & { state: MeetingState },
): MeetingAction[] {
  return MeetingAction.options.filter(
    (action) => may(actor, action, meeting) && canApply(action, meeting.state),
  )
}
