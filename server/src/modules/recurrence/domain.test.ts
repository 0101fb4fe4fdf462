import { Recurrence } from '@hopluc/shared/task-deeds'
import { expect, test } from 'vitest'
import { occurrences } from './domain.ts'

test.each([
  [
    { every: 'quarter' },
    '2026-02-10',
    '2026-07-05',
    ['2026-Q1 2026-03-31', '2026-Q2 2026-06-30', '2026-Q3 2026-09-30'],
  ],
  [
    { every: 'quarter', day: 15, isMonthAfter: true },
    '2026-03-20',
    '2026-04-01',
    ['2026-Q1 2026-04-15', '2026-Q2 2026-07-15'],
  ],
  [{ every: 'quarter', day: 15 }, '2026-03-20', '2026-04-01', ['2026-Q2 2026-06-15']],
  [
    { every: 'month', day: 31 },
    '2026-02-01',
    '2026-03-01',
    ['2026-02 2026-02-28', '2026-03 2026-03-31'],
  ],
  [
    { every: 'month', day: 5, isMonthAfter: true },
    '2025-12-30',
    '2025-12-30',
    ['2025-12 2026-01-05'],
  ],
  [
    { every: 'half_year' },
    '2026-05-01',
    '2026-07-01',
    ['2026-H1 2026-06-30', '2026-H2 2026-12-31'],
  ],
  [{ every: 'nine_months' }, '2026-10-02', '2027-01-01', ['2027-9M 2027-09-30']],
  [{ every: 'year', day: 21 }, '2026-12-21', '2026-12-21', ['2026 2026-12-21']],
  [
    { every: 'week', day: 5 },
    '2026-01-01',
    '2026-01-05',
    ['2026-W01 2026-01-02', '2026-W02 2026-01-09'],
  ],
])('%j from %s, begun by %s', (rule, from, until, found) => {
  const said = occurrences(Recurrence.parse(rule), from, until)
  expect(said.map(({ period, dueOn }) => `${period} ${dueOn}`)).toEqual(found)
})

test('speaks of its period as a document would', () => {
  const words = (every: string, day: string) =>
    occurrences(Recurrence.parse({ every }), day, day)[0]?.words
  expect(words('quarter', '2026-08-01')).toBe('quý III/2026')
  expect(words('half_year', '2026-08-01')).toBe('6 tháng cuối năm 2026')
  expect(words('month', '2026-08-01')).toBe('tháng 8/2026')
})
