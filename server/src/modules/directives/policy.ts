import type { DirectiveAction, NoticeAction } from '@hopluc/shared/directives'
import type { Role } from '@hopluc/shared/session'
import type { Id } from '@hopluc/shared/values'
import type { Actor } from '../../platform/context.ts'
import { canDo, type DirectiveStanding, type NoticeStanding } from './domain.ts'

/** Prepares and proposes in the body's name. */
const PREPARES: readonly Role[] = ['standing', 'chair', 'delegate', 'leader', 'officer']
/** Decides: the chair, who has a written delegation, or the leader of an office for its own. */
const DECIDES: readonly Role[] = ['chair', 'delegate', 'leader']
/** Brings the signed paper back; an office's clerk receives it. */
const RECEIVES: readonly Role[] = [...PREPARES, 'clerk']

/** Role × action, as the app shows it to everyone. */
export const MAY_NOTICE: Record<NoticeAction, readonly Role[]> = {
  edit: PREPARES,
  submit: PREPARES,
  approve: DECIDES,
  return: DECIDES,
  start_by_word: DECIDES,
  take_signed: RECEIVES,
  issue: PREPARES,
}
export const MAY_DIRECTIVE: Record<DirectiveAction, readonly Role[]> = {
  edit: PREPARES,
  ask: PREPARES,
  answer: DECIDES,
}

interface Subject {
  ownerId: Id
}

/** A committee's people act in its name, an office's in their own; nobody in another's. */
function isOwn({ committeeId, agencyId }: Actor, { ownerId }: Subject): boolean {
  return ownerId === (committeeId ?? agencyId)
}

export function mayNotice(actor: Actor, action: NoticeAction, notice: Subject): boolean {
  return isOwn(actor, notice) && MAY_NOTICE[action].includes(actor.role)
}

export function mayDirective(actor: Actor, action: DirectiveAction, directive: Subject): boolean {
  return isOwn(actor, directive) && MAY_DIRECTIVE[action].includes(actor.role)
}

export function noticeActions(actor: Actor, notice: Subject & NoticeStanding): NoticeAction[] {
  const all: readonly NoticeAction[] = [
    'edit',
    'submit',
    'approve',
    'return',
    'start_by_word',
    'take_signed',
    'issue',
  ]
  return all.filter((action) => mayNotice(actor, action, notice) && canDo.notice(action, notice))
}

export function directiveActions(
  actor: Actor,
  directive: Subject & DirectiveStanding,
): DirectiveAction[] {
  const all: readonly DirectiveAction[] = ['edit', 'ask', 'answer']
  return all.filter(
    (action) => mayDirective(actor, action, directive) && canDo.directive(action, directive),
  )
}
