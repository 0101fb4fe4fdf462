import type { GridColumn, ReturnCell, ReturnGrid } from '@hopluc/shared/returns'
import type { ExcelColumn, ExcelRow, SheetToWrite } from '../../platform/excel.ts'

/** In the sheet's title: of which return and grid it is, and of when. */
export interface Mark {
  returnId: string
  section: string
  /** What was changed later than this is somebody else's. */
  at: string
}

const MARK = /\[([0-9a-f-]{36}) ([a-z][a-z0-9_]*) (\S+)\]/
export const markWords = ({ returnId, section, at }: Mark): string =>
  `[${returnId} ${section} ${at}]`

export function readMark(text: string): Mark | undefined {
  const [, returnId, section, at] = MARK.exec(text) ?? []
  return returnId && section && at && !Number.isNaN(Date.parse(at))
    ? { returnId, section, at }
    : undefined
}

export const ROW_HEAD = 'Mã dòng'

/** A column's head in Excel, the same when it is written and when it is read. */
export const headOf = ({ group, name }: GridColumn): string =>
  group === null ? name : `${group}: ${name}`

const AMOUNT: Record<string, (cell: ReturnCell) => number | null> = {
  previous: ({ previous }) => previous,
  same_period: ({ samePeriod }) => samePeriod,
  plan: ({ plan }) => plan,
}

/** What stands in a column for a row; of a column that is not entered what it shows. */
export function shownIn(
  column: GridColumn,
  rowKey: string,
  cells: ReadonlyMap<string, ReturnCell>,
): number | 'x' | null {
  const cell = cells.get(
    `${rowKey} ${column.as === 'done' || column.as === 'estimate' ? column.key : (column.of ?? '')}`,
  )
  if (!cell) return null
  const amount = AMOUNT[column.as]
  if (amount) return amount(cell)
  return cell.isNone ? 'x' : cell.value
}

/** Cells of a grid by row and column. */
export function placed(grid: ReturnGrid, cells: readonly ReturnCell[]) {
  return new Map(
    cells
      .filter(({ section }) => section === grid.key)
      .map((cell) => [`${cell.rowKey} ${cell.columnKey}`, cell]),
  )
}

const HOW =
  'Ô trống giữ nguyên số đang có; gõ x khi không có số, = khi không thay đổi so kỳ trước. Không đổi dòng tiêu đề và cột Mã dòng.'

/** A grid with what it holds, to be filled in and brought back. */
export function templateOf(
  title: string,
  grid: ReturnGrid,
  cells: readonly ReturnCell[],
  mark: Mark,
): SheetToWrite {
  const at = placed(grid, cells)
  const columns: ExcelColumn[] = [
    { header: ROW_HEAD, key: 'row', width: 12, kind: 'text' },
    { header: grid.title, key: 'name', width: 42, kind: 'text' },
    { header: 'Ghi chú dòng', key: 'detail', width: 18, kind: 'text' },
    ...grid.columns.map((column, index) => ({
      header: headOf(column),
      key: `c${index}`,
      width: 16,
      kind: 'number' as const,
    })),
  ]
  const rows = grid.rows.map((row): ExcelRow => ({
    row: row.key,
    name: row.name,
    detail: row.detail,
    ...Object.fromEntries(
      grid.columns.map((column, index) => [`c${index}`, shownIn(column, row.key, at)]),
    ),
  }))
  return { sheetName: grid.title, title: `${title}. ${HOW} ${markWords(mark)}`, columns, rows }
}
