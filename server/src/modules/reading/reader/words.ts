import { ADVERBS, VERBS } from './lexicon/verbs.ts'

const PHRASES = new Set(
  `${ADVERBS}; ${VERBS}`
    .split(';')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== ''),
)

/** Length of the task verb that begins at `at` in lower-case text, 0 when there is none. */
export function verbAt(low: string, at: number): number {
  const head = low.slice(at, at + 32)
  const parts = head.split(' ')
  for (let count = Math.min(5, parts.length); count > 0; count -= 1) {
    const phrase = parts
      .slice(0, count)
      .join(' ')
      .replace(/[.,;:)"]+$/, '')
    if (PHRASES.has(phrase)) return phrase.length
  }
  return 0
}

/** Skips blanks, commas and opening quotes from `at` on. */
export function skip(text: string, at: number, what: RegExp): number {
  let index = at
  while (index < text.length && what.test(text.charAt(index))) index += 1
  return index
}

/** Runs a pattern that begins with `^` at a place, looking no further than `reach` characters. */
export function matchAt(
  text: string,
  at: number,
  pattern: RegExp,
  reach = 240,
): RegExpExecArray | null {
  return pattern.exec(text.slice(at, at + reach))
}
