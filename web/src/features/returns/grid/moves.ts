import type { At, Ground } from './block.ts'

const PAGE = 10

interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** The next cell that takes an entry, row after row; undefined at the end, where Tab leaves the grid. */
export function nextEntry(ground: Ground, from: At, step: 1 | -1): At | undefined {
  const { columns, rows } = ground
  for (
    let place = from.row * columns + from.column + step;
    place >= 0 && place < rows * columns;
    place += step
  ) {
    const at = { row: Math.floor(place / columns), column: place % columns }
    if (ground.isEntry(at)) return at
  }
  return undefined
}

/** Where a key leads, as in Excel; null for keys that do not move, and where Tab leaves the grid. */
export function moveOf(pressed: Pressed, { row, column }: At, ground: Ground): At | null {
  const { key, shiftKey } = pressed
  const isFar = pressed.ctrlKey || pressed.metaKey
  const last = { row: ground.rows - 1, column: ground.columns - 1 }
  const to = (down: number, right: number): At => ({
    row: Math.max(0, Math.min(last.row, row + down)),
    column: Math.max(0, Math.min(last.column, column + right)),
  })
  switch (key) {
    case 'ArrowDown':
      return isFar ? { row: last.row, column } : to(1, 0)
    case 'ArrowUp':
      return isFar ? { row: 0, column } : to(-1, 0)
    case 'ArrowRight':
      return isFar ? { row, column: last.column } : to(0, 1)
    case 'ArrowLeft':
      return isFar ? { row, column: 0 } : to(0, -1)
    case 'PageDown':
      return to(PAGE, 0)
    case 'PageUp':
      return to(-PAGE, 0)
    case 'Home':
      return isFar ? { row: 0, column: 0 } : { row, column: 0 }
    case 'End':
      return isFar ? last : { row, column: last.column }
    case 'Enter':
      return isFar ? null : to(shiftKey ? -1 : 1, 0)
    case 'Tab':
      return nextEntry(ground, { row, column }, shiftKey ? -1 : 1) ?? null
    default:
      return null
  }
}
