import { expect, test } from 'vitest'
import { ranked, ticksOf, trendDrawing } from './chart-model.ts'

test('ticks are round and enclose the values', () => {
  expect(ticksOf([447, 455])).toEqual([446, 448, 450, 452, 454, 456])
  expect(ticksOf([0, 100])).toEqual([0, 25, 50, 75, 100])
  expect(ticksOf([5, 5]).length).toBeGreaterThan(1)
})

test('what is missing is a gap in the line', () => {
  const values = [1, 2, null, 3, 4].map((value, index) => ({ label: String(index), value }))
  const drawing = trendDrawing(values)
  expect(drawing?.lines).toHaveLength(2)
  expect(drawing?.points).toHaveLength(5)
})

test('fewer than two values draw nothing', () => {
  expect(trendDrawing([{ label: 'a', value: 1 }])).toBeUndefined()
})

test('a ranking puts what is unknown last', () => {
  const rows = [
    { name: 'a', value: null },
    { name: 'b', value: 5 },
    { name: 'c', value: 10 },
  ]
  expect(ranked(rows).map(({ name, bar }) => [name, bar])).toEqual([
    ['c', 1],
    ['b', 0.5],
    ['a', 0],
  ])
})
