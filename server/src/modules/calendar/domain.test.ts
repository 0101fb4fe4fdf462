import { expect, test } from 'vitest'
import { addWorkingDays, isWorkingDay, legalHolidays } from './domain.ts'

const none = new Map()

test.each([
  ['2018-02-16'],
  ['2019-02-05'],
  ['2020-01-25'],
  ['2021-02-12'],
  ['2022-02-01'],
  ['2023-01-22'],
  ['2024-02-10'],
  ['2025-01-29'],
  ['2026-02-17'],
  ['2027-02-06'],
  ['2028-01-26'],
  ['2029-02-13'],
  ['2030-02-02'], // a day before China's: the new moon falls between the two midnights
])('the lunar new year of %s', (day) => {
  const tet = legalHolidays(Number(day.slice(0, 4))).filter(({ name }) => name === 'Tết Âm lịch')
  expect(tet).toHaveLength(5)
  expect(tet[1]?.on).toBe(day) // the eve is the first of the five
})

test.each([
  ['2018-04-25'],
  ['2020-04-02'],
  ['2021-04-21'],
  ['2022-04-10'],
  ['2023-04-29'],
  ['2024-04-18'],
  ['2025-04-07'],
  ['2026-04-26'],
])('the Hung Kings on %s', (day) => {
  const found = legalHolidays(Number(day.slice(0, 4))).find(
    ({ name }) => name === 'Giỗ Tổ Hùng Vương',
  )
  expect(found?.on).toBe(day)
})

test('has eleven days a year since 2021 and ten before, with the days that make up for weekends', () => {
  const given = (year: number) =>
    legalHolidays(year).filter(({ name }) => !name.startsWith('Nghỉ bù')).length
  expect([2019, 2020, 2021, 2026].map(given)).toEqual([10, 10, 11, 11])
  // 26/04/2026 is a Sunday
  expect(legalHolidays(2026).find(({ on }) => on === '2026-04-27')?.name).toBe(
    'Nghỉ bù Giỗ Tổ Hùng Vương',
  )
})

test.each([
  [2021, '2021-09-03'],
  [2022, '2022-09-01'],
  [2023, '2023-09-01'],
  [2024, '2024-09-03'],
  [2025, '2025-09-01'],
  [2026, '2026-09-01'],
])('National Day of %i has its second day on %s', (year, day) => {
  const days = legalHolidays(year).filter(({ name }) => name === 'Quốc khánh')
  expect(days.map(({ on }) => on).toSorted()).toEqual([day, `${year}-09-02`].toSorted())
})

test('working days leave out weekends and holidays, and the official list wins', () => {
  expect(addWorkingDays('2026-04-24', 1, none)).toBe('2026-04-28')
  expect(addWorkingDays('2026-04-29', 1, none)).toBe('2026-05-04')
  expect(addWorkingDays('2026-05-04', -1, none)).toBe('2026-04-29')
  expect(isWorkingDay('2026-07-04', none)).toBe(false)
  const listed = new Map([
    ['2026-07-04', { name: 'Làm bù', isOff: false }],
    ['2026-07-06', { name: 'Nghỉ hoán đổi', isOff: true }],
  ])
  expect(isWorkingDay('2026-07-04', listed)).toBe(true)
  expect(addWorkingDays('2026-07-03', 2, listed)).toBe('2026-07-07')
})
