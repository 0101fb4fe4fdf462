import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { ExcelRow, SheetToWrite } from './excel.ts'

/**
 * Writes a list as CSV for spreadsheets here, row by row: semicolons, decimal commas, days as day/month/
 * year, with the mark of UTF-8; below the rows who took it away. Ends the stream.
 */
export async function writeCsv(
  stream: Writable,
  { columns, rows, mark }: SheetToWrite,
): Promise<void> {
  const write = async (cells: readonly ExcelRow[string][]) => {
    if (!stream.write(`${cells.map(cellOf).join(';')}\r\n`)) await once(stream, 'drain')
  }
  stream.write('\uFEFF')
  await write(columns.map(({ header }) => header))
  for await (const row of rows) await write(columns.map(({ key }) => row[key]))
  if (mark !== undefined) await write([mark])
  stream.end()
}

/** What a spreadsheet would take for a formula begins with an apostrophe. */
function cellOf(value: ExcelRow[string]): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  const text = String(value)
    .replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1')
    .replace(/^(?=[=+\-@\t\r])/, "'")
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
