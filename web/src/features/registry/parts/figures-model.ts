import type { EntityFigures, FigureCell, FigureRow } from '@hopluc/shared/entity-parts-figures'

/** What is typed in a cell and not yet sent; an empty text takes nothing away. */
export type Typed = Readonly<Record<string, string>>

export const cellKey = (key: string, year: number) => `${key} ${year}`

/** "Không có số" is said by a dash, or by the first letters of its words. */
const NONE = /^(-|–|k|kc|không|không có|không có số)$/i

/**
 * What a text in a cell says: undefined where it says nothing, `'wrong'` where it is no number.
 * Vietnamese numbers: 1.350 and 2.390,5; of a mean numerator and denominator: 840/14.
 */
export function readCell(
  text: string,
  isMean: boolean,
): { value: number | null; weight?: number } | undefined | 'wrong' {
  const said = text.trim()
  if (said === '') return undefined
  if (NONE.test(said)) return { value: null }
  if (!isMean) {
    const value = readNumber(said)
    return value === undefined ? 'wrong' : { value }
  }
  const [above = '', below = '', ...more] = said.split('/')
  const [value, weight] = [readNumber(above), readNumber(below)]
  if (value === undefined || weight === undefined || weight <= 0 || more.length > 0) return 'wrong'
  return { value, weight }
}

export function readNumber(text: string): number | undefined {
  const plain = text.replace(/\s/g, '')
  const isGrouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)
  const digits = (isGrouped ? plain.replaceAll('.', '') : plain).replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : undefined
}

/** As it is typed again: 2390,5; 840/14; "-" for "không có số". */
export function typedOf(cell: FigureCell | undefined, isMean: boolean): string {
  if (!cell) return ''
  if (cell.value === null) return '-'
  const words = (value: number) => String(value).replace('.', ',')
  return isMean ? `${words(cell.value)}/${words(cell.weight ?? 0)}` : words(cell.value)
}

/** A block as Excel copies it, laid over the grid from a cell on; what lies beyond the grid is left out. */
export function pasted(
  text: string,
  at: { row: number; column: number },
  rows: readonly FigureRow[],
  years: readonly number[],
): Typed {
  const lines = text.replace(/\r/g, '').replace(/\n$/, '').split('\n')
  return Object.fromEntries(
    lines.flatMap((line, down) =>
      line.split('\t').flatMap((words, right) => {
        const [row, year] = [rows[at.row + down], years[at.column + right]]
        return row && year !== undefined ? [[cellKey(row.key, year), words.trim()] as const] : []
      }),
    ),
  )
}

export interface Changes {
  readonly cells: {
    key: string
    year: number
    value: number | null
    weight?: number
    seq: number
  }[]
  /** Cells whose text is no number. */
  readonly wrong: string[]
}

/** What the typed cells change of what stands. */
export function changesOf({ cells, rows }: EntityFigures, typed: Typed): Changes {
  const known = new Map(cells.map((cell) => [cellKey(cell.key, cell.year), cell]))
  const isMean = new Map(rows.map((row) => [row.key, row.isMean]))
  const changes: Changes = { cells: [], wrong: [] }
  for (const [at, text] of Object.entries(typed)) {
    const split = at.lastIndexOf(' ')
    const [key, year] = [at.slice(0, split), Number(at.slice(split + 1))]
    const said = readCell(text, isMean.get(key) ?? false)
    const cell = known.get(at)
    if (said === 'wrong') changes.wrong.push(at)
    else if (
      said &&
      (!cell || cell.value !== said.value || (cell.weight ?? undefined) !== said.weight)
    )
      changes.cells.push({ key, year, seq: cell?.seq ?? 0, ...said })
  }
  return changes
}

/** A line through the years that have a figure; null where there are fewer than two. */
export function sparkline(
  values: readonly (number | null)[],
  { width, height }: { width: number; height: number },
): { path: string; last: { x: number; y: number } } | null {
  const points = values.flatMap((value, index) => (value === null ? [] : [{ index, value }]))
  if (points.length < 2) return null
  const all = points.map(({ value }) => value)
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const step = width / Math.max(1, values.length - 1)
  const placed = points.map(({ index, value }) => ({
    x: Math.round(index * step * 10) / 10,
    y:
      Math.round(
        (most === least ? height / 2 : height - ((value - least) / (most - least)) * height) * 10,
      ) / 10,
  }))
  const last = placed.at(-1)
  if (!last) return null
  return {
    path: placed.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(''),
    last,
  }
}
