import { expect, test } from 'vitest'
import { lastQuarters, quarterOf } from './quarters.ts'

test('a day falls into its quarter', () => {
  expect(quarterOf('2026-01-01')).toBe('2026-Q1')
  expect(quarterOf('2026-09-30')).toBe('2026-Q3')
  expect(quarterOf('2026-12-31')).toBe('2026-Q4')
})

test('quarters before run over the turn of the year', () => {
  expect(lastQuarters('2026-Q2', 4)).toEqual(['2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3'])
})
