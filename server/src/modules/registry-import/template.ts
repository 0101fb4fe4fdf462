import type { ImportField } from '@hopluc/shared/entity-import'
import type { Context } from '../../platform/context.ts'
import type { ExcelColumn, SheetToWrite } from '../../platform/excel.ts'
import { COLUMNS, FIELDS } from './columns.ts'

const EXPLAINED: readonly ImportField[] = ['name', 'kind', 'code', 'commune', 'foundedOn', 'lines']
const ABOUT = `Mỗi dòng một HTX, THT; không đổi dòng tiêu đề. ${EXPLAINED.map((field) => `${COLUMNS[field].header}: ${COLUMNS[field].hint}`).join('. ')}.`

/** Columns of the project's own sheet: what is written so is read so. */
export const SHEET: readonly ExcelColumn[] = FIELDS.map((field) => {
  const { header, width, kind } = COLUMNS[field]
  return { header, key: field, width, kind: kind === 'text' || kind === 'date' ? kind : 'number' }
})

/** An empty list to fill in. */
export function template(_context: Context): SheetToWrite {
  return { sheetName: 'HTX, THT', title: ABOUT, columns: SHEET, rows: [] }
}
