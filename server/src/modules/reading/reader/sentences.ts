import type { Flow, Piece } from './flow.ts'

const END = /[.!?…]+["')\]]*(?= |$)|\.{3}(?=\p{Lu})|(?<=\p{Ll}{2})\.(?=\p{Lu}\p{Ll}+ )/gu
const ABBREVIATION =
  /(?:^|[\s(])(?:tp|tx|tt|ts|ths|pgs|gs|bs|ks|vd|vv|v\.v|đ\/c|đc|ng|tm|kt|tl|\p{L})$/iu

/** What has no full stop for so many characters is cut, so that work stays linear. */
const LONGEST = 6000

/** The sentences of a piece; full stops in abbreviations, numbers and initials do not end one. */
export function sentences(flow: Flow, piece: Piece): Piece[] {
  const text = flow.text.slice(piece.start, piece.end)
  const found: Piece[] = []
  let from = 0
  const push = (to: number): void => {
    while (to - from > LONGEST) {
      const blank = text.slice(from, from + LONGEST).lastIndexOf(' ')
      const cut = from + (blank > 0 ? blank : LONGEST)
      found.push({ start: piece.start + from, end: piece.start + cut })
      from = cut
    }
    let start = from
    while (start < to && text.charAt(start) === ' ') start += 1
    if (to > start) found.push({ start: piece.start + start, end: piece.start + to })
    from = to
  }
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length
    const next = text.charAt(end) === ' ' ? text.charAt(end + 1) : text.charAt(end)
    if (next !== '' && !/[\p{Lu}\d"([•\-+*]/u.test(next)) continue
    const before = text.slice(Math.max(0, match.index - 8), match.index)
    if (match[0] === '.' && next !== '' && ABBREVIATION.test(before) && !/\d{2,}$/.test(before))
      continue
    push(end)
  }
  push(text.length)
  return found
}

/** Cuts a piece at semicolons outside brackets, and outside `whole`, a list of addressees. */
export function clauses(flow: Flow, piece: Piece, whole?: Piece): Piece[] {
  const found: Piece[] = []
  let depth = 0
  let from = piece.start
  for (let index = piece.start; index < piece.end; index += 1) {
    const char = flow.text.charAt(index)
    if (char === '(') depth += 1
    else if (char === ')') depth = Math.max(0, depth - 1)
    else if (char === ';' && depth === 0 && !(whole && index >= whole.start && index < whole.end)) {
      found.push({ start: from, end: index })
      from = index + 1
    }
  }
  found.push({ start: from, end: piece.end })
  return found.map((one) => trim(flow, one)).filter((one) => one.end > one.start)
}

const LEADING = /[\s,;:.–-]/
const TRAILING = /[\s,;:.…/!?"–-]/

/** Takes blanks and separators off both ends; an opened bracket or quote is kept whole. */
export function trim(flow: Flow, piece: Piece): Piece {
  let { start, end } = piece
  while (start < end && LEADING.test(flow.text.charAt(start))) start += 1
  while (end > start && TRAILING.test(flow.text.charAt(end - 1))) {
    if (flow.text.charAt(end - 1) === '"' && flow.text.slice(start, end - 1).includes('"')) break
    end -= 1
  }
  return { start, end }
}
