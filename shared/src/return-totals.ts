import type { ReturnCell, ReturnGrid } from './returns.ts'

export interface ColumnTotal {
  /** Null: nothing was said in the whole column. */
  value: number | null
  /** How many rows said something, of how many that are entered. */
  stated: number
  of: number
}
type Amount = (cell: ReturnCell) => number | null
const AMOUNTS: Readonly<Record<string, Amount>> = {
  previous: ({ previous }) => previous,
  same_period: ({ samePeriod }) => samePeriod,
  plan: ({ plan }) => plan,
}

/** The line "Toàn xã": every column's total, means weighed by their denominators. Lines of groups count in. */
export function gridTotals(
  grid: ReturnGrid,
  cells: readonly ReturnCell[],
): ReadonlyMap<string, ColumnTotal> {
  const own = cells.filter(({ section }) => section === grid.key)
  const inColumn = (key: string) => own.filter(({ columnKey }) => columnKey === key)
  const totals = grid.columns.map((column) => {
    const amount: Amount = AMOUNTS[column.as] ?? (({ value }) => value)
    const rows = inColumn(column.isEntered ? column.key : (column.of ?? column.key))
    const said = rows.flatMap((cell) => {
      const value = amount(cell)
      return value === null ? [] : [{ value, rowKey: cell.rowKey }]
    })
    const weights = new Map(
      column.weightColumn
        ? inColumn(column.weightColumn).map((cell) => [cell.rowKey, amount(cell)])
        : [],
    )
    const isMean = column.total === 'mean'
    const weighed = said.map(({ value, rowKey }) => {
      const weight = isMean ? (weights.get(rowKey) ?? (column.weightColumn ? null : 1)) : 1
      return { sum: weight === null ? 0 : value * weight, weight: weight ?? 0 }
    })
    const sum = weighed.reduce((all, one) => all + one.sum, 0)
    const weight = weighed.reduce((all, one) => all + one.weight, 0)
    const value = said.length === 0 || (isMean && weight === 0) ? null : isMean ? sum / weight : sum
    const total: ColumnTotal = {
      value: column.total === 'none' ? null : value,
      stated: column.isEntered
        ? rows.filter((c) => c.isNone || c.value !== null).length
        : said.length,
      of: rows.length,
    }
    return [column.key, total] as const
  })
  return new Map(totals)
}
