import { type Token, tokens } from './compare-words.ts'

/** A numbered item, point, bullet, heading or paragraph of a paper's body. */
export interface Block {
  marker: string | null
  text: string
  /** A heading, or a line that only names who is given what follows. */
  isHeading: boolean
  /** Number of the Roman part in which it stands, 0 before the first. */
  part: number
}

/** A sentence of a block: the smallest thing that can match a directive. */
export interface Unit {
  block: number
  text: string
  tokens: Token[]
}

const MARKER = /^((?:[IVX]+|\d{1,2}(?:\.\d{1,2})*)[.)]|[a-zđ]\)|[-–•+*])\s*(?=\S)/u
const INLINE = /(?<=[.;:/])\s+(?=(?:\d{1,2}\.|[a-zđ]\))\s+\p{Lu})/gu
const BODY_START = /(?:như sau|các nội dung sau)\s*:/u
const BODY_END = /(?:^|\n)\s*(?:Trên đây là|Nơi nhận)|(?<=[.;]\s)(?:Trên đây là|Nơi nhận:)/u

/** The blocks of a paper's body: line breaks inside a sentence, page numbers and heads are gone. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let part = 0
  for (const raw of lines(body(text.normalize('NFC')))) {
    const line = raw.trim()
    const marker = MARKER.exec(line)?.[1] ?? null
    const last = blocks.at(-1)
    const isNew = last === undefined || (marker !== null && canFollow(last.text))
    if (!isNew && !isParagraph(last, line)) {
      last.text = glue(last.text, line)
      continue
    }
    if (marker !== null && /^[IVX]+\.$/.test(marker)) part += 1
    const own = marker === null ? line : line.slice(marker.length).trim()
    blocks.push({ marker, text: own, isHeading: false, part })
  }
  return blocks.map((block) => ({ ...block, isHeading: isHeading(block.text) }))
}

function body(text: string): string {
  const start = BODY_START.exec(text)
  const from = start ? start.index + start[0].length : 0
  const rest = text.slice(from)
  const end = BODY_END.exec(rest)
  return end ? rest.slice(0, end.index) : rest
}

function lines(text: string): string[] {
  const all = text.split(/\r?\n/).flatMap((line) => line.split(INLINE))
  return all.filter((line) => line.trim() !== '' && !/^\s*[-–]?\s*\d{1,3}\s*[-–]?\s*$/.test(line))
}

const isCapitals = (text: string) =>
  /\p{Lu}{2}/u.test(text) && text === text.toLocaleUpperCase('vi')
const isHeading = (text: string) => isCapitals(text) || text.endsWith(':')
const canFollow = (text: string) => /[.;:!?/…]\s*$/u.test(text) || isCapitals(text)

/** A line that opens a paragraph without a number: after a full stop, with a capital, not short. */
function isParagraph(last: Block, line: string): boolean {
  if (isCapitals(last.text) || last.text.endsWith(':')) return true
  return /[.!?]\s*$/u.test(last.text) && /^(?:Giao|Đề nghị|Yêu cầu|Các|Trong|Về)\s/u.test(line)
}

/** Lines of one sentence; a hyphen at the end joins, as do hyphens inside words. */
function glue(before: string, after: string): string {
  return /\p{L}-$/u.test(before) ? before + after : `${before} ${after}`
}

export function unitsOf(blocks: readonly Block[]): Unit[] {
  return blocks.flatMap(({ text }, block) =>
    text
      .split(/(?<=[.;:])\s+(?=\p{Lu})/u)
      .map((sentence) => ({ block, text: sentence, tokens: tokens(sentence) }))
      .filter((unit) => unit.tokens.length > 0),
  )
}
