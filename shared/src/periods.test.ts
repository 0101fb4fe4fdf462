import { expect, test } from 'vitest'
import {
  periodAt,
  periodBefore,
  periodCode,
  periodName,
  periodOfCode,
  samePeriod,
  shortPeriodName,
} from './periods.ts'

test.each([
  ['2026', 'Năm 2026', '2025', '2025'],
  ['2026h1', '6 tháng đầu năm 2026', '2025h2', '2025h1'],
  ['2026q3', 'Quý III năm 2026', '2026q2', '2025q3'],
  ['2026m05', 'Tháng 05/2026', '2026m04', '2025m05'],
  ['2026n1', '9 tháng năm 2026', '2025n1', '2025n1'],
  ['2026q1', 'Quý I năm 2026', '2025q4', '2025q1'],
])('%s is %s; before it %s, a year before %s', (code, name, before, same) => {
  const key = periodOfCode(code)
  if (!key) throw new Error('no period')
  expect(periodCode(key)).toBe(code)
  expect(periodName(key)).toBe(name)
  expect(periodCode(periodBefore(key))).toBe(before)
  expect(periodCode(samePeriod(key))).toBe(same)
})

test('what names no period is none', () => {
  for (const code of ['2026q5', '2026h3', '26', '2026m13', '2026x1', '1200'])
    expect(periodOfCode(code)).toBeUndefined()
})

test('a day lies in its period', () => {
  expect(periodCode(periodAt('quarter', '2026-11-22'))).toBe('2026q4')
  expect(periodCode(periodAt('half', '2026-06-30'))).toBe('2026h1')
  expect(shortPeriodName({ kind: 'half', year: 2020, part: 1 })).toBe('6T/2020')
})
