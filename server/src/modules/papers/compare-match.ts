import type { Unit } from './compare-blocks.ts'
import { type Token, countKeys } from './compare-words.ts'

/** Sentences `from` to before `until` of the signed paper. */
export interface Span {
  from: number
  until: number
}

interface Candidate extends Span {
  directive: number
  score: number
}

/** Below this share of common words two texts are not the same directive. */
const THRESHOLD = 0.5
const LONGEST = 14

/**
 * Finds for each directive the sentences that say it, the best pairs first, no sentence twice.
 * Sentences left over in an item that matched belong to the directive before them.
 */
export function matchSpans(
  expected: readonly (readonly Token[][])[],
  units: readonly Unit[],
): (Span | null)[] {
  const candidates = expected.flatMap((variants, directive) =>
    variants.flatMap((words) => candidatesOf(words, directive, units)),
  )
  const spans: (Span | null)[] = expected.map(() => null)
  const taken = units.map(() => false)
  for (const { directive, from, until } of candidates.toSorted((a, b) => b.score - a.score)) {
    if (spans[directive] || taken.slice(from, until).includes(true)) continue
    spans[directive] = { from, until }
    taken.fill(true, from, until)
  }
  return absorb(spans, taken, units)
}

function candidatesOf(words: readonly Token[], directive: number, units: readonly Unit[]) {
  const counts = countKeys(words)
  const found: Candidate[] = []
  for (const from of units.keys()) {
    const left = new Map(counts)
    let common = 0
    let length = 0
    for (let until = from + 1; until <= Math.min(units.length, from + LONGEST); until += 1) {
      for (const { key } of units[until - 1]?.tokens ?? []) {
        length += 1
        const rest = left.get(key) ?? 0
        if (rest === 0) continue
        left.set(key, rest - 1)
        common += 1
      }
      const score = (2 * common) / (words.length + length)
      if (score >= THRESHOLD) found.push({ directive, from, until, score })
      if (length > 3 * words.length + 30) break
    }
  }
  return found
}

function absorb(spans: (Span | null)[], taken: boolean[], units: readonly Unit[]) {
  const isFree = (index: number, block: number | undefined) =>
    taken[index] === false && units[index]?.block === block
  const ordered = spans.filter((span) => span !== null).toSorted((a, b) => a.from - b.from)
  for (const span of ordered) {
    while (isFree(span.from - 1, units[span.from]?.block)) taken[--span.from] = true
    while (isFree(span.until, units[span.until - 1]?.block)) taken[span.until++] = true
  }
  return spans
}
