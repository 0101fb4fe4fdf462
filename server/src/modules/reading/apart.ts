import type { Reading } from '@hopluc/shared/finds'
import type { ReadingWords } from '@hopluc/shared/reading-words'
import { apart, type ApartOptions } from '../../platform/apart.ts'
import { tooHeavy } from './marks.ts'
import { read, type SecretMark } from './reader/index.ts'
import type { FileText } from './texts.ts'

/** Up to so many characters are read at once: a thread would take longer to begin. */
const SHORT = 20_000
const WORK = { thread: new URL('./apart-thread.ts', import.meta.url), tooHeavy, seconds: 90 }

/** As {@link read}; a long text keeps nobody else waiting. */
export async function readApart(
  text: string,
  { words, ...options }: ApartOptions & { words?: ReadingWords } = {},
): Promise<Reading> {
  const known = words ? { words } : {}
  return text.length <= SHORT
    ? read(text, known)
    : apart(WORK, { kind: 'read', text, ...known }, options)
}

/** What a file says, or only that it bears a mark of secrecy: then nothing of it goes further. */
export type ExaminedText = FileText | { mark: SecretMark['mark'] }

/**
 * As `textFrom`, beside everything else: what a small packed file unpacks to is not known before.
 * @throws AppError as there, `reading.too_slow`, and as `apart`
 */
export function textFromApart(
  bytes: Uint8Array,
  filename: string,
  options?: ApartOptions,
): Promise<ExaminedText> {
  return apart(WORK, { kind: 'text', bytes, filename }, options)
}
