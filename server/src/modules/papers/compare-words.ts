import { diffArrays } from 'diff'

/** A word as printed and as it is compared. One abbreviation can stand for several words. */
export interface Token {
  print: string
  key: string
}

export interface WordRun {
  kind: 'same' | 'removed' | 'added'
  text: string
}

// Written out or not is no change of what was ordered.
const LONG: Record<string, string> = {
  htx: 'hợp tác xã',
  tht: 'tổ hợp tác',
  kttt: 'kinh tế tập thể',
  ubnd: 'ủy ban nhân dân',
  hđnd: 'hội đồng nhân dân',
  bcđ: 'ban chỉ đạo',
  mttq: 'mặt trận tổ quốc',
  ktxh: 'kinh tế xã hội',
}
const WORD =
  /\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d+(?:[.,]\d+)*%?|[\p{L}\p{M}\d]+/giu
const DAY = /^(\d{1,2})(?:\s+tháng\s+|[/.-])(\d{1,2})(?:\s+năm\s+|[/.-])(\d{4})$/iu
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * A syllable with its tone at the end, so that "hòa" and "hoà" are one, and "kỹ" and "kĩ" differ
 * only where they are written with another vowel.
 */
function syllable(word: string): string {
  const split = word.toLowerCase().normalize('NFD')
  const tones = split.match(TONES)?.join('') ?? ''
  return split.replace(TONES, '').normalize('NFC') + tones
}

/** Words, numbers and days of a text; signs and spaces do not count. */
export function tokens(text: string): Token[] {
  return (text.normalize('NFC').match(WORD) ?? []).flatMap((print): Token[] => {
    const day = DAY.exec(print)
    if (day) return [{ print, key: day.slice(1).map(Number).join('/') }]
    const long = LONG[print.toLowerCase()]
    if (long === undefined) return [{ print, key: syllable(print) }]
    return long
      .split(' ')
      .map((word, at) => ({ print: at === 0 ? print : '', key: syllable(word) }))
  })
}

/** All letters in a row and all tones in a row: equal where only spaces went astray. */
function compact(part: readonly Token[]): string {
  const letters = part.map(({ key }) => key).join('')
  return letters.replace(TONES, '') + (letters.match(TONES)?.join('') ?? '')
}

const printed = (part: readonly Token[]) =>
  part
    .map(({ print }) => print)
    .filter((word) => word !== '')
    .join(' ')

interface Part {
  kind: WordRun['kind']
  tokens: Token[]
}

/** What was removed and what was added between two texts, word by word. */
export function wordRuns(before: readonly Token[], after: readonly Token[]): WordRun[] {
  const changes = diffArrays([...before], [...after], { comparator: (a, b) => a.key === b.key })
  const parts = changes.map(({ value, added, removed }): Part => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', tokens: value }
  })
  return merged(parts).map((part) => ({ kind: part.kind, text: printed(part.tokens) }))
}

/** Without changes that only move spaces, equal neighbours joined. */
function merged(parts: readonly Part[]): Part[] {
  const result: Part[] = []
  for (const part of parts) {
    const last = result.at(-1)
    const isMoved = last && last.kind !== 'same' && part.kind !== 'same' && last.kind !== part.kind
    if (isMoved && compact(last.tokens) === compact(part.tokens)) {
      result.pop()
      join(result, { kind: 'same', tokens: part.tokens })
    } else join(result, part)
  }
  return result
}

function join(parts: Part[], part: Part): void {
  const last = parts.at(-1)
  if (last?.kind === part.kind) last.tokens = [...last.tokens, ...part.tokens]
  else parts.push({ ...part })
}

/** Share of words that two texts have in common, 0 to 1 (Dice). */
export function likeness(before: readonly Token[], after: readonly Token[]): number {
  const counts = countKeys(before)
  let common = 0
  for (const { key } of after) {
    const left = counts.get(key) ?? 0
    if (left === 0) continue
    counts.set(key, left - 1)
    common += 1
  }
  return before.length + after.length === 0 ? 0 : (2 * common) / (before.length + after.length)
}

export function countKeys(words: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { key } of words) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Whether one text holds another's words in a row. */
export function holds(whole: readonly Token[], part: readonly Token[]): boolean {
  const words = (list: readonly Token[]) => ` ${list.map(({ key }) => key).join(' ')} `
  return words(whole).includes(words(part))
}
