import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Id } from '@hopluc/shared/values'
import ExcelJS from 'exceljs'
import { createContext } from '../../platform/context.ts'
import { type SheetToWrite, writeSheet } from '../../platform/excel.ts'
import * as files from '../../platform/files.ts'
import type { TestPerson } from '../../testing/organisation.ts'
import { aRegistry, TODAY } from '../registry/for-test.ts'

export type Cell = string | number | Date | null | { formula: string; result?: string }

/** An Excel file as people make them: what is a number, a day or a formula stays one. */
export async function workbook(
  rows: readonly (readonly Cell[])[],
  more?: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Danh sách')
  for (const row of rows) sheet.addRow([...row])
  more?.(sheet, book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

export async function written(sheet: SheetToWrite): Promise<Buffer> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  await writeSheet(stream, sheet)
  return bytes
}

/** The register of the tests, to which files can be sent. */
export async function anImport() {
  const registry = await aRegistry()
  const now = new Date(`${TODAY}T03:00:00Z`)
  const send = async (
    { actor }: TestPerson,
    content: Buffer | string,
    name = 'danh-sach.xlsx',
  ): Promise<Id> => {
    const received = await files.receive(name, Buffer.from(content))
    try {
      const { write } = createContext(registry.db, actor, TODAY, now)
      return (await write((tx) => files.store(tx, received))).id
    } finally {
      await received.dispose()
    }
  }
  const importing = async (
    who: TestPerson,
    what: '' | '/preview' | '/remarks',
    rows: readonly (readonly Cell[])[] | Buffer,
    more: object = {},
  ) => {
    const bytes = Buffer.isBuffer(rows) ? rows : await workbook(rows)
    const fileId = await send(who, bytes)
    return registry.send(who, 'POST', `/entities/imports${what}`, { fileId, day: TODAY, ...more })
  }
  return { ...registry, sendFile: send, importing }
}
