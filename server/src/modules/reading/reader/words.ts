import { added } from './added.ts'
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
    if (PHRASES.has(phrase) || added().verbs.has(phrase)) return phrase.length
  }
  return 0
}

/** How many verbs and adverbs the reader ships with. */
export const VERB_COUNT = PHRASES.size

/** Runs a pattern that begins with `^` at a place, looking no further than `reach` characters. */
export function matchAt(
  text: string,
  at: number,
  pattern: RegExp,
  reach = 240,
): RegExpExecArray | null {
  return pattern.exec(text.slice(at, at + reach))
}

/** Alternatives by their first word, so that only a few are tried at a place. */
export function byFirstWord(names: readonly string[]): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const name of names) {
    const first = name.split(/[ ,]/)[0] ?? ''
    map.set(first, [...(map.get(first) ?? []), name])
  }
  return map
}
/** Length of the longest of the names that stands at a place, 0 when none does. */
export function longest(low: string, at: number, map: Map<string, string[]>): number {
  const first = /^[^\s,;:.()"]+/u.exec(low.slice(at, at + 24))?.[0]
  if (!first) return 0
  const found = map
    .get(first)
    ?.find((name) => low.startsWith(name, at) && isEdge(low, at + name.length))
  return found?.length ?? 0
}

/** Whether a word ends before `at`. */
export function isEdge(text: string, at: number): boolean {
  return !/[\p{L}\d&]/u.test(text.charAt(at))
}
