import type { ImportMapping } from '@hopluc/shared/task-import'
import type { PlainDate } from '@hopluc/shared/values'
import { AppError } from '../../platform/errors.ts'
import { readSheets } from '../../platform/excel.ts'
import { guessColumns, parseTaskRows } from '../papers/index.ts'
import * as domain from './domain.ts'

/** An Excel file, and what the officer has already said about it. */
export interface ListFile {
  bytes: Uint8Array
  today: PlainDate
  sheet?: string | undefined
  headerRow?: number | undefined
  mapping?: ImportMapping | undefined
}

/** The list as it was read, with nothing looked up yet. */
export interface ReadList {
  sheet: string
  sheets: string[]
  headerRow: number
  headers: string[]
  mapping: ImportMapping
  listed: domain.ListedTask[]
}

/** More at once nobody checks line by line. */
const MOST_LINES = 5000

/**
 * The sheet that looks most like a task list, with its heads and its lines.
 * @throws AppError as `readSheets`, and `tasks.import_too_long`
 */
export function listOf({ bytes, today, ...said }: ListFile): ReadList {
  const { sheets } = readSheets(bytes)
  const guessed = sheets.map((sheet) => ({ sheet, guess: guessColumns(sheet.rows) }))
  const best = guessed.toSorted(
    (one, other) => (other.guess?.confidence ?? 0) - (one.guess?.confidence ?? 0),
  )
  const chosen = guessed.find(({ sheet }) => sheet.name === said.sheet) ?? best[0]
  if (!chosen) throw new Error('a workbook without sheets')
  const { sheet, guess } = chosen
  const headerRow = said.headerRow ?? guess?.headerRow ?? 0
  const firstRow = guess && headerRow === guess.headerRow ? guess.firstRow : headerRow + 1
  const mapping = said.mapping ?? domain.fromReaderColumns(guess?.columns ?? {})
  const heads = guess && headerRow === guess.headerRow ? guess.guessed : []
  const cells = sheet.rows[headerRow] ?? []
  const headers = cells.map((cell, at) => heads.find(({ index }) => index === at)?.header ?? cell)
  const columns = domain.toReaderColumns(mapping)
  const tasks = columns.title === undefined ? [] : parseTaskRows(sheet.rows, { firstRow, columns })
  if (tasks.length > MOST_LINES) throw tooLong()
  const listed = tasks.map((task) =>
    domain.listedTask(task, sheet.rows[task.line - 1] ?? [], mapping, today),
  )
  const names = sheets.map(({ name }) => name)
  return { sheet: sheet.name, sheets: names, headerRow, headers, mapping, listed }
}

function tooLong() {
  return new AppError('rule', 'tasks.import_too_long', {
    vi: `Danh mục có hơn ${MOST_LINES.toLocaleString('vi')} nhiệm vụ. Hãy tách thành nhiều tệp rồi nhập lần lượt.`,
    en: `The list has more than ${MOST_LINES} tasks. Split it and enter the parts one after another.`,
  })
}
