import { stateSecret } from './refusals.ts'

const isStateSecret = (text: string) =>
  /^\s*(TUYỆT MẬT|TỐI MẬT|MẬT)\s*$/mu.test(text.normalize('NFC'))

/**
 * Called with every text before the first write.
 * @throws AppError `documents.state_secret`.
 */
export function assertNoStateSecret(...texts: readonly (string | null | undefined)[]): void {
  if (texts.some((text) => text && isStateSecret(text))) throw stateSecret()
}
