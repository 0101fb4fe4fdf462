/** The text handed in beside the one that the recognisers see, and the way back. */
export interface Source {
  original: string
  /** NFC, one kind of space, dash and quote, tones placed the newer way, `\n` line ends. */
  text: string
  /** As `text`, but with the spelling of the original: what a person is shown. */
  shown: string
  /** Offset in `original` at which character `index` of `text` begins. */
  startOf(index: number): number
  /** Offset in `original` at which the characters before `index` of `text` end. */
  endOf(index: number): number
}

const REPLACED: Record<string, string> = {
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u3000': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\f': '\n',
  '\v': '\n',
  '\u2028': '\n',
  '\u2029': '\n',
  '\u2022': '•',
  '\uf0b7': '•',
  '\uf02d': '-',
}
const REMOVED = new Set(['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'])
const MARK = /\p{M}/u
/** Quotes and dashes that a person is shown as they stand. */
const KEPT = /^[\u2010-\u201f]$/

/** `hoà, thuỷ` and `hòa, thủy` are one spelling; both have as many characters. */
const TONES: readonly (readonly [RegExp, string, string])[] = [
  [/o([àáảãạ])(?!\p{L})/giu, 'aàáảãạ', 'oòóỏõọ'],
  [/o([èéẻẽẹ])(?!\p{L})/giu, 'eèéẻẽẹ', 'oòóỏõọ'],
  [/(?<!q)u([ỳýỷỹỵ])(?!\p{L})/giu, 'yỳýỷỹỵ', 'uùúủũụ'],
]

/** Brings a text to the form in which it is read, character by character traceable. */
export function normalise(original: string): Source {
  const { text, shown, starts, ends } = fold(original)
  return {
    original,
    text: placeTones(text),
    shown,
    startOf: (index) => starts[index] ?? original.length,
    endOf: (index) => (index > 0 ? (ends[index - 1] ?? original.length) : 0),
  }
}

/** Characters that are replaced or dropped, or that may belong to a letter of several units. */
const SPECIAL =
  /[\p{M}\r\f\v\u00a0\u00ad\u2002\u2003\u2009-\u200d\u2010-\u2014\u2018-\u201f\u2022\u2028\u2029\u202f\u2060\u2212\u3000\ufeff\uf0b7\uf02d]/gu

interface Folded {
  text: string
  shown: string
  starts: Int32Array
  ends: Int32Array
}

/** What runs on so long without a blank is no word, no address and no dotted line: its rest is not read. */
const LONGEST_RUN = 2000
const BLANKS = new Set([' ', '\t', '\n', '\r', '\v', '\f', '\u00a0', '\u2028', '\u2029'])

/** The rests of overlong runs, in order. */
function overlong(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  let begin = 0
  for (let index = 0; index <= text.length; index += 1) {
    if (index < text.length && !BLANKS.has(text.charAt(index))) continue
    if (index - begin > LONGEST_RUN) found.push({ from: begin + LONGEST_RUN, to: index })
    begin = index + 1
  }
  return found
}

function fold(original: string): Folded {
  const cuts = overlong(original)
  let next = 0
  const starts = new Int32Array(original.length + 1)
  const ends = new Int32Array(original.length + 1)
  const pieces: string[] = []
  const spelled: string[] = []
  let length = 0
  let index = 0
  const copy = (to: number): void => {
    while (index < to) {
      const cut = cuts[next]
      const end = Math.min(to, Math.max(cut?.from ?? to, index))
      pieces.push(original.slice(index, end))
      spelled.push(original.slice(index, end))
      for (; index < end; index += 1) {
        starts[length] = index
        ends[length] = index + 1
        length += 1
      }
      if (cut && index >= cut.from) index = Math.max(index, Math.min(cut.to, to))
      if (cut && index >= cut.to) next += 1
    }
  }
  for (const match of original.matchAll(SPECIAL)) {
    if (match.index < index) continue
    for (let cut = cuts[next]; cut && cut.to < match.index; cut = cuts[next]) {
      copy(cut.to)
      if (cut === cuts[next]) next += 1
    }
    const cut = cuts[next]
    if (cut && match.index >= cut.from && match.index < cut.to) continue
    copy(Math.max(index, isMark(match[0]) ? match.index - 1 : match.index))
    const end = clusterEnd(original, index)
    const piece = original.slice(index, end)
    const folded = foldCluster(piece, original[end])
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts[length] = index
      ends[length] = end
      length += 1
    }
    if (folded !== '') pieces.push(folded)
    if (folded !== '') spelled.push(KEPT.test(piece) ? piece : folded)
    index = end
  }
  copy(original.length)
  starts[length] = original.length
  return { text: pieces.join(''), shown: spelled.join(''), starts, ends }
}

function isMark(char: string): boolean {
  return MARK.test(char)
}

/** A letter with the marks that follow it; at most eight, so that noise stays linear. */
function clusterEnd(text: string, index: number): number {
  let end = index + 1
  while (end < text.length && end - index < 8) {
    const code = text.charCodeAt(end)
    if (code < 0x300 || (code > 0x36f && !MARK.test(text.charAt(end)))) break
    end += 1
  }
  return end
}

function foldCluster(piece: string, next: string | undefined): string {
  if (piece === '\r') return next === '\n' ? '' : '\n'
  if (REMOVED.has(piece)) return ''
  if (piece.length > 1) {
    const composed = piece.normalize('NFC')
    return composed.length > piece.length ? piece : composed
  }
  return REPLACED[piece] ?? piece
}

function placeTones(text: string): string {
  let result = text
  for (const [pattern, plain, toned] of TONES) {
    result = result.replace(pattern, (syllable, vowel: string) => {
      const first = syllable.charAt(0)
      const tone = plain.indexOf(vowel.toLowerCase())
      const moved = toned.charAt(tone)
      const base = plain.charAt(0)
      return (
        (first === first.toUpperCase() ? moved.toUpperCase() : moved) +
        (vowel === vowel.toUpperCase() ? base.toUpperCase() : base)
      )
    })
  }
  return result
}

/** Lower case of the same length, so that offsets stay true. */
export function lower(text: string): string {
  const all = text.toLowerCase()
  if (all.length === text.length) return all
  return Array.from(text, (char) => {
    const small = char.toLowerCase()
    return small.length === char.length ? small : char
  }).join('')
}
