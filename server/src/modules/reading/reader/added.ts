import type { ReadingWords } from '@hopluc/shared/reading-words'
import { meaningOf } from '@hopluc/shared/word-meaning'
import { lower, normalise } from './normalise.ts'

/** The installation's own words, in the form in which texts are read. */
export interface Added {
  bodies: Map<string, string[]>
  fields: Map<string, string[]>
  posts: Map<string, string[]>
  verbs: ReadonlySet<string>
  trades: ReadonlySet<string>
  /** Alternatives for a pattern, longest first; empty where there are none. */
  units: string
  reports: RegExp | null
  /** Words beside a number, and the indicator that it then is of. */
  indicators: readonly { phrase: string; indicator: string }[]
}

// Written out: the schemas would make a single reading wait for them to load.
const NONE: Added = {
  bodies: new Map(),
  fields: new Map(),
  posts: new Map(),
  verbs: new Set(),
  trades: new Set(),
  units: '',
  reports: null,
  indicators: [],
}
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
    units: alternatives(words.units),
    reports:
      words.reports.length === 0
        ? null
        : new RegExp(`(?<!\\p{L})(?:${alternatives(words.reports)})(?!\\p{L})`, 'u'),
    indicators: words.indicators
      .map(meaningOf)
      .map(({ phrase, indicator }) => ({ phrase: asRead(phrase), indicator })),
  }
}

function alternatives(phrases: readonly string[]): string {
  const read = phrases.map(asRead).toSorted((a, b) => b.length - a.length)
  return read.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')
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
