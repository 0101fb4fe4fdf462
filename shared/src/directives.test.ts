import { expect, test } from 'vitest'
import { nameInNotice } from './directives.ts'

const CITY = 'Ủy ban nhân dân thành phố Cần Thơ'

test.each([
  ['Sở Nông nghiệp và Môi trường thành phố Cần Thơ', CITY, 'Sở Nông nghiệp và Môi trường'],
  ['Liên minh Hợp tác xã thành phố Cần Thơ', CITY, 'Liên minh Hợp tác xã thành phố'],
  ['Ủy ban nhân dân thành phố Cần Thơ', CITY, 'Ủy ban nhân dân thành phố'],
  ['Sở Tài chính tỉnh Hưng Yên', CITY, 'Sở Tài chính tỉnh Hưng Yên'],
  ['Ủy ban nhân dân xã Kế Sách', CITY, 'Ủy ban nhân dân xã Kế Sách'],
  ['Ngân hàng Nhà nước', CITY, 'Ngân hàng Nhà nước'],
  ['Sở Tài chính thành phố Cần Thơ', null, 'Sở Tài chính thành phố Cần Thơ'],
])('%s in a notice under %s is %s', (name, superior, written) => {
  expect(nameInNotice(name, superior)).toBe(written)
})
