import { expect, test } from 'vitest'
import { criterionOf, lineOf, stepsOf } from './criteria-draft.ts'

test('steps are typed a line each, in Vietnamese numbers', () => {
  expect(stepsOf('500 = 20\n\n 1.000 = 22,5 ')).toEqual([
    { from: 500, points: 20 },
    { from: 1000, points: 22.5 },
  ])
  expect(stepsOf('')).toEqual([])
  expect(stepsOf('500 20')).toBeUndefined()
  expect(stepsOf('500 = hai')).toBeUndefined()
})

test('a criterion is the same after it was shown for editing', () => {
  const one = {
    key: '3a',
    above: '3',
    name: 'Doanh thu',
    max: 4,
    rule: { by: 'steps' as const, value: '[H10]', steps: [{ from: 1500, points: 3 }] },
  }
  expect(criterionOf(lineOf(one, 'x'), false)).toEqual(one)
  expect(criterionOf(lineOf(one, 'x'), true)?.rule).toBeNull()
})
