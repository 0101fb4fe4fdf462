import type { SnippetPart } from '@hopluc/shared/documents'

/** What a typed search asks of the database; `words` and `exact` are to_tsquery texts. */
export interface SearchQuery {
  /** Without diacritics, the last word as a beginning: 'ket & luan & 7:*'. */
  words: string
  /** As typed; empty where nothing was typed with diacritics. */
  exact: string
  /** Folded LIKE pattern: a part of a symbol or a title, '%05/tb%'. */
  part: string
  /** The folded words themselves, for comparison with typing errors. */
  near: string
}

/** Lower case without diacritics, as the database's folded(). */
export function fold(words: string): string {
  return words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
}

/** Undefined where nothing was typed that could be found. */
export function searchQuery(typed: string): SearchQuery | undefined {
  const near = fold(typed).replace(/\s+/g, ' ').trim()
  const folded = near.match(/[a-z0-9]+/g)
  if (!folded) return undefined
  const asTyped =
    typed
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const hasDiacritics = asTyped.join(' ') !== folded.join(' ')
  return {
    words: tsQuery(folded),
    exact: hasDiacritics ? tsQuery(asTyped) : '',
    part: `%${near.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
    near,
  }
}

function tsQuery(words: readonly string[]): string {
  return words.map((word, index) => (index === words.length - 1 ? `${word}:*` : word)).join(' & ')
}

const BEFORE = 60
const LENGTH = 180

/**
 * A piece of `text` around the place that answers the search best, as plain parts: nothing of it
 * is ever HTML. Empty where the text has none of the words.
 */
export function snippet(text: string, typed: string): SnippetPart[] {
  const words = fold(typed).match(/[a-z0-9]+/g) ?? []
  const hits = findHits(text, words)
  const best = richest(text, hits)
  if (!best) return []
  const start = wordStart(text, Math.max(0, best.start - BEFORE))
  const end = Math.min(text.length, start + LENGTH)
  const parts: SnippetPart[] = []
  if (start > 0) parts.push({ text: '… ', isHit: false })
  let at = start
  for (const hit of hits) {
    if (hit.start < at || hit.end > end) continue
    if (hit.start > at) parts.push({ text: flat(text.slice(at, hit.start)), isHit: false })
    parts.push({ text: text.slice(hit.start, hit.end), isHit: true })
    at = hit.end
  }
  const tail = flat(text.slice(at, end))
  if (tail || end < text.length) {
    parts.push({ text: end < text.length ? `${tail} …` : tail, isHit: false })
  }
  return parts
}

interface Hit {
  start: number
  end: number
}

/** The hit from which on most different words of the search stand close together. */
function richest(text: string, hits: readonly Hit[]): Hit | undefined {
  let [best] = hits
  let most = 0
  for (const [index, hit] of hits.entries()) {
    const near = hits.slice(index).filter(({ end }) => end - hit.start <= LENGTH - BEFORE)
    const words = new Set(near.map(({ start, end }) => fold(text.slice(start, end))))
    if (words.size <= most) continue
    most = words.size
    best = hit
  }
  return best
}

const flat = (text: string) => text.replace(/\s+/g, ' ')

function wordStart(text: string, from: number): number {
  if (from === 0) return 0
  const space = text.slice(from, from + 30).search(/\s/)
  return space < 0 ? from : from + space + 1
}

/** Words of the text that begin with, or are, a word of the search. */
function findHits(text: string, words: readonly string[]): Hit[] {
  if (words.length === 0) return []
  const last = words.at(-1) ?? ''
  const wanted = new Set(words)
  const hits: Hit[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(match[0])
    if (!wanted.has(folded) && !folded.startsWith(last)) continue
    hits.push({ start: match.index, end: match.index + match[0].length })
    if (hits.length > 200) break
  }
  return hits
}
