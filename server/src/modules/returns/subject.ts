import type { Head } from './head-store.ts'
import type { Subject } from './policy.ts'

/** What the rules ask of a return. */
export function subjectOf(head: Head): Subject {
  const { isOwn, isReceiver, isChecker, state, needsApproval, correction } = head
  return { isOwn, isReceiver, isChecker, state, needsApproval, isCorrection: correction !== null }
}
