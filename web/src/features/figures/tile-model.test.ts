import { expect, test } from 'vitest'
import { ISLANDS, PROVINCES, tileMap, twoLines } from './tile-model.ts'

const units = PROVINCES.map((name, index) => ({ name, value: index }))

test('34 provinces stand each on a tile of their own, none where an archipelago stands', () => {
  const { tiles, isPlaced } = tileMap(units, true)
  expect(tiles).toHaveLength(34)
  expect(isPlaced).toBe(true)
  const places = [...tiles, ...ISLANDS].map(({ column, row }) => `${column} ${row}`)
  expect(new Set(places).size).toBe(36)
})

test('a map of the country has room for Hoàng Sa and Trường Sa, whatever its units', () => {
  expect(ISLANDS.map(({ name, of }) => [name, of])).toEqual([
    ['Quần đảo Hoàng Sa', 'TP Đà Nẵng'],
    ['Quần đảo Trường Sa', 'Tỉnh Khánh Hòa'],
  ])
  for (const some of [units, [], [{ name: 'Thái Bình', value: 1 }]]) {
    const { rows, columns, tiles } = tileMap(some, true)
    for (const { row, column } of ISLANDS) {
      expect(row).toBeLessThan(rows)
      expect(column).toBeLessThan(columns)
      expect(tiles.some((tile) => tile.column === column)).toBe(false)
    }
  }
})

test('shades go from the least to the most; what is not known has none', () => {
  const { tiles, shades } = tileMap([...units, { name: 'Thái Bình', value: null }], false)
  expect(tiles.map(({ shade }) => shade).slice(0, 8)).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
  expect(tiles.at(-1)?.shade).toBeNull()
  expect(shades.map(({ from }) => from)).toEqual([0, 7, 14, 21, 28])
  expect(tileMap([{ name: 'A', value: 3 }], false).shades).toEqual([{ shade: 2, from: 3, to: 3 }])
})

test('names take two lines at most', () => {
  expect(twoLines('Huế')).toEqual(['Huế'])
  expect(twoLines('Hồ Chí Minh')).toEqual(['Hồ Chí', 'Minh'])
  expect(twoLines('An Lạc Thôn')).toEqual(['An Lạc', 'Thôn'])
  expect(twoLines('Quảng Ngãi')).toEqual(['Quảng', 'Ngãi'])
})
