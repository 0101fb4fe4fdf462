import { AppError } from './errors.ts'
import { readSheets } from './excel-read.ts'
import { readStyles, readWorkbook } from './excel-xml.ts'
import { lastLineOf, readSharedStrings, rowsOfSheet, type SheetLine } from './excel-rows.ts'
import { decodeTable, readCsv } from './excel-text.ts'
import { type ZipEntry, textOfEntry, zipEntries } from './excel-zip.ts'

/** Beyond this a file of 25 MB is no table but a bomb. */
const MOST_UNPACKED = 400 * 1024 * 1024
/** All texts of a workbook and its styles are held while it is read. */
const MOST_HELD = 120 * 1024 * 1024
const ROWS_TOGETHER = 1000

/** A table whose rows come one piece after the other, however long it is. */
export interface TableFile {
  /** The visible sheets; one of a CSV. */
  sheets: string[]
  /** Can be asked for again; each time the sheet is read anew. */
  rows: (sheet: string) => AsyncGenerator<SheetLine[]>
  /** The number of the last row of a sheet, empty ones too, without reading any; 0 where none says it. */
  lastLine: (sheet: string) => Promise<number>
}

/**
 * An .xlsx file or a CSV (UTF-8, or UTF-16 with its mark). Unlike `readSheets` it never holds a whole
 * sheet, and a number stays told apart from a text that looks like one.
 * @throws AppError `excel.old_format`, `excel.locked`, `excel.not_excel`, `excel.encoding`,
 * `excel.broken`; while rows are read also `excel.too_large`
 */
export async function openTable(bytes: Buffer): Promise<TableFile> {
  const start = bytes.toString('latin1', 0, 8)
  // the words for what is no table at all are those of the smaller reader
  if (start === '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1') readSheets(bytes)
  return start.startsWith('PK') ? openWorkbook(bytes) : openText(bytes)
}

async function openWorkbook(bytes: Buffer): Promise<TableFile> {
  return told(async () => {
    const entries = zipEntries(bytes)
    const budget = { bytes: MOST_HELD }
    const pieces = (path: string) => textOf(bytes, entries.get(path), budget)
    const whole = async (path: string) => {
      let text = ''
      for await (const piece of pieces(path)) text += piece
      return text
    }
    const main = await whole('xl/workbook.xml')
    if (main === '') throw notExcel()
    const { sheets, is1904 } = readWorkbook(main, await whole('xl/_rels/workbook.xml.rels'))
    const strings = await readSharedStrings(pieces('xl/sharedStrings.xml'))
    const kinds = { strings, dateStyles: readStyles(await whole('xl/styles.xml')), is1904 }
    const paths = new Map(sheets.map(({ name, path }) => [name, path]))
    const sheetText = (sheet: string) =>
      textOf(bytes, entries.get(paths.get(sheet) ?? ''), { bytes: MOST_UNPACKED })
    return {
      sheets: sheets.map(({ name }) => name),
      rows: (sheet) => toldRows(rowsOfSheet(sheetText(sheet), kinds)),
      lastLine: (sheet) => told(() => lastLineOf(sheetText(sheet))),
    }
  })
}

async function* textOf(bytes: Buffer, entry: ZipEntry | undefined, budget: { bytes: number }) {
  if (entry) yield* textOfEntry(bytes, entry, budget)
}

function openText(bytes: Buffer): TableFile {
  const text = decodeTable(bytes)
  const rows = /^\s*(?:<|%PDF|\{\\rtf)/.test(text) ? null : readCsv(text)
  if (rows === null && text.trim() !== '') throw notExcel()
  return {
    sheets: ['CSV'],
    rows: () => inPieces(rows ?? []),
    lastLine: async () => rows?.length ?? 0,
  }
}

async function* inPieces(rows: readonly string[][]): AsyncGenerator<SheetLine[]> {
  for (let at = 0; at < rows.length; at += ROWS_TOGETHER)
    yield rows
      .slice(at, at + ROWS_TOGETHER)
      .map((cells, index) => ({ line: at + index + 1, cells }))
      .filter(({ cells }) => cells.length > 0)
}

async function* toldRows(rows: AsyncGenerator<SheetLine[]>): AsyncGenerator<SheetLine[]> {
  try {
    yield* rows
  } catch (error) {
    throw inWords(error)
  }
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw inWords(error)
  }
}

function inWords(error: unknown): unknown {
  if (!(error instanceof RangeError)) return error
  if (error.message === 'limit')
    return new AppError('too_large', 'excel.too_large', {
      vi: 'Tệp giải nén ra quá lớn nên không được đọc. Hãy xóa ảnh, các sheet không dùng hoặc tách thành nhiều tệp.',
      en: 'The file unpacks to too much. Remove pictures and unused sheets, or split it.',
    })
  if (error.message === 'locked')
    return new AppError('rule', 'excel.locked', {
      vi: 'Tệp Excel có mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.',
      en: 'The file is locked by a password. Remove it and upload again.',
    })
  return new AppError('rule', 'excel.broken', {
    vi: 'Tệp Excel bị hỏng, không đọc được. Hãy mở bằng Excel, lưu lại rồi tải lên lại.',
    en: 'The Excel file is damaged. Open it in Excel, save it and upload it again.',
  })
}

function notExcel() {
  return new AppError('wrong_type', 'excel.not_excel', {
    vi: 'Tệp này không phải là bảng Excel (.xlsx) hoặc CSV. Nếu mở được bằng Excel, hãy lưu lại thành .xlsx.',
    en: 'This is no Excel (.xlsx) or CSV file. If Excel opens it, save it as .xlsx.',
  })
}
