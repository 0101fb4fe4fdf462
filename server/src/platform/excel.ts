import { once } from 'node:events'
import type { Writable } from 'node:stream'
import ExcelJS from 'exceljs'

export { type Sheet, readSheets } from './excel-read.ts'

/** `date` takes `YYYY-MM-DD`; `percent` takes a share (0.7 shows as 70.0%). */
export interface ExcelColumn {
  header: string
  key: string
  /** In characters. */
  width: number
  kind: 'text' | 'date' | 'number' | 'percent'
}

export type ExcelValue = string | number | boolean | null | undefined
export type ExcelRow = Readonly<Record<string, ExcelValue>>

export interface SheetToWrite {
  sheetName: string
  /** A line above the heads. */
  title?: string
  /** Who took the list away, when, for what: above the heads, below the rows, and on every print. */
  mark?: string | undefined
  columns: readonly ExcelColumn[]
  rows: AsyncIterable<ExcelRow> | Iterable<ExcelRow>
}

const MAX_CELL = 32_767
const EPOCH = Date.UTC(1899, 11, 30)
const ROWS_BETWEEN_PAUSES = 500
/** Written into every file, so that equal rows give equal files and no clock is read. */
const FILE_TIME = new Date(Date.UTC(2020, 2, 5))
const THIN = { style: 'thin', color: { argb: 'FF9A9A9A' } } as const

/**
 * Writes one sheet row by row, never holding all rows; ends the stream. Heads are bold, frozen and
 * filtered, dates are real dates, and text that begins like a formula stays text.
 */
export async function writeSheet(stream: Writable, sheet: SheetToWrite): Promise<void> {
  const { columns, rows, title, mark } = sheet
  const file = {
    created: FILE_TIME,
    modified: FILE_TIME,
    creator: 'Hợp Lực',
    lastModifiedBy: 'Hợp Lực',
  }
  const options = { stream, useStyles: true, useSharedStrings: false, ...file }
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter(options)
  const above = [title, mark].filter((line) => line !== undefined)
  const top = above.length + 1
  const worksheet = workbook.addWorksheet(sheetName(sheet.sheetName), {
    views: [{ state: 'frozen', ySplit: top }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
    // `&` begins a command there
    ...(mark && {
      headerFooter: { oddFooter: `&L&8${legible(mark).replaceAll('&', '&&').slice(0, 240)}` },
    }),
  })
  worksheet.columns = columns.map(({ key, width }) => ({ key, width }))
  worksheet.autoFilter = { from: { row: top, column: 1 }, to: { row: top, column: columns.length } }
  for (const [index, line] of above.entries()) addLine(worksheet, index + 1, line, line === title)
  addHeads(worksheet, columns, top)
  let count = 0
  for await (const row of rows) {
    addRow(worksheet, columns, row, top + (count += 1))
    if (count % ROWS_BETWEEN_PAUSES > 0) continue
    if (stream.writableNeedDrain) await once(stream, 'drain')
    else await new Promise((resolve) => setImmediate(resolve))
  }
  if (mark !== undefined) addLine(worksheet, top + count + 2, mark, false)
  worksheet.commit()
  await workbook.commit()
}

/** Sheet names have at most 31 characters and none of : \ / ? * [ ]. */
function sheetName(name: string): string {
  const plain = legible(name)
    .replace(/[:\\/?*[\]]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
  return plain === '' ? 'Sheet1' : plain.slice(0, 31)
}

function addLine(worksheet: ExcelJS.Worksheet, at: number, text: string, isTitle: boolean): void {
  const row = worksheet.getRow(at)
  const cell = row.getCell(1)
  cell.value = legible(text)
  cell.font = isTitle ? { bold: true, size: 13 } : { italic: true, size: 9 }
  row.commit()
}

function addHeads(worksheet: ExcelJS.Worksheet, columns: readonly ExcelColumn[], at: number): void {
  const row = worksheet.getRow(at)
  for (const [index, { header }] of columns.entries()) {
    const cell = row.getCell(index + 1)
    cell.value = legible(header)
    cell.font = { bold: true }
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
    cell.border = { bottom: THIN }
  }
  row.commit()
}

function addRow(
  worksheet: ExcelJS.Worksheet,
  columns: readonly ExcelColumn[],
  values: ExcelRow,
  at: number,
): void {
  const row = worksheet.getRow(at)
  for (const [index, { key, kind }] of columns.entries()) {
    const value = values[key]
    if (value === null || value === undefined || value === '') continue
    fill(row.getCell(index + 1), kind, value)
  }
  row.commit()
}

function fill(cell: ExcelJS.Cell, kind: ExcelColumn['kind'], value: string | number | boolean) {
  cell.alignment = { vertical: 'top', wrapText: kind === 'text' }
  if (kind === 'date' && typeof value === 'string') {
    const serial = serialOf(value)
    if (serial !== null) {
      cell.value = serial
      cell.numFmt = 'dd/mm/yyyy'
      return
    }
  }
  if ((kind === 'number' || kind === 'percent') && typeof value === 'number') {
    if (Number.isFinite(value)) {
      cell.value = value
      cell.numFmt = kind === 'percent' ? '0.0%' : Number.isInteger(value) ? '#,##0' : '#,##0.0##'
      return
    }
  }
  // Format "text": Excel shows "=1+1" as it stands, also after the cell was edited.
  cell.numFmt = '@'
  cell.value = legible(String(value)).slice(0, MAX_CELL)
}

/** The number by which Excel counts a day, or null for what is no day. */
function serialOf(day: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null
  const at = Date.parse(day)
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(day)) return null
  const serial = (at - EPOCH) / 86_400_000
  // Excel believes in 29/02/1900; days before are left as text.
  return serial > 60 ? serial : null
}

/** Without characters that XML forbids. */
function legible(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
