import { strFromU8, unzipSync } from 'fflate'
import { AppError } from './errors.ts'
import { readCsv } from './excel-csv.ts'
import { type Merge, readStyles, readStrings, readWorkbook, readWorksheet } from './excel-xml.ts'

const MAX_EXCEL_BYTES = 20 * 1024 * 1024
const MAX_UNPACKED = 250 * 1024 * 1024
const MAX_ENTRIES = 5000
const MAX_ROWS = 20_000
const MAX_CELLS = 1_000_000

export interface Sheet {
  name: string
  /**
   * `rows[0]` is line 1 of the sheet. Cells are text: dates as `YYYY-MM-DD`, numbers in plain
   * digits with a point. A cell merged over several rows stands in each of them, one merged over
   * several columns only in the first. Rows end with their last cell that is not empty.
   */
  rows: string[][]
  merges: Merge[]
}

/**
 * The visible sheets of an .xlsx file, or the one sheet of a CSV file (UTF-8, with ; or , or tab).
 * @throws AppError `excel.too_large`, `excel.too_many_rows`, `excel.old_format`, `excel.locked`,
 * `excel.not_excel`, `excel.encoding`, `excel.broken`, `excel.empty`.
 */
export function readSheets(bytes: Uint8Array): { sheets: Sheet[] } {
  if (bytes.length > MAX_EXCEL_BYTES) throw tooLarge()
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (start === '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1') throw oldOrLocked(bytes)
  const sheets = start.startsWith('PK') ? readXlsx(bytes) : [readText(bytes)]
  if (sheets.some(({ rows }) => rows.length > 0)) return { sheets }
  throw new AppError('rule', 'excel.empty', {
    vi: 'Tệp không có dữ liệu.',
    en: 'The file is empty.',
  })
}

function tooLarge() {
  return new AppError('too_large', 'excel.too_large', {
    vi: 'Tệp quá lớn (tối đa 20 MB). Hãy xóa ảnh, các sheet không dùng hoặc tách thành nhiều tệp.',
    en: 'The file is too large (20 MB at most). Remove pictures and unused sheets, or split it.',
  })
}

/** Both the old .xls and a locked .xlsx come in the same envelope. */
function oldOrLocked(bytes: Uint8Array): AppError {
  const locked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  if (locked) {
    return new AppError('rule', 'excel.locked', {
      vi: 'Tệp Excel có mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.',
      en: 'The file is locked by a password. Remove it and upload again.',
    })
  }
  return new AppError('wrong_type', 'excel.old_format', {
    vi: 'Tệp ở định dạng Excel 97–2003 (.xls). Hãy mở bằng Excel, chọn Lưu thành .xlsx rồi tải lên lại.',
    en: 'The file is in the old .xls format. Open it in Excel and save it as .xlsx.',
  })
}

function notExcel() {
  return new AppError('wrong_type', 'excel.not_excel', {
    vi: 'Tệp này không phải là bảng Excel (.xlsx) hoặc CSV. Nếu mở được bằng Excel, hãy lưu lại thành .xlsx.',
    en: 'This is no Excel (.xlsx) or CSV file. If Excel opens it, save it as .xlsx.',
  })
}

function broken() {
  return new AppError('rule', 'excel.broken', {
    vi: 'Tệp Excel bị hỏng, không đọc được. Hãy mở bằng Excel, lưu lại rồi tải lên lại.',
    en: 'The Excel file is damaged. Open it in Excel, save it and upload it again.',
  })
}

function tooManyRows() {
  return new AppError('rule', 'excel.too_many_rows', {
    vi: `Bảng có quá nhiều dòng hoặc ô (tối đa ${MAX_ROWS.toLocaleString('vi')} dòng). Hãy tách thành nhiều tệp.`,
    en: `The sheet has too many rows or cells (${MAX_ROWS} rows at most). Split it.`,
  })
}

function readXlsx(bytes: Uint8Array): Sheet[] {
  const files = unpack(bytes)
  const text = (path: string) => {
    const file = files[path]
    return file === undefined ? '' : strFromU8(file)
  }
  if (files['xl/workbook.xml'] === undefined) throw notExcel()
  try {
    const workbook = readWorkbook(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'))
    const strings = readStrings(text('xl/sharedStrings.xml'))
    const dateStyles = readStyles(text('xl/styles.xml'))
    const limits = { rows: MAX_ROWS, cells: MAX_CELLS }
    const context = { strings, dateStyles, is1904: workbook.is1904, limits }
    return workbook.sheets.map(({ name, path }) => ({
      name,
      ...readWorksheet(text(path), context),
    }))
  } catch (error) {
    if (error instanceof RangeError && error.message === 'limit') throw tooManyRows()
    throw broken()
  }
}

/** Only the parts that hold cells; what they unpack to is bounded by what the file declares. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0
  let entries = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries += 1
        const isWanted =
          /^xl\/(?:[^/]+\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name)
        if (isWanted) size += originalSize
        if (size > MAX_UNPACKED || entries > MAX_ENTRIES) throw tooLarge()
        return isWanted
      },
    })
  } catch (error) {
    if (error instanceof AppError) throw error
    throw broken()
  }
}

function readText(bytes: Uint8Array): Sheet {
  const text = decode(bytes)
  if (/^\s*(?:<|%PDF|\{\\rtf)/.test(text)) throw notExcel()
  const rows = readCsv(text)
  if (rows === null) throw notExcel()
  if (rows.length > MAX_ROWS) throw tooManyRows()
  return { name: 'CSV', rows, merges: [] }
}

function decode(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  if (!isWide && bytes.includes(0)) throw notExcel()
  try {
    const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
    return text.normalize('NFC')
  } catch {
    if (!isMostlyText(bytes)) throw notExcel()
    throw new AppError('rule', 'excel.encoding', {
      vi: 'Tệp CSV không ở bảng mã UTF-8 nên tiếng Việt sẽ sai. Hãy lưu lại bằng “CSV UTF-8” hoặc .xlsx.',
      en: 'The CSV is not in UTF-8, so Vietnamese would be garbled. Save it as CSV UTF-8 or .xlsx.',
    })
  }
}

/** Text in another encoding has line ends and few control characters; pictures have many. */
function isMostlyText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096)
  const control = start.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length
  return control * 100 < start.length && /[;,\t]/.test(Buffer.from(start).toString('latin1'))
}
