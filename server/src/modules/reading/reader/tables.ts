import type { Line } from './lines.ts'
import type { Piece } from './flow.ts'

export type Column =
  | 'ordinal'
  | 'task'
  | 'lead'
  | 'coordinator'
  | 'due'
  | 'indicator'
  | 'unit'
  | 'actual'
  | 'estimate'
  | 'target'
  | 'share'
  | 'other'

/** A table that was flattened into text: what its columns hold, and its rows' cells. */
export interface Table {
  firstLine: number
  lastLine: number
  columns: Column[]
  rows: Piece[][]
}

const COLUMNS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:tt|stt|số tt|số thứ tự|#)$/, 'ordinal'],
  [/phối hợp/, 'coordinator'],
  [
    /chủ trì|đầu mối|(?:đơn vị|cơ quan|bộ phận) (?:thực hiện|chịu trách nhiệm|được giao)|phân công|trách nhiệm/,
    'lead',
  ],
  [/^(?:thời gian|thời hạn|tiến độ|hạn|hoàn thành|ngày hoàn thành)/, 'due'],
  [/nội dung|nhiệm vụ|công việc|giải pháp|hoạt động/, 'task'],
  [/^(?:đvt|đơn vị(?: tính)?|đ\.?v\.?t\.?)$/, 'unit'],
  [/chỉ tiêu|tiêu chí|danh mục chỉ tiêu/, 'indicator'],
  [/^(?:%|tỷ lệ \(?%)/, 'share'],
  [/^(?:ước|ut)\b|ước (?:th|thực hiện)/, 'estimate'],
  [/^(?:kh|kế hoạch|mục tiêu|chỉ tiêu giao|dự kiến|phấn đấu)\b/, 'target'],
  [/^(?:th|thực hiện|kết quả|năm \d{4}|cùng kỳ)\b/, 'actual'],
]

type Separator = { cell: RegExp; isStrict: boolean }
const SEPARATORS: readonly Separator[] = [
  { cell: /\s*\|\s*/g, isStrict: true },
  { cell: /\t+/g, isStrict: true },
  { cell: /\s*;\s*/g, isStrict: true },
  { cell: /\s{3,}/g, isStrict: false },
]

/** Finds the tables by their header line, whatever separates the cells. */
export function tables(text: string, lines: readonly Line[]): Table[] {
  const found: Table[] = []
  let index = 0
  while (index < lines.length) {
    const table = wideTable(text, lines, index) ?? tallTable(lines, index)
    if (table && table.rows.length > 0) {
      found.push(table)
      index = table.lastLine + 1
    } else index += 1
  }
  return found
}

function columnOf(header: string): Column {
  const name = header.toLowerCase().trim()
  return COLUMNS.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
}

function isHeader(columns: readonly Column[]): boolean {
  const known = columns.filter((column) => column !== 'other').length
  const isTasks = columns.includes('task') && (columns.includes('lead') || columns.includes('due'))
  const isFigures = columns.includes('indicator') && known >= 3
  return columns.length >= 3 && known >= 2 && (isTasks || isFigures)
}

function wideTable(text: string, lines: readonly Line[], at: number): Table | undefined {
  const line = lines[at]
  if (!line || line.text.length > 240 || line.text.length < 8) return undefined
  for (const separator of SEPARATORS) {
    const cells = line.text.split(separator.cell).filter((cell) => cell.trim() !== '')
    if (cells.length < 3 || cells.some((cell) => cell.length > 48)) continue
    const columns = cells.map(columnOf)
    if (isHeader(columns)) return rowsBelow(text, lines, at, columns, separator)
  }
  return undefined
}

function rowsBelow(
  text: string,
  lines: readonly Line[],
  at: number,
  columns: Column[],
  separator: Separator,
): Table {
  const rows: Piece[][] = []
  let last = at
  let index = at + 1
  while (index < lines.length) {
    const line = lines[index]
    if (!line || line.text === '' || !startsRow(line.text, separator, columns)) break
    let end = index
    if (columns[0] === 'ordinal') {
      for (let next = lines[end + 1]; next; next = lines[end + 1]) {
        if (next.text === '' || startsRow(next.text, separator, columns)) break
        if (/^(?:nơi nhận|tm\.|kt\.|[ivx]+\. )/.test(next.low)) break
        end += 1
      }
    }
    rows.push(cut(text, line.start, lines[end]?.end ?? line.end, separator))
    last = end
    index = end + 1
  }
  return { firstLine: at, lastLine: last, columns, rows }
}

function startsRow(line: string, separator: Separator, columns: readonly Column[]): boolean {
  const cells = line.split(separator.cell).length
  if (columns[0] === 'ordinal') {
    return /^(?:\|\s*)?\d{1,3}[.)]?(?:\s{2,}|\s*[|;\t])/.test(line) || cells >= columns.length
  }
  return cells >= Math.max(3, columns.length - 1)
}

function cut(text: string, start: number, end: number, separator: Separator): Piece[] {
  const cells: Piece[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(separator.cell)) {
    cells.push({ start: from, end: start + match.index })
    from = start + match.index + match[0].length
  }
  cells.push({ start: from, end })
  return separator.isStrict && text.charAt(start) === '|' ? cells.slice(1) : cells
}

/** One cell a line, as tables come out of a copied web page. */
function tallTable(lines: readonly Line[], at: number): Table | undefined {
  const columns: Column[] = []
  let index = at
  for (let line = lines[index]; line; line = lines[index]) {
    if (line.text === '' || line.text.length > 40) break
    const column = columnOf(line.text)
    if (
      /^1[.)]?$/.test(line.text) ||
      (column === 'other' && columns.length > 0 && !/^\p{Lu}/u.test(line.text))
    )
      break
    columns.push(column)
    index += 1
    if (columns.length > 8) return undefined
  }
  if (columns[0] !== 'ordinal' || !isHeader(columns)) return undefined
  const rows: Piece[][] = []
  while (/^\d{1,3}[.)]?$/.test(lines[index]?.text ?? '')) {
    const cells = lines.slice(index, index + columns.length)
    const next = cells.findIndex((cell, place) => place > 1 && /^\d{1,3}[.)]?$/.test(cell.text))
    const used = next > 0 ? cells.slice(0, next) : cells
    rows.push(used.map(({ start, end }) => ({ start, end })))
    index += used.length
  }
  return { firstLine: at, lastLine: index - 1, columns, rows }
}
