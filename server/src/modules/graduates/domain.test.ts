import { expect, test } from 'vitest'
import { leastOf, monthOf, monthsOf } from './domain.ts'

test.each([
  [4_000_000, 6_000_000],
  [3_860_001, 5_790_002],
  [1, 2],
])('of a minimum wage of %d at least %d are paid', (wage, least) => {
  expect(leastOf(wage)).toBe(least)
})

test('a term has its months from the first day on, the last one begun counted whole', () => {
  expect(monthsOf('2025-11-20', '2026-02-01')).toEqual(['2025-11-01', '2025-12-01', '2026-01-01'])
  expect(monthsOf('2026-08-20', '2027-08-19')).toHaveLength(12)
  expect(monthsOf('2026-08-20', '2027-08-20')).toHaveLength(13)
  expect(monthsOf('2026-01-01', '2026-12-31')).toHaveLength(12)
  expect(monthsOf('2026-03-02', '2026-03-02')).toEqual([monthOf('2026-03-31')])
})
