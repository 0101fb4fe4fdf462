import { expect, test } from 'vitest'
import { readDay } from './read-day.ts'

test.each(['25/07/2018', '25-7-2018', '25.7.2018', ' 25/7/2018 ', '2018-07-25'])(
  'reads %s as one day',
  (text) => {
    expect(readDay(text)).toBe('2018-07-25')
  },
)

test.each(['31/02/2021', '29/02/2021', '32/01/2021', '2021-13-01', '12/2021', 'hôm nay', ''])(
  'finds no day in "%s"',
  (text) => {
    expect(readDay(text)).toBeUndefined()
  },
)

test('knows the leap day', () => {
  expect(readDay('29/2/2020')).toBe('2020-02-29')
})
