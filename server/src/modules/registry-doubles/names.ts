import { isSyllable, lettersApart } from './syllables.ts'
import type { OwnWord, ReadName } from './words.ts'

/** How two names stand to each other. */
export interface NameLikeness {
  /** Of the own part, from 0 to 1. */
  own: number
  isSame: boolean
  /** Different words that each are a word: two names rather than a slip. */
  isOtherWord: boolean
  isTurned: boolean
  numbers: 'same' | 'one' | 'different'
  trades: 'same' | 'part' | 'other' | 'unknown'
}

/** How much a word counts that only repeats where the body lies. */
const PLACE_WEIGHT = 0.2
/** Trades that nearly every cooperative names: sharing them tells nothing. */
const COMMON_TRADES = new Set(['dv', 'sx', 'kd', 'tm', 'th', 'dt', 'pt'])

/**
 * Compares two names taken apart. `places`: words of the units in which the two lie; `isKnown`:
 * whether a word stands in other names too: one that stands nowhere else is rather a slip.
 */
export function likenessOf(
  a: ReadName,
  b: ReadName,
  places: ReadonlySet<string>,
  isKnown: (word: string) => boolean = () => true,
): NameLikeness {
  const { share, isOtherWord } = aligned(a.own, b.own, places, isKnown)
  const isTurned = share < 1 && isSameSet(a.own, b.own)
  return {
    own: share,
    isSame: share === 1,
    isOtherWord,
    isTurned,
    numbers: numbersOf(a, b),
    trades: tradesOf(a, b),
  }
}

function numbersOf(a: ReadName, b: ReadName): NameLikeness['numbers'] {
  const [one, other] = [a.numbers.join(' '), b.numbers.join(' ')]
  if (one === other) return 'same'
  return one === '' || other === '' ? 'one' : 'different'
}

function tradesOf(a: ReadName, b: ReadName): NameLikeness['trades'] {
  if (a.trades.size === 0 || b.trades.size === 0)
    return a.trades.size === b.trades.size ? 'same' : 'unknown'
  const shared = [...a.trades].filter(([short, words]) => {
    if (!b.trades.has(short)) return false
    const other = b.trades.get(short)
    return !words || !other || words === other
  })
  if (shared.length === 0) return 'other'
  if (shared.length === a.trades.size && shared.length === b.trades.size) return 'same'
  const left = (from: ReadName) =>
    [...from.trades.keys()].filter(
      (short) => !COMMON_TRADES.has(short) && !shared.some(([s]) => s === short),
    )
  const isFieldShared = shared.some(([short]) => !COMMON_TRADES.has(short))
  if (!isFieldShared && left(a).length > 0 && left(b).length > 0) return 'other'
  return 'part'
}

function isSameSet(a: readonly OwnWord[], b: readonly OwnWord[]): boolean {
  const plain = (words: readonly OwnWord[]) => words.map((item) => item.plain)
  const [one, other] = [plain(a), plain(b)]
  if (one.join(' ') === other.join(' ')) return false
  return one.length > 1 && one.toSorted().join(' ') === other.toSorted().join(' ')
}

interface Step {
  gain: number
  isOtherWord: boolean
}

/** The best way to lay one row of words beside the other, in their order. */
function aligned(
  a: readonly OwnWord[],
  b: readonly OwnWord[],
  places: ReadonlySet<string>,
  isKnown: (word: string) => boolean,
): { share: number; isOtherWord: boolean } {
  if (a.length === 0 || b.length === 0) {
    const left = [...a, ...b]
    if (left.length === 0) return { share: 1, isOtherWord: false }
    return { share: left.every(({ plain }) => places.has(plain)) ? 0.9 : 0, isOtherWord: false }
  }
  const weight = ({ plain }: OwnWord) => (places.has(plain) ? PLACE_WEIGHT : 1)
  const best: Step[][] = Array.from({ length: a.length + 1 }, () => [])
  const at = (i: number, j: number): Step => best[i]?.[j] ?? { gain: 0, isOtherWord: false }
  const full = new Set<string>()
  for (let i = 0; i <= a.length; i += 1)
    for (let j = 0; j <= b.length; j += 1) {
      if (i === 0 || j === 0) {
        best[i]?.push({ gain: 0, isOtherWord: false })
        continue
      }
      const [one, other] = [a[i - 1], b[j - 1]]
      const options: Step[] = [at(i - 1, j), at(i, j - 1)]
      if (one && other) {
        const { share, isOtherWord } = wordsAlike(one, other, isKnown)
        // Words that match count in full even where they repeat the place: that is the name then.
        const gain = share === 1 ? 2 : share * 2
        const before = at(i - 1, j - 1)
        if (share > 0)
          options.push({ gain: before.gain + gain, isOtherWord: before.isOtherWord || isOtherWord })
        if (share === 1) full.add(one.plain)
      }
      for (const [from, back] of [
        [spread(a, i, b[j - 1]), [1, 0]],
        [spread(b, j, a[i - 1]), [0, 1]],
      ] as const)
        if (from > 0) {
          const before = back[0] ? at(i - from, j - 1) : at(i - 1, j - from)
          options.push({ ...before, gain: before.gain + (from + 1) * 0.95 })
        }
      best[i]?.push(options.reduce((most, item) => (item.gain > most.gain ? item : most)))
    }
  const { gain, isOtherWord } = at(a.length, b.length)
  const cost = (words: readonly OwnWord[]) =>
    words.reduce((sum, item) => sum + (full.has(item.plain) ? 1 : weight(item)), 0)
  const total = cost(a) + cost(b)
  return { share: total === 0 ? 1 : Math.min(1, gain / total), isOtherWord }
}

/** How many of the words up to `end` the single word stands for: joined, or by first letters. */
function spread(words: readonly OwnWord[], end: number, single: OwnWord | undefined): number {
  if (!single || single.plain.length < 2) return 0
  for (let count = 2; count <= Math.min(4, end); count += 1) {
    const some = words.slice(end - count, end).map(({ plain }) => plain)
    if (some.join('') === single.plain) return count
    if (some.map((item) => item[0]).join('') === single.plain && !isSyllable(single.plain))
      return count
  }
  return 0
}

function wordsAlike(
  a: OwnWord,
  b: OwnWord,
  isKnown: (word: string) => boolean,
): { share: number; isOtherWord: boolean } {
  const slip = (share: number) => ({ share, isOtherWord: false })
  if (a.plain === b.plain) {
    // Both with marks, and different ones: another word, or a slip of the mark.
    if (a.marked && b.marked && a.marked !== b.marked) return { share: 0.7, isOtherWord: true }
    return slip(1)
  }
  const [short, long] = a.plain.length < b.plain.length ? [a.plain, b.plain] : [b.plain, a.plain]
  if (short.length === 1) return slip(long.startsWith(short) ? 0.8 : 0)
  const apart = lettersApart(a.plain, b.plain)
  if (apart > 2 || (apart === 2 && short.length < 5)) return slip(0)
  const isWord = (word: string) => isSyllable(word) && isKnown(word)
  const isSlip =
    !isWord(a.plain) || !isWord(b.plain) || (apart === 1 && isSwapped(a.plain, b.plain))
  if (apart === 2) return slip(isSlip ? 0.7 : 0)
  return isSlip ? slip(0.9) : { share: 0.5, isOtherWord: true }
}

/** Two letters that stand the wrong way round. */
function isSwapped(a: string, b: string): boolean {
  return a.length === b.length && a.length > 2 && sorted(a) === sorted(b)
}

const sorted = (word: string) => word.split('').toSorted().join('')
