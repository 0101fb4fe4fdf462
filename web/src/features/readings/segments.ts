import type { FindKind } from '@hopluc/shared/readings'

/** One find's place in the text. */
export interface Highlight {
  readonly id: string
  readonly kind: FindKind
  readonly start: number
  readonly end: number
}

/** A run of text under the same highlights; `starts` are those that begin here. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly covers: readonly Highlight[]
  readonly starts: readonly Highlight[]
}

/** What is shown of a paragraph: runs of text, and stretches without finds that are folded away. */
export type Piece =
  | { readonly type: 'text'; readonly segment: Segment }
  | { readonly type: 'fold'; readonly start: number; readonly end: number }

export interface Paragraph {
  /** Its number among the paragraphs that hold text, from 1. */
  readonly number: number
  readonly start: number
  readonly end: number
  readonly highlights: readonly Highlight[]
}

/** A stretch without finds that is shorter than this stays open. */
const SHORT = 140

export function paragraphsOf(text: string, highlights: readonly Highlight[]): Paragraph[] {
  const sorted = highlights.toSorted((one, other) => one.start - other.start || other.end - one.end)
  const paragraphs: Paragraph[] = []
  let first = 0
  let start = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (text.slice(start, end).trim() !== '') {
      while (
        first < sorted.length &&
        (sorted[first]?.end ?? 0) <= start &&
        isPast(sorted, first, start)
      )
        first += 1
      const own: Highlight[] = []
      for (let index = first; index < sorted.length; index += 1) {
        const one = sorted[index]
        if (!one || one.start >= end) break
        if (one.end > start) own.push(one)
      }
      paragraphs.push({ number: paragraphs.length + 1, start, end, highlights: own })
    }
    start = end + 1
  }
  return paragraphs
}

/** Whether all up to this one ended: a long one before may still reach further. */
function isPast(sorted: readonly Highlight[], index: number, start: number): boolean {
  return (sorted[index]?.end ?? 0) <= start
}

/** Paragraphs side by side without any find are shown as one fold. */
export type Block =
  | { readonly type: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly type: 'fold'; readonly paragraphs: readonly Paragraph[] }

export function blocksOf(paragraphs: readonly Paragraph[]): Block[] {
  const blocks: Block[] = []
  let quiet: Paragraph[] = []
  const close = () => {
    if (quiet.length > 0) blocks.push({ type: 'fold', paragraphs: quiet })
    quiet = []
  }
  for (const paragraph of paragraphs) {
    if (paragraph.highlights.length === 0) quiet.push(paragraph)
    else {
      close()
      blocks.push({ type: 'paragraph', paragraph })
    }
  }
  close()
  return blocks
}

/** The runs of a paragraph, with long stretches without finds folded unless `isOpen`. */
export function piecesOf(text: string, paragraph: Paragraph, isOpen: boolean): Piece[] {
  const segments = segmentsOf(paragraph)
  if (isOpen || paragraph.highlights.length === 0)
    return segments.map((segment) => ({ type: 'text', segment }))
  return segments.flatMap((segment): Piece[] => {
    if (segment.covers.length > 0 || segment.end - segment.start <= SHORT)
      return [{ type: 'text', segment }]
    const isFirst = segment.start === paragraph.start
    const isLast = segment.end === paragraph.end
    const words = text.slice(segment.start, segment.end)
    const keepAfter = isFirst ? 0 : headLength(words)
    const keepBefore = isLast ? 0 : tailLength(words)
    if (words.length - keepAfter - keepBefore < 40) return [{ type: 'text', segment }]
    const from = segment.start + keepAfter
    const until = segment.end - keepBefore
    return [
      ...(keepAfter > 0 ? [plain(segment.start, from)] : []),
      { type: 'fold', start: from, end: until },
      ...(keepBefore > 0 ? [plain(until, segment.end)] : []),
    ]
  })
}

const plain = (start: number, end: number): Piece => ({
  type: 'text',
  segment: { start, end, covers: [], starts: [] },
})

/** What follows a find is kept to the end of its sentence. */
function headLength(words: string): number {
  const end = /[.;!?](?=\s)/u.exec(words.slice(0, SHORT))
  return end ? end.index + 1 : (/^.{0,60}\b/su.exec(words)?.[0].length ?? 0)
}

/** What precedes a find is kept from the beginning of its sentence, or of its clause. */
function tailLength(words: string): number {
  const near = words.slice(-SHORT)
  const sentence = Math.max(...['. ', '; ', '! ', '? ', ': '].map((mark) => near.lastIndexOf(mark)))
  const at = sentence >= 0 ? sentence + 2 : near.lastIndexOf(', ') + 2
  return at >= 2 ? near.length - at : Math.min(near.length, 60)
}

function segmentsOf({ start, end, highlights }: Paragraph): Segment[] {
  const edges = new Set([start, end])
  for (const one of highlights) {
    edges.add(Math.max(start, one.start))
    edges.add(Math.min(end, one.end))
  }
  const sorted = [...edges].sort((one, other) => one - other)
  return sorted.slice(0, -1).map((from, index) => {
    const until = sorted[index + 1] ?? end
    const covers = highlights.filter((one) => one.start <= from && one.end >= until)
    return { start: from, end: until, covers, starts: covers.filter((one) => one.start === from) }
  })
}
