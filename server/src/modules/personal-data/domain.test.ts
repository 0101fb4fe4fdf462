import { expect, test } from 'vitest'
import { completeDue, overdueOn } from './domain.ts'

const DUE = { answerDueOn: '2026-03-12', completeDueOn: '2026-03-20' }

test.each([
  ['received', '2026-03-12', null],
  ['received', '2026-03-13', 'answer'],
  ['answered', '2026-03-13', null],
  ['answered', '2026-03-21', 'complete'],
  ['completed', '2026-04-01', null],
  ['refused', '2026-04-01', null],
] as const)('a %s request on %s: %s', (state, day, overdue) => {
  expect(overdueOn(day, { state, ...DUE })).toBe(overdue)
})

test('days to the end are days of the calendar', () => {
  expect(completeDue('2026-02-20', 10)).toBe('2026-03-02')
})
