import { expect, test } from 'vitest'
import { fits, isOverdue, levelOf, levelsAbove, levelsFrom, type Standing } from './domain.ts'
import { allowedOn } from './policy.ts'

const TODAY = '2026-03-10'
const standing = (more: Partial<Standing> = {}): Standing => ({
  state: 'waiting',
  level: 'commune',
  answerDueOn: '2026-03-10',
  transferUntilOn: '2026-03-10',
  risenOn: null,
  ...more,
})

test.each<[string, Partial<Standing>, boolean]>([
  ['on its last day it is not late', {}, false],
  ['the day after it is', { answerDueOn: '2026-03-09' }, true],
  ['risen, it stays late though the term is new', { risenOn: '2026-03-09' }, true],
  ['answered, it never is', { state: 'answered', answerDueOn: '2026-03-01' }, false],
])('%s', (_, more, late) => {
  expect(isOverdue(standing(more), TODAY)).toBe(late)
})

test('it is passed on until the end of the last day, answered while it waits, rated when answered', () => {
  expect(fits('transfer', standing(), TODAY)).toBe(true)
  expect(fits('transfer', standing({ transferUntilOn: '2026-03-09' }), TODAY)).toBe(false)
  expect(fits('answer', standing({ transferUntilOn: '2026-03-09' }), TODAY)).toBe(true)
  expect(fits('rate', standing(), TODAY)).toBe(false)
  expect(fits('rate', standing({ state: 'answered' }), TODAY)).toBe(true)
  expect(fits('answer', standing({ state: 'solved' }), TODAY)).toBe(false)
})

test('a province’s own never begins in a commune; above the leaders there is nobody', () => {
  expect(levelsFrom('commune', true)).toEqual(['commune', 'department', 'province'])
  expect(levelsFrom('commune', false)).toEqual(['department', 'province'])
  expect(levelsAbove('department')).toEqual(['province'])
  expect(levelsAbove('province')).toEqual([])
})

test('the level of an agency is its unit’s, and the province’s People’s Committee stands above', () => {
  expect(levelOf({ kind: 'people_committee', unitLevel: 'commune' })).toBe('commune')
  expect(levelOf({ kind: 'department', unitLevel: 'province' })).toBe('department')
  expect(levelOf({ kind: 'people_committee', unitLevel: 'province' })).toBe('province')
})

test('nobody rates what their own agency answered, and a clerk answers nothing', () => {
  const answered = standing({ state: 'answered' })
  const sides = { isHandler: false, isRaiser: true }
  expect(allowedOn({ role: 'cooperative' }, sides, answered, TODAY)).toEqual(['rate'])
  expect(allowedOn({ role: 'officer' }, { ...sides, isHandler: true }, answered, TODAY)).toEqual([])
  const waits = { isHandler: true, isRaiser: false }
  expect(allowedOn({ role: 'officer' }, waits, standing(), TODAY)).toEqual(['answer', 'transfer'])
  expect(allowedOn({ role: 'clerk' }, waits, standing(), TODAY)).toEqual([])
})
