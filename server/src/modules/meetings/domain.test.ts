import { describe, expect, test } from 'vitest'
import { advance, paragraphs, spokenBy, warnings, withoutNumber } from './domain.ts'

const planned = {
  state: 'planned',
  heldOn: '2026-03-12',
  invitedOn: null,
  invited: 3,
  fileCount: 1,
} as const

describe('warnings', () => {
  test.each([
    ['invited in time', { invitedOn: '2026-03-10' }, '2026-03-11', []],
    ['not yet invited, on the last day', {}, '2026-03-10', []],
    ['not yet invited, a day late', {}, '2026-03-11', ['short_notice']],
    ['invited a day late', { invitedOn: '2026-03-11' }, '2026-03-11', ['short_notice']],
    ['past, not recorded as held', {}, '2026-03-13', ['past_day']],
    ['nobody invited', { invited: 0 }, '2026-03-10', ['nobody_invited']],
    ['no papers', { fileCount: 0 }, '2026-03-10', ['no_papers']],
    ['held', { state: 'held' as const, invited: 0 }, '2026-03-13', []],
    ['without a day', { heldOn: null }, '2026-03-13', []],
  ])('%s', (_, more, today, found) => {
    expect(warnings({ ...planned, ...more }, '2026-03-10', today)).toEqual(found)
  })
})

test('goes from planned to held to concluded, and back once', () => {
  expect(advance('hold', 'planned')).toBe('held')
  expect(advance('conclude', 'held')).toBe('concluded')
  expect(advance('reopen', 'concluded')).toBe('held')
  for (const action of ['hold', 'invite', 'cancel'] as const)
    expect(() => advance(action, 'concluded')).toThrow('meetings.wrong_state')
})

test('the course is read as paragraphs with who spoke', () => {
  expect(paragraphs(' Một \n\n Hai\n')).toEqual(['Một', 'Hai'])
  expect(spokenBy('Sở NN&MT: đề nghị bố trí vốn')).toEqual({
    speaker: 'Sở NN&MT',
    text: 'đề nghị bố trí vốn',
  })
  expect(spokenBy('Các đại biểu thống nhất.')).toEqual({
    speaker: null,
    text: 'Các đại biểu thống nhất.',
  })
  expect(withoutNumber('1. Giao Sở Tài chính')).toBe('Giao Sở Tài chính')
})
