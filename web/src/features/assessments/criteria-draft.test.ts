import { expect, test } from 'vitest'
import { criterionOf, isWhole, lineOf, newExclusion, stepsOf } from './criteria-draft.ts'

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

test.each([
  { by: 'hand' as const, evidence: 'Biên bản' },
  { by: 'rule' as const, rule: [{ by: 'is' as const, code: 'audited', value: true }] },
])('a criterion by $by is the same after it was shown for editing', (rule) => {
  const one = { key: '5', above: null, name: 'Quản trị', max: 10, rule }
  expect(criterionOf(lineOf(one, 'x'), false)).toEqual(one)
})

test('a condition that says nothing is not kept, and a case needs words', () => {
  const line = { ...lineOf({ key: '5', above: null, name: 'x', max: 1, rule: null }, 'x') }
  expect(criterionOf({ ...line, by: 'rule' }, false)).toBeUndefined()
  const first = newExclusion([])
  expect([first.key, newExclusion([first]).key]).toEqual(['case1', 'case2'])
  expect(isWhole(first)).toBe(false)
  expect(isWhole({ ...first, words: 'Bị xử phạt' })).toBe(true)
  expect(isWhole({ ...first, words: 'Bị xử phạt', rule: [] })).toBe(false)
})
