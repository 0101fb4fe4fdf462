import { ReadingAction, type ReadingState } from '@hopluc/shared/readings'
import type { Role } from '@hopluc/shared/session'
import type { Id } from '@hopluc/shared/values'
import type { Actor } from '../../platform/context.ts'

/** Those who prepare: a reading makes drafts only, and drafts decide nothing. */
const PREPARES: readonly Role[] = ['standing', 'chair', 'delegate', 'leader', 'officer']
/** An office's clerk puts papers in and goes through them; tasks are drafted by others. */
const READS: readonly Role[] = [...PREPARES, 'clerk']

/** Role × action, as the app shows it to everyone. */
export const MAY: Record<ReadingAction, readonly Role[]> = {
  review: READS,
  confirm: PREPARES,
  discard: READS,
}

interface Subject {
  ownerId: Id
}

/** In whose name a text is read: the committee's, or one's own office's. */
export function ownBody({ committeeId, agencyId }: Actor): Id {
  return committeeId ?? agencyId
}

export function mayRead(actor: Actor): boolean {
  return READS.includes(actor.role)
}

export function may(actor: Actor, action: ReadingAction, { ownerId }: Subject): boolean {
  return ownerId === ownBody(actor) && MAY[action].includes(actor.role)
}

export function allowedActions(
  actor: Actor,
  reading: Subject & { state: ReadingState },
): ReadingAction[] {
  if (reading.state !== 'open') return []
  return ReadingAction.options.filter((action) => may(actor, action, reading))
}
