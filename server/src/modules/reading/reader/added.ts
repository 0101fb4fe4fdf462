import type { ReadingWords } from '@hopluc/shared/reading-words'
import { lower, normalise } from './normalise.ts'

/** The installation's own words, in the form in which texts are read. */
export interface Added {
  bodies: Map<string, string[]>
  fields: Map<string, string[]>
  posts: Map<string, string[]>
  verbs: ReadonlySet<string>
  trades: ReadonlySet<string>
}

// Written out: the schemas would make a single reading wait for them to load.
const NONE: Added = asAdded({ bodies: [], fields: [], posts: [], verbs: [], trades: [] })
let current: Added = NONE

/** The words that hold for the text that is being read. */
export function added(): Added {
  return current
}

/** Reads with words of the installation; a reading is one synchronous call, so they hold for it alone. */
export function withWords<Result>(words: ReadingWords | undefined, readNow: () => Result): Result {
  if (!words) return readNow()
  const before = current
  current = asAdded(words)
  try {
    return readNow()
  } finally {
    current = before
  }
}

function asAdded(words: ReadingWords): Added {
  return {
    bodies: byFirst(words.bodies),
    fields: byFirst(words.fields),
    posts: byFirst(words.posts),
    verbs: new Set(words.verbs.map(asRead)),
    trades: new Set(words.trades.map(asRead)),
  }
}

function asRead(phrase: string): string {
  return lower(normalise(phrase).text).replace(/\s+/g, ' ').trim()
}

/** By their first word, longest first, as the shipped lists are. */
function byFirst(phrases: readonly string[]): Map<string, string[]> {
  const map = new Map<string, string[]>()
  const sorted = phrases.map(asRead).toSorted((a, b) => b.length - a.length)
  for (const phrase of sorted) {
    const first = phrase.split(/[ ,]/)[0] ?? ''
    map.set(first, [...(map.get(first) ?? []), phrase])
  }
  return map
}
