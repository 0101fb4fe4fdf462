import type { EntityImportCommand, RejectedLine } from '@hopluc/shared/entity-import'
import type { Context } from '../../platform/context.ts'
import type { ExcelColumn, ExcelRow, SheetToWrite } from '../../platform/excel.ts'
import type { SheetCell } from '../../platform/excel-rows.ts'
import { assertAllowed } from '../../platform/errors.ts'
import type { Planned } from './planned.ts'
import { may } from './policy.ts'
import { draw, open } from './reading.ts'
import { linesOf, type Table } from './table.ts'
import { textOf } from './values.ts'

const REMARK = 'Nội dung cần sửa'
const REMARK_COLUMN: ExcelColumn = { header: REMARK, key: 'remark', width: 60, kind: 'text' }

/** The lines with errors as they came, each with what is to be mended: mend it and import it again. */
export async function remarks(
  context: Context,
  command: EntityImportCommand,
): Promise<SheetToWrite> {
  assertAllowed(may(context.actor, 'entity.import'))
  const opened = await open(context, command)
  const bad = new Map<number, string>()
  await context.read((db) =>
    draw(db, context, command, opened, (planned) => {
      for (const { line, remark } of rejectedOf(planned)) bad.set(line, remark)
    }),
  )
  return sheetOf(opened.table, bad)
}

/** What stays behind of what was planned, and why. */
export const rejectedOf = (planned: readonly Planned[]): RejectedLine[] =>
  planned
    .filter(({ action }) => action === 'problem')
    .map((one) => ({ line: one.line, remark: remarkOf(one) }))

/** These lines of a table as they came, each with its remark. */
export function sheetOf(table: Table, bad: ReadonlyMap<number, string>): SheetToWrite {
  const columns: ExcelColumn[] = table.headers.map((header, index) => ({
    header,
    key: String(index),
    width: Math.min(Math.max(header.length, 12), 40),
    kind: 'number', // what is a number stays one, all else is text
  }))
  const own = table.headers.indexOf(REMARK)
  return {
    sheetName: 'Cần sửa',
    columns: own < 0 ? [...columns, REMARK_COLUMN] : columns.with(own, REMARK_COLUMN),
    rows: rowsOf(table, bad),
  }
}

/** Which lines of a file stayed behind, and why. */
export const remarksAlone = (lines: readonly RejectedLine[]): SheetToWrite => ({
  sheetName: 'Cần sửa',
  columns: [{ header: 'Dòng', key: 'line', width: 8, kind: 'number' }, REMARK_COLUMN],
  rows: lines.map(({ line, remark }) => ({ line, remark })),
})

const remarkOf = ({ issues }: Planned) =>
  issues
    .filter(({ isError }) => isError)
    .map(({ column, vi }) => (column ? `Cột ${column}: ${vi}` : vi))
    .join('\n')

async function* rowsOf(table: Table, bad: ReadonlyMap<number, string>): AsyncGenerator<ExcelRow> {
  const asText = new Set(
    table.mapping
      .filter(({ field }) => field === 'code' || field === 'phone')
      .map(({ column }) => column),
  )
  for await (const rows of linesOf(table))
    for (const { line, cells } of rows) {
      const remark = bad.get(line)
      if (remark === undefined) continue
      const own = cells.map((cell, index): [string, SheetCell] => [
        String(index),
        asText.has(index) ? textOf(cell) : cell,
      ])
      yield { ...Object.fromEntries(own), remark }
    }
}
