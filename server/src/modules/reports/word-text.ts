import { strFromU8 } from 'fflate'
import { CLOSE, OPEN } from './placeholders.ts'

export type WordParts = Readonly<Record<string, Uint8Array>>

/** A paragraph of a Word file, and where an officer finds it. */
export interface Paragraph {
  /** "Đoạn 12", "Bảng 2, dòng 3, cột 1", "Đầu trang". */
  place: string
  text: string
  /** Number of the row of a table in which it stands; null outside of tables. */
  row: number | null
  /** The file inside the Word file. */
  part: string
}

/** What stands between braces, or a brace that has no other. */
export type Typed = { typed: string } | { lone: string }

const TEMPLATED = /^word\/(?:document|header\d*|footer\d*)\.xml$/
const NODES =
  /<w:(tbl|tr|tc|p)(?=[\s>/])[^>]*?(\/?)>|<\/w:(tbl|tr|tc|p)>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\b[^>]*>/g

/** The paragraphs of a Word file in reading order, heads and feet of its pages last. */
export function paragraphsOf(parts: WordParts): Paragraph[] {
  const names = Object.keys(parts).filter((name) => TEMPLATED.test(name))
  return names
    .toSorted((one, other) => one.localeCompare(other))
    .flatMap((name) => paragraphsIn(name, strFromU8(parts[name] ?? new Uint8Array())))
}

interface Table {
  number: number
  row: number
  cell: number
}

function paragraphsIn(part: string, xml: string): Paragraph[] {
  const found: Paragraph[] = []
  const tables: Table[] = []
  const open: Paragraph[] = []
  const count = { paragraphs: 0, tables: 0, rows: 0 }
  for (const [, begun, isEmpty, ended, text, space] of xml.matchAll(NODES)) {
    const table = tables.at(-1)
    if (text !== undefined) add(open.at(-1), decoded(text))
    else if (space) add(open.at(-1), ' ')
    else if (begun === 'tbl') tables.push({ number: (count.tables += 1), row: 0, cell: 0 })
    else if (begun === 'tr' && table) {
      count.rows += 1
      table.row += 1
      table.cell = 0
    } else if (begun === 'tc' && table) table.cell += 1
    else if (begun === 'p') {
      const place = placeOf(part, table, (count.paragraphs += table ? 0 : 1))
      const paragraph = { place, text: '', row: table ? count.rows : null, part }
      found.push(paragraph)
      if (!isEmpty) open.push(paragraph)
    } else if (ended === 'p') open.pop()
    else if (ended === 'tbl') tables.pop()
  }
  return found
}

function add(paragraph: Paragraph | undefined, text: string): void {
  if (paragraph) paragraph.text += text
}

function placeOf(part: string, table: Table | undefined, paragraph: number): string {
  if (part.includes('header')) return 'Đầu trang'
  if (part.includes('footer')) return 'Chân trang'
  return table ? `Bảng ${table.number}, dòng ${table.row}, cột ${table.cell}` : `Đoạn ${paragraph}`
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

export function decoded(xml: string): string {
  return xml.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name: string) =>
    decimal || hex
      ? String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
      : (ENTITIES[name] ?? all),
  )
}

export function encoded(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** What is typed in a paragraph, in order. */
export function typedIn(text: string): Typed[] {
  const found: Typed[] = []
  let at = 0
  while (at < text.length) {
    const open = text.indexOf(OPEN, at)
    const close = text.indexOf(CLOSE, at)
    if (open < 0 && close < 0) break
    if (open < 0 || (close >= 0 && close < open)) {
      found.push({ lone: CLOSE })
      at = close + CLOSE.length
      continue
    }
    const next = text.indexOf(OPEN, open + OPEN.length)
    if (close < 0 || (next >= 0 && next < close)) {
      found.push({ lone: text.slice(open, open + 40) })
      at = open + OPEN.length
      continue
    }
    found.push({ typed: text.slice(open + OPEN.length, close).trim() })
    at = close + CLOSE.length
  }
  return found
}
