import { expect, test } from 'vitest'
import { lastMonthOfQuarter } from './domain.ts'

test.each([
  ['2026-01-31', undefined],
  ['2026-03-01', ['2026-01-01', '2026-03-31', 'quý I năm 2026']],
  ['2026-06-30', ['2026-04-01', '2026-06-30', 'quý II năm 2026']],
  ['2026-09-15', ['2026-07-01', '2026-09-30', 'quý III năm 2026']],
  ['2026-11-30', undefined],
  ['2026-12-02', ['2026-10-01', '2026-12-31', 'quý IV năm 2026']],
])('%s is in the last month of %s', (today, quarter) => {
  const found = lastMonthOfQuarter(today)
  expect(found && [found.fromOn, found.untilOn, found.words]).toEqual(quarter)
})
