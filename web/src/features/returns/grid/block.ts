/** Where a cell stands: row and column of the grid, from 0. */
export interface At {
  readonly row: number
  readonly column: number
}

export interface Range {
  readonly from: At
  readonly to: At
}

/** The rectangle between two corners, whichever was first. */
export function rangeOf(one: At, other: At): Range {
  return {
    from: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
    to: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
  }
}

export const isIn = ({ from, to }: Range, { row, column }: At): boolean =>
  row >= from.row && row <= to.row && column >= from.column && column <= to.column

/** As Excel reads it back. */
export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.join('\t')).join('\n')

export interface Laid extends At {
  readonly text: string
}

export interface Placed {
  /** What goes into cells. */
  readonly cells: readonly Laid[]
  /** How much of the block there is no place for; the cells are those that fit. */
  readonly over: { readonly columns: number; readonly rows: number }
  readonly size: { readonly columns: number; readonly rows: number }
}

export interface Ground {
  readonly rows: number
  readonly columns: number
  readonly isEntry: (at: At) => boolean
  /** What stands in a cell that takes no entry, as it would be copied. */
  readonly shown: (at: At) => string
  /** The name of a row, when blocks with names are to find their rows by them. */
  readonly nameOf: (row: number) => string
}

const fold = (words: string) =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/\b(hop tac xa|htx|to hop tac|tht)\b/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * Lays a block over the grid from a cell on. Columns that take no entry are passed over, unless the
 * block holds them too (it was copied from here). A first column of names finds the rows by name;
 * one value fills the whole range.
 */
export function lay(block: readonly (readonly string[])[], range: Range, ground: Ground): Placed {
  const [first = []] = block
  if (block.length === 1 && first.length === 1) return fill(first[0] ?? '', range, ground)
  const named = rowsByName(block, ground)
  const values = named ? block.map((cells) => cells.slice(1)) : block
  const width = Math.max(...values.map(({ length }) => length))
  const columns = columnsFor(values, range.from, ground)
  const cells = values.flatMap((line, down) => {
    const row = named ? named[down] : range.from.row + down
    if (row === undefined || row >= ground.rows) return []
    return line.flatMap((text, right): Laid[] => {
      const column = columns[right]
      if (column === undefined || !ground.isEntry({ row, column })) return []
      return [{ row, column, text }]
    })
  })
  const found = named
    ? named.filter((row) => row !== undefined).length
    : ground.rows - range.from.row
  return {
    cells,
    over: {
      columns: Math.max(0, width - columns.length),
      rows: Math.max(0, values.length - found),
    },
    size: { columns: width, rows: values.length },
  }
}

function fill(text: string, { from, to }: Range, ground: Ground): Placed {
  const cells: Laid[] = []
  for (let row = from.row; row <= to.row; row += 1)
    for (let column = from.column; column <= to.column; column += 1)
      if (ground.isEntry({ row, column })) cells.push({ row, column, text })
  return { cells, over: { columns: 0, rows: 0 }, size: { columns: 1, rows: 1 } }
}

/** Which row each line of the block is, when most of its first cells are names of rows. */
function rowsByName(
  block: readonly (readonly string[])[],
  ground: Ground,
): (number | undefined)[] | null {
  if (Math.max(...block.map(({ length }) => length)) < 2) return null
  if (!block.some(([name = '']) => /\p{L}{2}/u.test(name))) return null
  const rows = new Map<string, number>()
  for (let row = 0; row < ground.rows; row += 1) rows.set(fold(ground.nameOf(row)), row)
  const found = block.map(([name = '']) => rows.get(fold(name)))
  return found.filter((row) => row !== undefined).length * 2 >= block.length ? found : null
}

/** The columns that the block's columns go to: all from the first on, or those for entry alone. */
function columnsFor(values: readonly (readonly string[])[], from: At, ground: Ground): number[] {
  const all: number[] = []
  for (let { column } = from; column < ground.columns; column += 1) all.push(column)
  const entries = all.filter((column) => ground.isEntry({ row: from.row, column }))
  const holdsShown = all.some((column, right) => {
    if (ground.isEntry({ row: from.row, column })) return false
    const shown = ground.shown({ row: from.row, column })
    return shown !== '' && values[0]?.[right] === shown
  })
  return holdsShown ? all : entries
}
