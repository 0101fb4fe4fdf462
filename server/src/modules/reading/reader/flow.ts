import { lower, type Source } from './normalise.ts'

/** A half-open piece of a text. */
export interface Piece {
  start: number
  end: number
}

/** Of pieces in the order of the text those that share a character with `piece`. */
export function overlapping<T extends Piece>(sorted: readonly T[], piece: Piece): T[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.end ?? 0) <= piece.start) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let index = low; index < sorted.length; index += 1) {
    const one = sorted[index]
    if (!one || one.start >= piece.end) break
    found.push(one)
  }
  return found
}

/** The text as it is read: paragraphs re-joined, one space between words, `\n` between blocks. */
export interface Flow {
  text: string
  low: string
  /** As `text`, in the spelling of the original. */
  shown: string
  /** Offset in the original at which the character at `index` begins. */
  startOf(index: number): number
  /** Offset in the original at which the characters before `index` end. */
  endOf(index: number): number
}

/** Collects blocks out of pieces of the normalised text. */
export interface FlowBuilder {
  /** Adds one block made of the pieces, joined by single spaces; gives its place in the flow. */
  add(pieces: readonly Piece[], separator?: string): { place: Piece; parts: Piece[] }
  finish(): Flow
}

export function flowBuilder(source: Source): FlowBuilder {
  const chunks: string[] = []
  const spelled: string[] = []
  const origin = new Int32Array(source.text.length * 2 + 16)
  let length = 0
  const put = (char: string, from: number): void => {
    chunks.push(char)
    spelled.push(char)
    origin[length] = from
    length += 1
  }
  const copy = (piece: Piece): Piece => {
    const start = length
    const text = source.text.slice(piece.start, piece.end)
    for (const word of text.matchAll(/[^ \n\t]+/g)) {
      const from = piece.start + word.index
      if (length > start) put(' ', from - 1)
      chunks.push(word[0])
      spelled.push(source.shown.slice(from, from + word[0].length))
      for (let unit = 0; unit < word[0].length; unit += 1) origin[length + unit] = from + unit
      length += word[0].length
    }
    return { start, end: length }
  }
  return {
    add(pieces, separator = ' ') {
      const start = length
      const parts: Piece[] = []
      for (const piece of pieces) {
        if (length > start && piece.end > piece.start) put(separator, piece.start - 1)
        parts.push(copy(piece))
      }
      const place = { start, end: length }
      put('\n', (pieces.at(-1)?.end ?? 1) - 1)
      return { place, parts }
    },
    finish() {
      const text = chunks.join('')
      return {
        text,
        low: lower(text),
        shown: spelled.join(''),
        startOf: (index) =>
          index < length ? source.startOf(origin[index] ?? 0) : source.original.length,
        endOf: (index) => (index > 0 ? source.endOf((origin[index - 1] ?? 0) + 1) : 0),
      }
    },
  }
}
