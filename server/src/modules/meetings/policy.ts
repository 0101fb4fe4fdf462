import { MeetingAction, type MeetingState } from '@hopluc/shared/meetings'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
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
