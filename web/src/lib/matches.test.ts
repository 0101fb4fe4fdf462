import { expect, test } from 'vitest'
import { matches } from './matches.ts'

test.each(['trinh phu', 'Trinh Phú', 'phu xa', 'ubnd TRINH', ''])(
  '“%s” finds the commune',
  (typed) => {
    expect(matches('UBND xã Trinh Phú', typed)).toBe(true)
  },
)

test('đ is d, also large', () => {
  expect(matches('Xã Đại Hải', 'dai hai')).toBe(true)
  expect(matches('Xã Đại Hải', 'ĐẠI')).toBe(true)
})

test('every word must stand in the name', () => {
  expect(matches('UBND xã Trinh Phú', 'trinh an')).toBe(false)
})
