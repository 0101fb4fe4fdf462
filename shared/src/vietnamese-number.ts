import type { CellAnswer } from './returns.ts'

/** What cannot be read as a number, with what to do. */
export interface Unreadable {
  ok: false
  vi: string
  en: string
}
type Read<T> = { ok: true; value: T } | Unreadable

const GROUPED = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
const PLAIN = /^\d+(?:,\d+)?$/
const NONE = new Set(['không có số', 'khong co so', 'không có', 'kcs', 'x', '-', '–', '—'])
const MOST = 1e12
const refuse = (vi: string, en: string): Unreadable => ({ ok: false, vi, en })

/**
 * A number as it is written in Việt Nam: `1.342` is 1342, `1,5` is one and a half. Whatever could be
 * meant in two ways is refused with what to type instead; nothing is guessed.
 */
export function parseNumber(text: string, isWhole = false): Read<number> {
  const said = text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/^[−–]/, '-')
  const isMinus = said.startsWith('-')
  const digits = isMinus ? said.slice(1) : said
  if (!GROUPED.test(digits) && !PLAIN.test(digits)) return explained(text.trim(), digits)
  if (/^0\d/.test(digits))
    return refuse(
      `“${text.trim()}” bắt đầu bằng số 0. Hãy bỏ số 0 ở đầu.`,
      `“${text.trim()}” begins with a zero. Leave it out.`,
    )
  const value = Number(digits.replaceAll('.', '').replace(',', '.'))
  if (value > MOST)
    return refuse(
      'Số quá lớn. Hãy kiểm tra đơn vị tính (triệu đồng, không phải đồng).',
      'Too large. Check the unit of measure (million đồng, not đồng).',
    )
  if (isWhole && !Number.isInteger(value))
    return refuse(
      `Ô này chỉ nhận số nguyên. ${wholeHint(digits)}`,
      `Whole numbers only. ${wholeHintEn(digits)}`,
    )
  return { ok: true, value: isMinus && value !== 0 ? -value : value }
}

const wholeHint = (digits: string) =>
  /^\d{1,3},\d{3}$/.test(digits)
    ? `Dấu phẩy là dấu thập phân; nếu là hàng nghìn hãy gõ ${digits.replace(',', '.')}.`
    : 'Hãy bỏ phần thập phân.'
const wholeHintEn = (digits: string) =>
  /^\d{1,3},\d{3}$/.test(digits)
    ? `The comma is the decimal mark; for thousands type ${digits.replace(',', '.')}.`
    : 'Leave out the decimals.'

function explained(text: string, digits: string): Unreadable {
  if (/^\d+\.\d+$/.test(digits)) {
    const [whole = '', rest = ''] = digits.split('.')
    return refuse(
      `Không rõ “${text}”: dấu chấm chỉ ngăn cách hàng nghìn. Gõ ${whole},${rest} nếu là số lẻ, ${whole}${rest} nếu là số nguyên.`,
      `“${text}” is not clear: the dot separates thousands. Type ${whole},${rest} for decimals, ${whole}${rest} for a whole number.`,
    )
  }
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) {
    const meant = digits.replace('.', ';').replaceAll(',', '.').replace(';', ',')
    return refuse(
      `“${text}” viết theo kiểu Anh – Mỹ. Hãy gõ ${meant}.`,
      `“${text}” is written the English way. Type ${meant}.`,
    )
  }
  if (digits.endsWith('%'))
    return refuse(
      `Hãy gõ “${text}” không có dấu %: đơn vị tính đã ghi ở đầu cột.`,
      `Type “${text}” without the %: the head of the column names the measure.`,
    )
  if (/\d/.test(digits))
    return refuse(
      `Không đọc được “${text}” là số. Gõ 1.342 hoặc 1,5; đơn vị tính đã ghi ở đầu cột.`,
      `“${text}” cannot be read as a number. Type 1.342 or 1,5; the head names the measure.`,
    )
  return refuse(
    `“${text}” không phải là số. Không có số liệu thì gõ “x”, không thay đổi thì gõ “=”.`,
    `“${text}” is no number. Type “x” where there is none, “=” where nothing changed.`,
  )
}

/** A cell as typed: a number, `x` for "không có số", `=` for "không thay đổi", nothing. */
export function parseAnswer(text: string, isWhole = false): Read<CellAnswer> {
  const said = text.normalize('NFC').trim()
  if (said === '') return { ok: true, value: null }
  if (said === '=') return { ok: true, value: 'same' }
  if (NONE.has(said.toLowerCase())) return { ok: true, value: 'none' }
  return parseNumber(said, isWhole)
}

const FORMAT = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 })
/** 455523 → `455.523`; a minus as it is printed. */
export const writeNumber = (value: number): string => FORMAT.format(value).replace('-', '−')

export interface BlockCell {
  /** Counted from the cell in which the block was pasted. */
  down: number
  right: number
  value: CellAnswer
}
export interface BlockError {
  down: number
  right: number
  text: string
  vi: string
  en: string
}
export interface Block {
  rows: number
  columns: number
  cells: BlockCell[]
  /** With one of these nothing is to be taken. */
  errors: BlockError[]
}

/** Cells of a block copied from Excel: tabs and lines, quoted where a cell holds one of these. */
export function splitBlock(text: string): string[][] {
  const rows: string[][] = [['']]
  let isQuoted = false
  const said = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; at < said.length; at += 1) {
    const row = rows.at(-1) ?? []
    const sign = said.charAt(at)
    const last = row.length - 1
    if (isQuoted && sign === '"' && said[at + 1] === '"') {
      row[last] += '"'
      at += 1
    } else if (sign === '"' && (isQuoted || row[last] === '')) isQuoted = !isQuoted
    else if (!isQuoted && sign === '\t') row.push('')
    else if (!isQuoted && sign === '\n') rows.push([''])
    else row[last] += sign
  }
  return rows
}

/**
 * Reads a block pasted at a cell from which there are still `columns.length` columns and `rows` rows.
 * Whether a column takes whole numbers only is said per column, counted from that cell.
 */
export function parseBlock(
  text: string,
  rows: number,
  columns: readonly { isWhole: boolean }[],
): Block {
  const said = splitBlock(text)
  const width = Math.max(...said.map((row) => row.length))
  const block: Block = { rows: said.length, columns: width, cells: [], errors: [] }
  const wide = (down: number, right: number, vi: string, en: string) =>
    block.errors.push({ down, right, text: '', vi, en })
  if (width > columns.length)
    wide(
      0,
      columns.length,
      `Khối dán có ${width} cột, từ ô này chỉ còn ${columns.length} cột. Hãy chọn lại ô đầu hoặc sao chép ít cột hơn.`,
      `The block has ${width} columns, from here there are ${columns.length}. Begin at another cell or copy less.`,
    )
  if (said.length > rows)
    wide(
      rows,
      0,
      `Khối dán có ${said.length} dòng, từ ô này chỉ còn ${rows} dòng. Hãy chọn lại ô đầu hoặc sao chép ít dòng hơn.`,
      `The block has ${said.length} rows, from here there are ${rows}. Begin at another cell or copy less.`,
    )
  if (block.errors.length > 0) return block
  for (const [down, row] of said.entries())
    for (const [right, cell] of row.entries()) {
      const read = parseAnswer(cell, columns[right]?.isWhole)
      if (read.ok) block.cells.push({ down, right, value: read.value })
      else block.errors.push({ down, right, text: cell, vi: read.vi, en: read.en })
    }
  return block
}
