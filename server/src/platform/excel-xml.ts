/** A range of merged cells, counted from 0, both ends included. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

interface Tag {
  name: string
  attributes: Map<string, string>
  isEnd: boolean
  /** An element without content. */
  isEmpty: boolean
  /** The text before the tag. */
  before: string
}

const TAG = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>/g
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The tags of the XML that spreadsheets are made of; names come without their prefix. */
function* tagsOf(xml: string): Generator<Tag> {
  let last = 0
  for (const match of xml.matchAll(TAG)) {
    const [whole, end, name = '', attributes = '', empty] = match
    const before = xml.slice(last, match.index)
    last = match.index + whole.length
    const isEnd = end === '/'
    yield { name, attributes: attributesOf(attributes), isEnd, isEmpty: empty === '/', before }
  }
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  if (text === '') return found
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    found.set(name, decode(double ?? single ?? ''))
  }
  return found
}

function decode(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text
  return text
    .replace(
      /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
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

interface Workbook {
  is1904: boolean
  sheets: { name: string; path: string }[]
}

/** The visible sheets and where they stand in the file. */
export function readWorkbook(workbook: string, relations: string): Workbook {
  const targets = new Map<string, string>()
  for (const { name, attributes } of tagsOf(relations)) {
    if (name !== 'Relationship') continue
    const target = attributes.get('Target') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    targets.set(attributes.get('Id') ?? '', path)
  }
  const result: Workbook = { is1904: false, sheets: [] }
  for (const { name, attributes } of tagsOf(workbook)) {
    if (name === 'workbookPr') result.is1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '')
    if (name !== 'sheet' || (attributes.get('state') ?? 'visible') !== 'visible') continue
    const relation = [...attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    const path = targets.get(relation)
    if (path !== undefined) result.sheets.push({ name: attributes.get('name') ?? '', path })
  }
  return result
}

/** The shared texts; runs of rich text joined, phonetic guides left out. */
export function readStrings(xml: string): string[] {
  const strings: string[] = []
  let text = ''
  let isPhonetic = false
  for (const { name, isEnd, isEmpty, before } of tagsOf(xml)) {
    if (name === 'rPh') isPhonetic = !isEnd
    else if (name === 't' && isEnd && !isPhonetic) text += decode(before)
    else if (name === 'si' && (isEnd || isEmpty)) {
      strings.push(text.normalize('NFC'))
      text = ''
    }
  }
  return strings
}

/** For each style of cells whether it shows a day. */
export function readStyles(xml: string): boolean[] {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let isInside = false
  for (const { name, attributes, isEnd } of tagsOf(xml)) {
    if (name === 'numFmt')
      formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
    if (name === 'cellXfs') isInside = !isEnd
    if (name !== 'xf' || !isInside || isEnd) continue
    const id = Number(attributes.get('numFmtId') ?? 0)
    styles.push(isDayFormat(id, formats.get(id) ?? ''))
  }
  return styles
}

function isDayFormat(id: number, code: string): boolean {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
    return code === '' || /[dy]/i.test(bare(code))
  }
  return /[dy]/i.test(bare(code))
}

/** A number format without quoted words, colours and escaped signs. */
function bare(code: string): string {
  return code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
}

interface CellContext {
  strings: readonly string[]
  dateStyles: readonly boolean[]
  is1904: boolean
  limits: { rows: number; cells: number }
}

/** @throws RangeError "limit" beyond the limits. */
export function readWorksheet(
  xml: string,
  context: CellContext,
): { rows: string[][]; merges: Merge[] } {
  const rows: string[][] = []
  const merges: Merge[] = []
  const next = { row: 0, column: 0, cells: 0 }
  let cell = { type: 'n', style: 0, value: '', inline: '' }
  let isPhonetic = false
  for (const { name, attributes, isEnd, isEmpty, before } of tagsOf(xml)) {
    if (name === 'row' && !isEnd) {
      next.row = Number(attributes.get('r') ?? next.row + 1)
      next.column = 0
    } else if (name === 'c' && !isEnd) {
      next.column = columnOf(attributes.get('r')) ?? next.column + 1
      const [type, style] = [attributes.get('t') ?? 'n', Number(attributes.get('s') ?? 0)]
      cell = { type, style, value: '', inline: '' }
      if (isEmpty) continue
    } else if (name === 'v' && isEnd) cell.value = decode(before)
    else if (name === 'rPh') isPhonetic = !isEnd
    else if (name === 't' && isEnd && !isPhonetic) cell.inline += decode(before)
    else if (name === 'c' && isEnd) {
      const text = textOf(cell, context)
      if (text !== '') put(rows, next, text, context.limits)
    } else if (name === 'mergeCell') {
      const merge = rangeOf(attributes.get('ref') ?? '')
      if (merge) merges.push(merge)
    }
  }
  for (const merge of merges) fillDown(rows, merge)
  return { rows, merges }
}

function put(
  rows: string[][],
  next: { row: number; column: number; cells: number },
  text: string,
  limits: CellContext['limits'],
): void {
  next.cells += 1
  if (next.row > limits.rows || next.cells > limits.cells) throw new RangeError('limit')
  if (next.row < 1 || next.column > 512) return
  while (rows.length < next.row) rows.push([])
  const row = rows[next.row - 1] ?? []
  while (row.length < next.column - 1) row.push('')
  row[next.column - 1] = text
}

/** Every row of a merged cell says what it says, so that a group's name stands in its rows. */
function fillDown(rows: string[][], { top, left, bottom }: Merge): void {
  const text = rows[top]?.[left] ?? ''
  if (text === '') return
  for (let at = top + 1; at <= Math.min(bottom, rows.length - 1); at += 1) {
    const row = rows[at] ?? []
    while (row.length <= left) row.push('')
    row[left] = text
  }
}

function textOf(
  { type, style, value, inline }: { type: string; style: number; value: string; inline: string },
  { strings, dateStyles, is1904 }: CellContext,
): string {
  if (type === 's') return (strings[Number(value)] ?? '').trim()
  if (type === 'inlineStr') return inline.normalize('NFC').trim()
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.slice(0, 10)
  if (type !== 'n') return value.normalize('NFC').trim()
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value.trim()
  if (dateStyles[style] && number >= 1) return dayOf(number + (is1904 ? 1462 : 0))
  return plainNumber(number)
}

/** The day that Excel counts by a number; before March 1900 it counts one too many. */
export function dayOf(serial: number): string {
  const days = Math.floor(serial)
  const at = Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000
  return at > 253_402_300_799_999 ? String(serial) : new Date(at).toISOString().slice(0, 10)
}

/** Fifteen digits, as Excel shows them, never in powers of ten. */
function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e')
    ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    : text
}

function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return null
  let column = 0
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64
  return column
}

function rangeOf(reference: string): Merge | null {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(reference)
  if (!match) return null
  const [, left = '', top = '', right = '', bottom = ''] = match
  const column = (letters: string) => (columnOf(letters) ?? 1) - 1
  return {
    top: Number(top) - 1,
    left: column(left),
    bottom: Number(bottom) - 1,
    right: column(right),
  }
}
