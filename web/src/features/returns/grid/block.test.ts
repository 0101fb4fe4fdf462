import { splitBlock } from '@hopluc/shared/vietnamese-number'
import { expect, test } from 'vitest'
import { type Ground, lay, writeBlock } from './block.ts'

const NAMES = ['HTX Minh Bình', 'HTX Minh Châu', 'HTX Minh Đức']
/** Column 0 shows the last period, 1 and 2 take entries, 3 shows, 4 takes entries. */
const GROUND: Ground = {
  rows: 3,
  columns: 5,
  isEntry: ({ column }) => [1, 2, 4].includes(column),
  shown: ({ row, column }) => `${row}${column}`,
  nameOf: (row) => NAMES[row] ?? '',
}
const at = (row: number, column: number) => ({ from: { row, column }, to: { row, column } })
const flat = (cells: readonly { row: number; column: number; text: string }[]) =>
  cells.map(({ row, column, text }) => `${row}.${column}=${text}`)

test('what is copied is read back as it was', () => {
  expect(writeBlock(splitBlock('1\t2\r\n3\t4\r\n'))).toBe('1\t2\n3\t4')
})

test('columns that take no entry are passed over', () => {
  const { cells, over } = lay(splitBlock('1\t2\t3\n4\t5\t6'), at(0, 1), GROUND)
  expect(flat(cells)).toEqual(['0.1=1', '0.2=2', '0.4=3', '1.1=4', '1.2=5', '1.4=6'])
  expect(over).toEqual({ columns: 0, rows: 0 })
})

test('a block that was copied from the grid falls on its own columns', () => {
  expect(flat(lay(splitBlock('00\t1\t2\t03\t9'), at(0, 0), GROUND).cells)).toEqual([
    '0.1=1',
    '0.2=2',
    '0.4=9',
  ])
})

test('says by how much a block is too wide or too long', () => {
  const { over, size } = lay(splitBlock('1\t2\t3\t4\n1\t2\t3\t4\n1\t2\t3\t4'), at(1, 1), GROUND)
  expect(over).toEqual({ columns: 1, rows: 1 })
  expect(size).toEqual({ columns: 4, rows: 3 })
})

test('names in the first column find their rows, in any order and without diacritics', () => {
  const { cells, over } = lay(
    splitBlock('Hợp tác xã Minh Đức\t1\nMinh Binh\t2\nHTX Nào Đó\t3'),
    at(0, 1),
    GROUND,
  )
  expect(flat(cells)).toEqual(['2.1=1', '0.1=2'])
  expect(over.rows).toBe(1)
})

test('one value fills the range that is chosen', () => {
  const range = { from: { row: 0, column: 1 }, to: { row: 2, column: 3 } }
  expect(lay([['=']], range, GROUND).cells).toHaveLength(6)
})
