import { readSheets } from '../../../platform/excel.ts'
import { noNameColumn, tooManyLines } from '../refusals.ts'

/** What a column of a list of members may hold, and by which words in its head it is known. */
export const FIELDS = {
  name: ['ho va ten', 'ho ten', 'ten thanh vien', 'ten to chuc', 'thanh vien'],
  kind: ['loai thanh vien', 'loai'],
  subject: ['doi tuong', 'ca nhan ho to chuc'],
  paperNo: ['so dinh danh', 'cccd', 'cmnd', 'can cuoc', 'so giay to', 'ma so'],
  nationality: ['quoc tich'],
  address: ['dia chi', 'noi o', 'thuong tru'],
  phone: ['dien thoai', 'so dt', 'sdt'],
  share: ['von gop', 'phan von gop', 'so tien gop', 'gia tri von gop'],
  assets: ['tai san gop', 'loai tai san'],
  contributedOn: ['ngay gop', 'thoi diem gop'],
  certificateNo: ['so giay chung nhan', 'so gcn'],
  certificateOn: ['ngay cap giay chung nhan', 'ngay gcn', 'ngay cap'],
  joinedOn: ['ngay vao', 'ngay gia nhap', 'ngay ket nap', 'ngay tham gia'],
  leftOn: ['ngay ra', 'ngay thoi', 'ngay cham dut'],
  note: ['ghi chu'],
} as const
export type Field = keyof typeof FIELDS
export const ALL_FIELDS = Object.keys(FIELDS).filter((one): one is Field => one in FIELDS)

export interface SheetOfMembers {
  sheets: string[]
  sheet: string
  headers: string[]
  mapping: Partial<Record<Field, number>>
  lines: { line: number; cells: string[] }[]
}

const MOST_LINES = 5000
const HEAD_ROWS = 15

/** Without diacritics and marks, as heads are compared. */
export const plain = (words: string) =>
  words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * The sheet asked for, or the one whose heads tell most; the heads stand in one of its first lines.
 * Without a column for the names there are no lines: who sees the heads says which column it is.
 * @throws AppError as `readSheets`, `entity_parts.no_name_column` of an empty file, `entity_parts.too_many_lines`
 */
export function membersIn({
  bytes,
  sheet,
  mapping,
}: {
  bytes: Uint8Array
  sheet?: string | undefined
  mapping?: Record<string, number> | undefined
}): SheetOfMembers {
  const { sheets } = readSheets(bytes)
  const read = sheets.map(({ name, rows }) => ({ name, rows, ...headOf(rows) }))
  const best = read.toSorted((one, other) => count(other.mapping) - count(one.mapping))
  const chosen = read.find(({ name }) => name === sheet) ?? best[0]
  if (!chosen) throw noNameColumn()
  const said = ALL_FIELDS.flatMap((field) =>
    mapping?.[field] === undefined ? [] : [[field, mapping[field]] as const],
  )
  const used = mapping ? Object.fromEntries(said) : chosen.mapping
  const isKnown = used['name'] !== undefined
  const lines = (isKnown ? chosen.rows : [])
    .map((cells, index) => ({ line: index + 1, cells }))
    .slice(chosen.headRow + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== '') && !isNumbering(cells))
  if (lines.length > MOST_LINES) throw tooManyLines()
  return {
    sheets: sheets.map(({ name }) => name),
    sheet: chosen.name,
    headers: chosen.rows[chosen.headRow] ?? [],
    mapping: used,
    lines,
  }
}

const count = (mapping: object) => Object.keys(mapping).length
/** The line "(1) (2) (3)" under the heads of an official form, and the line of the mark at the end. */
const isNumbering = (cells: readonly string[]) => {
  const said = cells.filter((cell) => cell.trim() !== '')
  return said.length > 2 && said.every((cell) => /^\(?\d{1,2}\)?$/.test(cell.trim()))
}

/** A line of one cell is a title, unless the list has only one column. */
function headOf(rows: readonly string[][]) {
  const first = rows.slice(0, HEAD_ROWS)
  const filled = first.map((row) => row.filter((cell) => cell.trim() !== '').length)
  const isWide = filled.some((cells) => cells > 1)
  const heads = first.map((row, at) => (isWide && filled[at] === 1 ? {} : mappingOf(row)))
  const most = Math.max(0, ...heads.map(count))
  // Of heads that say nothing known, the first line with most cells.
  if (most === 0) return { headRow: Math.max(0, filled.indexOf(Math.max(...filled))), mapping: {} }
  const headRow = Math.max(
    0,
    heads.findIndex((one) => count(one) === most),
  )
  return { headRow, mapping: heads[headRow] ?? {} }
}

/** Each field takes the column whose head says it best; of two alike the first. */
function mappingOf(row: readonly string[]): Partial<Record<Field, number>> {
  const heads = row.map(plain)
  const found: Partial<Record<Field, number>> = {}
  const taken = new Set<number>()
  const take = (fits: (head: string, word: string) => boolean) => {
    for (const field of ALL_FIELDS)
      for (const word of FIELDS[field]) {
        if (found[field] !== undefined) break
        const at = heads.findIndex((head, index) => !taken.has(index) && fits(head, word))
        if (at < 0) continue
        found[field] = at
        taken.add(at)
      }
  }
  take((head, word) => head === word)
  take((head, word) => head.startsWith(word))
  take((head, word) => ` ${head} `.includes(` ${word} `))
  return found
}
