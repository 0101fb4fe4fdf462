import { expect, test } from 'vitest'
import { paperLabel } from './domain.ts'

test.each([
  ['05/TB-BCĐ', 'Thông báo số 05/TB-BCĐ'],
  ['07-KH/HU', 'Kế hoạch số 07-KH/HU'],
  ['32/2021/NĐ-CP', 'Nghị định số 32/2021/NĐ-CP'],
  ['15/UBND-KTTH', 'Công văn số 15/UBND-KTTH'],
  ['121/STC-TT', 'Công văn số 121/STC-TT'],
])('%s is cited by its kind', (number, label) => {
  expect(paperLabel(number, null)).toBe(label)
  expect(paperLabel(number, '2021-03-03')).toBe(`${label} ngày 03/03/2021`)
})
