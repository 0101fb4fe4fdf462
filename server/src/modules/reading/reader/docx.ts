import { strFromU8, unzipSync } from 'fflate'

/** Parts of a .docx that are read, and how large one may be once unpacked, in bytes. */
const PARTS = ['word/document.xml', 'word/numbering.xml']
const PART_LIMIT = 30_000_000
/** A `<` that no tag follows costs no more than the way to the next one. */
const TOKEN = /<(\/?)([\w:]+)(?![\w:])((?:[^<>"]|"[^<"]*")*?)(\/?)>|([^<]+)/g

interface Level {
  format: string
  /** Word's pattern: `%1.%2.` */
  text: string
  start: number
}

/**
 * The text of a .docx: a line a paragraph, numbers of lists as Word shows them, a table's row as
 * one line with ` | ` between its cells. Throws an `Error` when the file is no sound .docx.
 */
export function docxText(bytes: Uint8Array): string {
  const files = unzipSync(bytes, {
    filter: (file) => PARTS.includes(file.name) && file.originalSize <= PART_LIMIT,
  })
  const main = files['word/document.xml']
  if (!main) throw new Error('word/document.xml is missing or too large')
  const numbering = files['word/numbering.xml']
  return bodyText(strFromU8(main), numbering ? levelsOf(strFromU8(numbering)) : new Map())
}

/** List levels by `numId`: abstract definitions, then the lists that use them. */
function levelsOf(xml: string): Map<string, Level[]> {
  const abstracts = new Map<string, Level[]>()
  const lists = new Map<string, Level[]>()
  let levels: Level[] = []
  let level: Level | undefined
  let list = ''
  for (const [, close, tag, attributes = ''] of xml.matchAll(TOKEN)) {
    if (close) continue
    const value = attribute(attributes, 'w:val')
    if (tag === 'w:abstractNum')
      abstracts.set(attribute(attributes, 'w:abstractNumId'), (levels = []))
    else if (tag === 'w:lvl') {
      level = { format: 'decimal', text: '', start: 1 }
      levels[Number(attribute(attributes, 'w:ilvl'))] = level
    } else if (tag === 'w:start' && level) level.start = Number(value)
    else if (tag === 'w:numFmt' && level) level.format = value
    else if (tag === 'w:lvlText' && level) level.text = decoded(value)
    else if (tag === 'w:num') {
      list = attribute(attributes, 'w:numId')
      levels = []
    } else if (tag === 'w:abstractNumId') lists.set(list, abstracts.get(value) ?? [])
  }
  return lists
}

interface State {
  lines: string[]
  /** The paragraph being read. */
  line: string
  list: string
  depth: number
  counts: Map<string, number[]>
  /** The cells of the rows being read, outermost first. */
  rows: string[][]
}

/** Reads the parts of the body one after another; nothing is kept of formatting. */
function bodyText(xml: string, lists: Map<string, Level[]>): string {
  const state: State = { lines: [], line: '', list: '', depth: 0, counts: new Map(), rows: [] }
  let isText = false
  let skipped = 0
  for (const [, close, tag = '', attributes = '', single, text] of xml.matchAll(TOKEN)) {
    if (text !== undefined) {
      if (isText && skipped === 0) state.line += decoded(text)
    } else if (tag === 'mc:Fallback' || tag === 'w:del') skipped += close ? -1 : single ? 0 : 1
    else if (skipped > 0) continue
    else if (tag === 'w:t') isText = !close && !single
    else if (tag === 'w:tab' && !close && state.line !== '') state.line += '\t'
    else if ((tag === 'w:br' || tag === 'w:cr') && !close) state.line += '\n'
    // a box drawn in the middle of a paragraph: its words are not the paragraph's
    else if (tag === 'w:txbxContent' && !close && state.line !== '') state.line += '\n'
    else if (tag === 'w:numId' && !close) state.list = attribute(attributes, 'w:val')
    else if (tag === 'w:ilvl' && !close) state.depth = Number(attribute(attributes, 'w:val'))
    else if (tag === 'w:p' && (close || single)) endParagraph(state, lists)
    else if (tag === 'w:tr' && !single) endRow(state, close === '/')
    else if (tag === 'w:tc' && !close) state.rows.at(-1)?.push('')
  }
  return state.lines.join('\n')
}

function endParagraph(state: State, lists: Map<string, Level[]>): void {
  const label = labelOf(state, lists)
  const line = label === '' ? state.line : `${label} ${state.line}`
  const row = state.rows.at(-1)
  if (row && row.length > 0) {
    const cell = row.at(-1) ?? ''
    row[row.length - 1] = cell === '' ? line : `${cell}\n${line}`
  } else state.lines.push(line)
  state.line = ''
  state.list = ''
  state.depth = 0
}

function endRow(state: State, isEnd: boolean): void {
  if (!isEnd) {
    state.rows.push([])
    return
  }
  const cells = state.rows.pop() ?? []
  const line = cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join(' | ')
  const outer = state.rows.at(-1)
  if (outer && outer.length > 0) outer[outer.length - 1] += ` ${line}`
  else if (isHead(cells)) state.lines.push(...cells.flatMap((cell) => cell.trim().split('\n')))
  else state.lines.push(line)
}

/**
 * A letterhead is laid out as a table: issuer and motto, or recipients and signer, sometimes with the
 * mark of secrecy between them. Each of its lines stays one, for a mark stands alone in its line.
 */
function isHead(cells: readonly string[]): boolean {
  const text = cells.join(' ').normalize('NFC')
  if (cells.length <= 3 && /cộng hòa xã hội|cộng hoà xã hội|đảng cộng sản/iu.test(text)) return true
  return cells.length <= 2 && /nơi nhận|độc lập/iu.test(text)
}

/** The number that Word would show before the paragraph; a bullet becomes a dash. */
function labelOf(state: State, lists: Map<string, Level[]>): string {
  const levels = lists.get(state.list)
  const level = levels?.[state.depth]
  if (!levels || !level || state.list === '0') return ''
  const counts = state.counts.get(state.list) ?? []
  counts.length = state.depth + 1
  counts[state.depth] = (counts[state.depth] ?? level.start - 1) + 1
  state.counts.set(state.list, counts)
  if (level.format === 'bullet') return state.depth > 0 ? '+' : '-'
  if (level.format === 'none') return ''
  return level.text.replace(/%(\d)/g, (_, place: string) => {
    const at = Number(place) - 1
    return shown(counts[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal')
  })
}

function shown(count: number, format: string): string {
  if (format === 'upperRoman') return roman(count)
  if (format === 'lowerRoman') return roman(count).toLowerCase()
  if (format === 'upperLetter') return String.fromCharCode(64 + ((count - 1) % 26) + 1)
  if (format === 'lowerLetter') return 'abcdefghijklmnopqrstuvwxyz'.charAt((count - 1) % 26)
  return String(count)
}

function roman(count: number): string {
  const signs = [
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ] as const
  let rest = Math.min(count, 89)
  let text = ''
  for (const [sign, value] of signs) {
    while (rest >= value) {
      text += sign
      rest -= value
    }
  }
  return text
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, number?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole
      const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}
