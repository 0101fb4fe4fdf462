import { dayOf } from './excel-xml.ts'

/**
 * A cell as it is kept: a number stays a number, a day is `YYYY-MM-DD`, an empty one is ''. A formula
 * gives what Excel last worked out for it; `#…` is what Excel could not.
 */
export type SheetCell = string | number | boolean
export interface SheetLine {
  /** As Excel counts, from 1. */
  line: number
  cells: SheetCell[]
}

export interface CellKinds {
  strings: readonly string[]
  dateStyles: readonly boolean[]
  is1904: boolean
}

/** No row of a table for people is longer. */
const LONGEST_ROW = 4_000_000
const MOST_COLUMNS = 512
/** Of the first sign of a row. */
const LONGEST_HEAD = 500
const LONGEST_CELL = 32_767
/** What a formula without a worked-out value gives. */
export const UNCALCULATED = '#FORMULA'

/**
 * The rows of a worksheet while its text comes in, those of each piece together; the text of a row is
 * let go of when the row is read.
 * @throws RangeError `broken`
 */
export async function* rowsOfSheet(
  pieces: AsyncIterable<string>,
  kinds: CellKinds,
): AsyncGenerator<SheetLine[]> {
  let text = ''
  let prefix: string | undefined
  let last = 0
  for await (const piece of pieces) {
    text += piece
    prefix ??=
      /<([\w.-]+:)?worksheet[\s>]/.exec(text)?.slice(1)[0] ??
      (text.includes('<worksheet') ? '' : undefined)
    if (prefix === undefined && text.length < 10_000) continue
    const { rows, rest, line } = readRows(text, prefix ?? '', kinds, last)
    last = line
    text = rest
    if (text.length > LONGEST_ROW) throw new RangeError('broken')
    if (rows.length > 0) yield rows
  }
}

/** The number that the last row says of itself; 0 where none does. */
export async function lastLineOf(pieces: AsyncIterable<string>): Promise<number> {
  let last = 0
  let text = ''
  for await (const piece of pieces) {
    text = text.slice(-LONGEST_HEAD) + piece
    const start = Math.max(text.lastIndexOf('<row '), text.lastIndexOf(':row '))
    const end = start < 0 ? -1 : text.indexOf('>', start)
    if (end > start) last = Number(attribute(text.slice(start + 4, end), 'r') ?? last)
  }
  return last
}

function readRows(text: string, prefix: string, kinds: CellKinds, last: number) {
  const [open, close] = [`<${prefix}row`, `</${prefix}row>`]
  const rows: SheetLine[] = []
  let line = last
  let at = 0
  for (;;) {
    const start = text.indexOf(open, at)
    if (start < 0) return { rows, rest: text.slice(Math.max(at, text.length - 100)), line }
    const head = text.indexOf('>', start)
    if (head < 0) return { rows, rest: text.slice(start), line }
    if (!/[\s/>]/.test(text.charAt(start + open.length))) {
      at = head
      continue
    }
    const isEmpty = text.charAt(head - 1) === '/'
    const end = isEmpty ? head : text.indexOf(close, head)
    if (end < 0) return { rows, rest: text.slice(start), line }
    line = Number(attribute(text.slice(start, head), 'r') ?? line + 1)
    if (!isEmpty) {
      const cells = readCells(text.slice(head + 1, end), prefix, kinds)
      if (cells.length > 0) rows.push({ line, cells })
    }
    at = isEmpty ? head + 1 : end + close.length
  }
}

function readCells(row: string, prefix: string, kinds: CellKinds): SheetCell[] {
  const [open, close] = [`<${prefix}c`, `</${prefix}c>`]
  const cells: SheetCell[] = []
  let column = 0
  let at = 0
  for (;;) {
    const start = row.indexOf(open, at)
    if (start < 0) break
    const head = row.indexOf('>', start)
    if (head < 0) throw new RangeError('broken')
    at = head + 1
    if (!/[\s/>]/.test(row.charAt(start + open.length))) continue
    const attributes = row.slice(start + open.length, head)
    column = columnOf(attribute(attributes, 'r')) ?? column + 1
    if (row.charAt(head - 1) === '/') continue
    const end = row.indexOf(close, head)
    if (end < 0) throw new RangeError('broken')
    at = end + close.length
    if (column > MOST_COLUMNS) continue
    const value = valueOf(attributes, row.slice(head + 1, end), prefix, kinds)
    if (value === '') continue
    while (cells.length < column - 1) cells.push('')
    cells[column - 1] = value
  }
  return cells
}

function valueOf(
  attributes: string,
  content: string,
  prefix: string,
  { strings, dateStyles, is1904 }: CellKinds,
): SheetCell {
  const type = attribute(attributes, 't') ?? 'n'
  if (type === 'inlineStr') return tidy(textsIn(content, prefix))
  const value = between(content, `${prefix}v`)
  if (value === undefined) return content.includes(`<${prefix}f`) ? UNCALCULATED : ''
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'b') return value === '1'
  if (type === 'd') return value.slice(0, 10)
  if (type !== 'n') return tidy(decoded(value))
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value.trim()
  const style = Number(attribute(attributes, 's') ?? 0)
  if (dateStyles[style] === true && number >= 1) return dayOf(number + (is1904 ? 1462 : 0))
  // fifteen digits are what Excel keeps
  return Number(number.toPrecision(15))
}

/** The shared texts of a workbook while they come in. */
export async function readSharedStrings(pieces: AsyncIterable<string>): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  for await (const piece of pieces) {
    text += piece
    const prefix = /<([\w.-]+:)?sst[\s>]/.exec(text)?.[1] ?? ''
    const close = `</${prefix}si>`
    let at = 0
    for (;;) {
      const start = nextItem(text, prefix, at)
      if (start < 0) break
      const empty = text.startsWith(`<${prefix}si/>`, start)
      const end = empty ? start : text.indexOf(close, start)
      if (end < 0) break
      strings.push(empty ? '' : tidy(textsIn(text.slice(start, end), prefix)))
      at = end + (empty ? prefix.length + 5 : close.length)
    }
    if (at > 0) text = (prefix === '' ? '<sst>' : `<${prefix}sst>`) + text.slice(at)
    if (text.length > LONGEST_ROW) throw new RangeError('broken')
  }
  return strings
}

function nextItem(text: string, prefix: string, from: number): number {
  for (
    let at = text.indexOf(`<${prefix}si`, from);
    at >= 0;
    at = text.indexOf(`<${prefix}si`, at + 1)
  )
    if (/[\s/>]/.test(text.charAt(at + prefix.length + 3))) return at
  return -1
}

/** Runs of rich text joined, phonetic guides left out. */
function textsIn(content: string, prefix: string): string {
  const plain = content.includes(`<${prefix}rPh`)
    ? content.replaceAll(new RegExp(`<${prefix}rPh[^]*?</${prefix}rPh>`, 'g'), '')
    : content
  let found = ''
  let at = 0
  for (;;) {
    const start = plain.indexOf(`<${prefix}t`, at)
    if (start < 0) return found
    const head = plain.indexOf('>', start)
    if (head < 0) return found
    at = head + 1
    const isText = /[\s>]/.test(plain.charAt(start + prefix.length + 2))
    if (!isText || plain.charAt(head - 1) === '/') continue
    const end = plain.indexOf(`</${prefix}t>`, head)
    if (end < 0) return found
    found += decoded(plain.slice(head + 1, end))
    at = end
  }
}

function between(content: string, name: string): string | undefined {
  const start = content.indexOf(`<${name}`)
  if (start < 0) return undefined
  const head = content.indexOf('>', start)
  const end = content.indexOf(`</${name}>`, head)
  return head < 0 || end < 0 ? undefined : content.slice(head + 1, end)
}

function attribute(attributes: string, name: string): string | undefined {
  const start = attributes.indexOf(` ${name}=`)
  if (start < 0) return undefined
  const quote = attributes.charAt(start + name.length + 2)
  const end = attributes.indexOf(quote, start + name.length + 3)
  return end < 0 ? undefined : attributes.slice(start + name.length + 3, end)
}

function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column || undefined
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decoded(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text
  return text
    .replace(
      /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
      (whole, hex?: string, dec?: string, name?: string) => {
        if (name !== undefined) return ENTITIES[name] ?? whole
        const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16)
        return code <= 0x10ffff ? String.fromCodePoint(code) : ''
      },
    )
    .replace(/_x([\da-f]{4})_/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)).replace('\r', '\n'),
    )
}

/** Vietnamese letters in one form, however they were typed; nothing around. */
function tidy(text: string): string {
  const short = text.normalize('NFC').trim().slice(0, LONGEST_CELL)
  // A part of a long text holds the whole text in memory: what may be long is copied.
  return short.length < 13 ? short : Buffer.from(short).toString()
}
