import { isStateSecret } from '../reading/index.ts'
import { stateSecret } from './refusals.ts'

/**
 * Called with every text before the first write.
 * @throws AppError `documents.state_secret`.
 */
export function assertNoStateSecret(...texts: readonly (string | null | undefined)[]): void {
  if (texts.some((text) => text && isStateSecret(text))) throw stateSecret()
}
