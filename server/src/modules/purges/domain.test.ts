import { expect, test } from 'vitest'
import { keptUntil, readLine } from './domain.ts'

const ID = '01890000-0000-7000-8000-000000000001'

test.each([
  ['05/TB-BCĐ', '05/TB-BCĐ', null],
  ['Số 05/TB-BCĐ ngày 10/03/2026', 'Số 05/TB-BCĐ', '2026-03-10'],
  ['05/TB-BCĐ; 1/3/2026', '05/TB-BCĐ', '2026-03-01'],
  ['05/TB-BCĐ 31/02/2026', '05/TB-BCĐ 31/02/2026', null],
])('the line "%s" names a number and a day', (line, symbol, on) => {
  expect(readLine(line)).toEqual({ by: 'number', symbol, on })
})

test.each([
  [`https://hopluc.vn/meetings/${ID}?asOf=2026-01-01`, 'meeting'],
  [`/documents/${ID}`, 'document'],
])('the address %s names a record', (line, kind) => {
  expect(readLine(line)).toEqual({ by: 'address', kind, id: ID })
})

test('a period ends on the same day of a later year, of 29 February on the 28th', () => {
  expect(keptUntil('2015-05-05', 10)).toBe('2025-05-05')
  expect(keptUntil('2024-02-29', 5)).toBe('2029-02-28')
})
