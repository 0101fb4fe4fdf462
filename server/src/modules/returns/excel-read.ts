import { parseAnswer } from '@hopluc/shared/vietnamese-number'
import type { CellAnswer, ReturnCell, ReturnGrid } from '@hopluc/shared/returns'
import type { Sheet } from '../../platform/excel.ts'
import { headOf, type Mark, placed, readMark, ROW_HEAD } from './excel-sheet.ts'

export interface SheetError {
  sheet: string
  cell: string
  vi: string
  en: string
}
export interface ReadSheet {
  mark: Mark
  answers: { cell: ReturnCell; value: CellAnswer }[]
  errors: SheetError[]
}

/** `D7`: a cell as Excel names it. */
export function address(row: number, column: number): string {
  let name = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCodePoint(65 + ((left - 1) % 26)) + name
  return `${name}${row + 1}`
}

/** Which return a file was made for; undefined where it is no template. */
export function markOf(sheets: readonly Sheet[]): { sheet: Sheet; mark: Mark } | undefined {
  for (const sheet of sheets)
    for (const cell of sheet.rows.slice(0, 5).flat()) {
      const mark = readMark(cell)
      if (mark) return { sheet, mark }
    }
  return undefined
}

/** What a filled sheet says, cell by cell; every place that cannot be read is named. */
export function readGrid(
  sheet: Sheet,
  mark: Mark,
  grid: ReturnGrid,
  cells: readonly ReturnCell[],
): ReadSheet {
  const read: ReadSheet = { mark, answers: [], errors: [] }
  const fault = (row: number, column: number, vi: string, en: string) =>
    read.errors.push({ sheet: sheet.name, cell: address(row, column), vi, en })
  const top = sheet.rows.findIndex((row) => row[0]?.trim() === ROW_HEAD)
  const heads = sheet.rows[top]
  if (!heads) {
    fault(
      0,
      0,
      `Không thấy dòng tiêu đề có cột “${ROW_HEAD}”.`,
      `The row of heads with “${ROW_HEAD}” is not there.`,
    )
    return read
  }
  const columns = new Map(grid.columns.map((column) => [headOf(column), column]))
  const at = placed(grid, cells)
  const rowKeys = new Set(grid.rows.map(({ key }) => key))
  for (const [index, head] of heads.entries())
    if (index > 2 && head.trim() !== '' && !columns.has(head.trim()))
      fault(
        top,
        index,
        `Cột “${head}” không có trong biểu này.`,
        `There is no column “${head}” in this form.`,
      )
  for (const [down, row] of sheet.rows.entries()) {
    const key = row[0]?.trim() ?? ''
    if (down <= top || (key === '' && row.every((cell) => cell.trim() === ''))) continue
    if (!rowKeys.has(key)) {
      fault(down, 0, `Dòng “${key}” không có trong biểu này.`, `There is no row “${key}” here.`)
      continue
    }
    for (const [right, head] of heads.entries()) {
      const column = columns.get(head.trim())
      const text = row[right]?.trim() ?? ''
      const cell = column?.isEntered ? at.get(`${key} ${column.key}`) : undefined
      if (text === '' || !cell || cell.isReadOnly) continue
      const answer = answerOf(text, cell)
      if (answer.ok) read.answers.push({ cell, value: answer.value })
      else fault(down, right, answer.vi, answer.en)
    }
  }
  return read
}

/** Excel's own numbers come in plain digits with a point; what was typed as text as Việt Nam writes it. */
function answerOf(text: string, cell: ReturnCell) {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return parseAnswer(text, cell.isWhole)
  const value = Number(text)
  if (cell.value === value) return { ok: true as const, value }
  if (/^-?\d{1,3}\.\d{3}$/.test(text))
    return {
      ok: false as const,
      vi: `Không rõ ${text.replace('.', ',')} hay ${text}: hãy nhập lại ở dạng số, không có dấu chấm.`,
      en: `${text} may be read in two ways: enter it as a number without a dot.`,
    }
  if (cell.isWhole && !Number.isInteger(value))
    return { ok: false as const, vi: 'Ô này chỉ nhận số nguyên.', en: 'Whole numbers only.' }
  return { ok: true as const, value }
}
