import { expect, test } from 'vitest'
import {
  freeKey,
  moved,
  newCheck,
  newIndicator,
  newSection,
  partsKey,
  partsOf,
  refKey,
  refsOf,
} from './form-model.ts'

test('a new section takes a key that is free', () => {
  expect(freeKey('grid', ['grid_1', 'grid_3'])).toBe('grid_2')
  expect(newSection('notes', []).key).toBe('notes_1')
})

test('an item moves by one place and stays at the ends', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
})

test('only cells that are entered can be checked, each once', () => {
  const grid = newSection('grid', [])
  if (grid.kind !== 'grid') throw new Error('no grid')
  const indicators = [
    newIndicator('H8'),
    { ...newIndicator('H8'), breakdown: { sex: 'female' } },
    { ...newIndicator('H10'), columns: ['plan', 'done', 'estimate'] as const },
  ]
  const refs = refsOf({
    sections: [
      { ...grid, indicators: indicators.map((one) => ({ ...one, columns: [...one.columns] })) },
    ],
    checks: [],
  })
  expect(refs.map(refKey)).toEqual(['H8', 'H8 sex=female', 'H10', 'H10 ~'])
  expect(newCheck('part', refs)).toMatchObject({
    part: { code: 'H8' },
    whole: { breakdown: { sex: 'female' } },
  })
  expect(newCheck('part', [])).toBeNull()
})

test('breakdowns are read back as they are written', () => {
  expect(partsOf(partsKey({ sex: 'female', kind: 'group' }))).toEqual({
    sex: 'female',
    kind: 'group',
  })
  expect(partsOf('')).toEqual({})
})
