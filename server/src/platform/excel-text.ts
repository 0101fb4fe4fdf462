import { AppError } from './errors.ts'

export { readCsv } from './excel-csv.ts'

/**
 * The text of a CSV: UTF-8 with or without its mark, UTF-16 with it.
 * @throws AppError `excel.not_excel`, `excel.encoding`
 */
export function decodeTable(bytes: Buffer): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff
  if (isLittle || isBig)
    return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes).normalize('NFC')
  if (bytes.includes(0)) throw notTable()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC')
  } catch {
    if (!isMostlyText(bytes)) throw notTable()
    throw new AppError('rule', 'excel.encoding', {
      vi: 'Tệp CSV không ở bảng mã UTF-8 (có thể là Windows-1258 hoặc TCVN3) nên tiếng Việt sẽ sai. Hãy mở bằng Excel rồi lưu thành .xlsx hoặc “CSV UTF-8”.',
      en: 'The CSV is not in UTF-8 (perhaps Windows-1258 or TCVN3), so Vietnamese would be garbled. Open it in Excel and save it as .xlsx or CSV UTF-8.',
    })
  }
}

/** Text in another encoding has line ends and few control characters; pictures have many. */
function isMostlyText(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4096)
  const control = start.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length
  return control * 100 < start.length && /[;,\t]/.test(start.toString('latin1'))
}

function notTable() {
  return new AppError('wrong_type', 'excel.not_excel', {
    vi: 'Tệp này không phải là bảng Excel (.xlsx) hoặc CSV. Nếu mở được bằng Excel, hãy lưu lại thành .xlsx.',
    en: 'This is no Excel (.xlsx) or CSV file. If Excel opens it, save it as .xlsx.',
  })
}
