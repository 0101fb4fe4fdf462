import type { DocumentKind } from '@hopluc/shared/finds'
import {
  ANNEX,
  CAPTION,
  CAPTION_VERB,
  COUNTERS,
  FURNITURE_LINES,
  RECIPIENTS,
  SIGNATURE,
  TEASER_HEADS,
} from './lexicon/furniture.ts'
import { beginsLower, type Line } from './lines.ts'

export type Role = 'text' | 'blank' | 'furniture' | 'caption' | 'head' | 'recipients'

/** What each line is on its page: text, or one of the things around it. */
export function roles(lines: readonly Line[], kind: DocumentKind, bodyLine: number): Role[] {
  const found: Role[] = []
  lines.forEach((line, index) => {
    const isBroken = found[index - 1] === 'text' && goesOnAbove(lines[index - 1], line)
    found.push(index < bodyLine ? headRole(line) : isBroken ? 'text' : lineRole(line))
  })
  if (kind === 'news') {
    setTeasersAside(lines, found)
    setHeadAside(lines, found)
    setBylineAside(lines, found)
  } else {
    setRecipientsAside(lines, found, bodyLine)
  }
  return found
}

/** A line in the middle of a broken sentence is text, whatever words it begins with. */
function goesOnAbove(above: Line | undefined, line: Line): boolean {
  return above !== undefined && beginsLower(line.text) && !/[.!?:;…]["')]*$/.test(above.text)
}

function headRole(line: Line): Role {
  return line.text === '' ? 'blank' : 'head'
}

function lineRole(line: Line): Role {
  if (line.text === '') return 'blank'
  if (/^(?:trang )?\d{1,3}(?:\s*\/\s*\d{1,3})?$/.test(line.low)) return 'furniture'
  if (FURNITURE_LINES.some((pattern) => pattern.test(line.low))) return 'furniture'
  if (line.text.length < 140 && COUNTERS.test(line.low)) return 'furniture'
  if (isMenu(line.text)) return 'furniture'
  if (line.text.length < 260 && CAPTION.test(line.low)) return 'caption'
  return 'text'
}

/** Many short words between bars, arrows or wide gaps are a menu. */
function isMenu(text: string): boolean {
  if (text.length > 200) return false
  const cells = text.split(/\s+[|»›>/]\s+|\s{3,}/)
  if (cells.length < 3) return /^[^.]{2,60}\s[»›>]\s[^.]{2,60}$/.test(text)
  return cells.every((cell) => cell.length < 32 && !/\d/.test(cell))
}

/** From "Tin liên quan" on, all that looks like a teaser; a long paragraph ends it. */
function setTeasersAside(lines: readonly Line[], found: Role[]): void {
  let isInside = false
  lines.forEach((line, index) => {
    if (found[index] === 'blank') return
    if (TEASER_HEADS.test(line.low) && line.text.length < 400) {
      isInside = true
      found[index] = 'furniture'
    } else if (isInside) {
      if (line.text.length > 200 && !isTeaser(line.text)) isInside = false
      else found[index] = 'furniture'
    }
  })
}

function isTeaser(text: string): boolean {
  return (
    /^(?:[-•»>*+]|\d{1,2}[.)]\s)/.test(text) ||
    /\(\s*\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\s*\)\s*$/.test(text)
  )
}

/** Before the first long paragraph stand the page's name, the rubric, the day and the headline. */
function setHeadAside(lines: readonly Line[], found: Role[]): void {
  const first = lines.findIndex((line, index) => found[index] === 'text' && line.text.length > 150)
  lines.slice(0, Math.max(first, 0)).forEach((line, index) => {
    if (found[index] !== 'text') return
    if (line.text.length < 150 && !/[.!?]$/.test(line.text)) found[index] = 'head'
  })
}

/** The author's name below the text, and captions that only a verb gives away. */
function setBylineAside(lines: readonly Line[], found: Role[]): void {
  lines.forEach((line, index) => {
    if (found[index] !== 'text' || !standsAlone(lines, index)) return
    if (line.text.length < 60 && /^\p{Lu}/u.test(line.text) && !/[.:;,]$/.test(line.text)) {
      const words = line.text.replace(/\s*\(.*$/, '').split(/\s+/)
      const isName = words.length <= 4 && words.every((word) => /^\p{Lu}/u.test(word))
      const isUnder = lines
        .slice(Math.max(0, index - 3), index)
        .some((one) => one.text.length > 150)
      if (isName && (index > 5 || isUnder)) found[index] = 'furniture'
    }
    const isBare = line.text.length < 180 && !/[.;:,]$/.test(line.text)
    if (isBare && !/^[-+•*\d]/.test(line.text) && CAPTION_VERB.test(line.low)) {
      found[index] = 'caption'
    }
    if (/^đồng chí [^.]{4,120} phát biểu[^.,;:]{0,60}\.(?: ảnh: .{1,40})?$/.test(line.low)) {
      found[index] = 'caption'
    }
  })
}

/** Neither the end nor the beginning of a sentence that goes over several lines. */
function standsAlone(lines: readonly Line[], index: number): boolean {
  const above = lines[index - 1]?.text ?? ''
  const below = lines[index + 1]?.text ?? ''
  const line = lines[index]?.text ?? ''
  const isOpen = above.length > 60 && !/[.!?…:]["')]*$/.test(above)
  return !isOpen && !beginsLower(below) && !beginsLower(line)
}

/** "Nơi nhận" and the signature go aside; an annex after them is text again. */
function setRecipientsAside(lines: readonly Line[], found: Role[], bodyLine: number): void {
  let isInside = false
  lines.forEach((line, index) => {
    if (index < bodyLine || found[index] === 'blank') return
    if (RECIPIENTS.test(line.low)) isInside = true
    else if (!isInside && SIGNATURE.test(line.low) && line.text === line.text.toUpperCase()) {
      isInside = true
    } else if (isInside && ANNEX.test(line.low) && line.text.length < 160) isInside = false
    if (isInside) found[index] = 'recipients'
  })
}
