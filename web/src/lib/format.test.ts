import { expect, test } from 'vitest'
import {
  compareNames,
  dayOf,
  formatBytes,
  formatDate,
  formatDay,
  formatInstant,
  formatLate,
  formatLeft,
  formatMoney,
  formatNumber,
  formatRange,
  formatShare,
  formatTime,
  formatWeekday,
  initials,
} from './format.ts'

test('days are written as documents write them', () => {
  expect(formatDate('2018-07-25')).toBe('25/07/2018')
  expect(formatDay('2021-07-09', '2021-07-12')).toBe('09/07')
  expect(formatDay('2018-07-09', '2021-07-12')).toBe('09/07/2018')
  expect(formatWeekday('2021-07-12')).toBe('Thứ Hai, 12/07/2021')
  expect(formatWeekday('2021-07-11')).toBe('Chủ Nhật, 11/07/2021')
})

test.each([
  ['2021-07-05', '2021-07-11', '05 – 11/07/2021'],
  ['2021-06-28', '2021-07-11', '28/06 – 11/07/2021'],
  ['2020-12-28', '2021-01-03', '28/12/2020 – 03/01/2021'],
  ['2021-07-12', '2021-07-12', '12/07/2021'],
])('the range %s to %s says only what differs', (from, to, words) => {
  expect(formatRange(from, to)).toBe(words)
})

test('an instant is told in Vietnam, also just after its midnight', () => {
  expect(formatTime('2021-07-12T00:30:00Z')).toBe('07:30')
  expect(dayOf('2021-07-11T17:30:00Z')).toBe('2021-07-12')
  expect(formatInstant('2021-07-05T01:00:00Z', '2021-07-12')).toBe('05/07 08:00')
})

test('numbers have a dot for thousands, a comma for decimals and a true minus', () => {
  expect(formatNumber(455_523)).toBe('455.523')
  expect(formatNumber(-1.5)).toBe('−1,5')
  expect(formatNumber(2, 1)).toBe('2,0')
  expect(formatShare(0.705)).toBe('70,5%')
  expect(formatShare(1, 0)).toBe('100%')
})

test.each([
  [950_000, '950.000 đồng'],
  [1_342_000_000, '1.342 triệu đồng'],
  [45_600_000, '45,6 triệu đồng'],
  [24_000_000_000, '24,0 tỷ đồng'],
])('%d đồng reads as %s', (dong, words) => {
  expect(formatMoney(dong)).toBe(words)
})

test('sizes of files are rounded to what one reads', () => {
  expect(formatBytes(312)).toBe('312 B')
  expect(formatBytes(412_345)).toBe('412 kB')
  expect(formatBytes(1_840_000)).toBe('1,8 MB')
})

test('a term says how late or how long', () => {
  expect(formatLate(12)).toBe('Quá hạn 12 ngày')
  expect(formatLeft(3)).toBe('Còn 3 ngày')
  expect(formatLeft(0)).toBe('Hạn hôm nay')
})

test('names sort as Vietnamese sort, numbers by value', () => {
  const names = [
    'HTX 19 tháng 5',
    'HTX Đại Đoàn Kết',
    'HTX 2 tháng 9',
    'HTX Dân Tiến',
    'HTX Ân Phú',
  ]
  expect(names.toSorted(compareNames)).toEqual([
    'HTX 2 tháng 9',
    'HTX 19 tháng 5',
    'HTX Ân Phú',
    'HTX Dân Tiến',
    'HTX Đại Đoàn Kết',
  ])
})

test('initials are those of the family and the own name', () => {
  expect(initials('Trần Thị Hạnh')).toBe('TH')
  expect(initials('Lê Hoàng Phong')).toBe('LP')
  expect(initials('Quản')).toBe('Q')
})
