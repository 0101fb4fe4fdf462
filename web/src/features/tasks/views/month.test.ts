import { expect, test } from 'vitest'
import { addMonths, weeksOf } from './month.ts'

test('a month that begins on a Thursday starts with the Monday before', () => {
  const weeks = weeksOf('2021-07')
  expect(weeks[0]?.[0]).toBe('2021-06-28')
  expect(weeks.at(-1)?.at(-1)).toBe('2021-08-01')
  expect(weeks).toHaveLength(5)
})

test('February of 2021 begins on a Monday and fills four weeks', () => {
  expect(weeksOf('2021-02')).toHaveLength(4)
})

test('months run over the turn of the year both ways', () => {
  expect(addMonths('2021-12', 1)).toBe('2022-01')
  expect(addMonths('2022-01', -1)).toBe('2021-12')
})
