import { DocumentAction, type DocumentState } from '@hopluc/shared/documents'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { canApply } from './domain.ts'

/** Works on papers: those who prepare in a committee's name, and the people of an office. */
const PREPARES: readonly Role[] = ['standing', 'chair', 'delegate', 'leader', 'clerk', 'officer']
/** Gives numbers and takes in signed papers: văn thư, the standing officer, and who signs. */
const ISSUES: readonly Role[] = ['standing', 'chair', 'delegate', 'leader', 'clerk']

/** Role × action, as the app shows it to everyone. */
export const MAY: Record<DocumentAction, readonly Role[]> = {
  edit: PREPARES,
  attach: PREPARES,
  link: PREPARES,
  give_readers: PREPARES,
  ask_opinions: PREPARES,
  ask_appraisal: PREPARES,
  submit: PREPARES,
  redraft: PREPARES,
  issue: ISSUES,
  expire: ISSUES,
}

/** A register is kept by the people of the body that owns it. */
interface Subject {
  isOwn: boolean
}

export function mayRegister(actor: Actor): boolean {
  return PREPARES.includes(actor.role)
}

export function may(actor: Actor, action: DocumentAction, document: Subject): boolean {
  return document.isOwn && MAY[action].includes(actor.role)
}

export function allowedActions(
  actor: Actor,
  document: Subject & { state: DocumentState; isStub: boolean; hasNotice: boolean },
): DocumentAction[] {
  return DocumentAction.options.filter(
    (action) =>
      may(actor, action, document) &&
      canApply(action, document.state) &&
      !(document.isStub && NOT_FOR_STUBS.includes(action)) &&
      !(document.hasNotice && ON_ITS_OWN_PAGE.includes(action)),
  )
}

const NOT_FOR_STUBS: readonly DocumentAction[] = ['attach', 'expire', 'give_readers']
/** A conclusion notice gives tasks: it is submitted and issued where these are looked at. */
const ON_ITS_OWN_PAGE: readonly DocumentAction[] = [
  'ask_opinions',
  'ask_appraisal',
  'submit',
  'redraft',
  'issue',
]
