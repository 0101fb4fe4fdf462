import { expect, test } from 'vitest'
import { readBodies, readSource, readState } from './task-list-cells.ts'
import { readDue } from './task-list-due.ts'

test.each([
  ['15/12/2026', '2026-12-15'],
  ['5/2/26', '2026-02-05'],
  ['5.2.2026', '2026-02-05'],
  ['2026-02-05', '2026-02-05'],
  ['46058', '2026-02-05'],
  ['Trước ngày 15-12-2026', '2026-12-15'],
  ['ngày 15 tháng 12 năm 2026', '2026-12-15'],
  ['Từ 01/01/2026 đến 30/06/2026', '2026-06-30'],
  ['Quý II/2026', '2026-06-30'],
  ['quý 4 năm 2026', '2026-12-31'],
  ['Q1/2026', '2026-03-31'],
  ['tháng 6/2026', '2026-06-30'],
  ['Tháng 02 năm 2028', '2028-02-29'],
  ['6/2026', '2026-06-30'],
  ['6 tháng đầu năm 2026', '2026-06-30'],
  ['9 tháng năm 2026', '2026-09-30'],
  ['Trong năm 2026', '2026-12-31'],
  ['Giai đoạn 2026 - 2030', '2030-12-31'],
])('the term %s ends on %s', (text, on) => {
  expect(readDue(text)).toEqual({ dueOn: on, isStanding: false, recurrence: null, problem: null })
})

test.each([
  ['Thường xuyên', { isStanding: true }],
  ['thuờng xuyên, liên tục', { isStanding: true }],
  ['Định kỳ hàng quý', { recurrence: 'quarter' }],
  ['Hằng tháng, trước ngày 25', { recurrence: 'month' }],
  ['Định kỳ 6 tháng', { recurrence: 'half_year' }],
  ['hàng năm', { recurrence: 'year' }],
  ['31/02/2026', { problem: 'date_impossible' }],
  ['32/01/2026', { problem: 'date_impossible' }],
  ['tháng 13/2026', { problem: 'date_impossible' }],
  ['15/12', { problem: 'year_missing' }],
  ['Tháng 6', { problem: 'year_missing' }],
  ['theo quy định', { problem: 'due_unreadable' }],
  ['', {}],
])('the term “%s” has no single day', (text, said) => {
  const nothing = { dueOn: null, isStanding: false, recurrence: null, problem: null }
  expect(readDue(text)).toEqual({ ...nothing, ...said })
})

test.each([
  ['Sở Nông nghiệp và Môi trường', ['Sở Nông nghiệp và Môi trường']],
  ['Sở Văn hóa, Thể thao và Du lịch, Sở Y tế', ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Y tế']],
  ['Sở Tài chính và Liên minh HTX tỉnh', ['Sở Tài chính', 'Liên minh HTX tỉnh']],
  [
    'Các Sở: Tài chính, Nội vụ và Nông nghiệp và Môi trường',
    ['Sở Tài chính', 'Sở Nội vụ', 'Sở Nông nghiệp và Môi trường'],
  ],
  ['Sở Tài chính, Công Thương', ['Sở Tài chính', 'Sở Công Thương']],
  ['- Sở Tài chính\n- UBND các xã, phường', ['Sở Tài chính', 'UBND các xã, phường']],
  ['Sở Nông nghiệp\nvà Môi trường', ['Sở Nông nghiệp và Môi trường']],
  ['UBND các xã: Kế Sách, An Lạc Thôn', ['UBND các xã: Kế Sách, An Lạc Thôn']],
  [' ; ', []],
])('bodies of “%s”', (text, names) => {
  expect(readBodies(text)).toEqual(names)
})

test.each([
  ['Đã hoàn thành', 'done'],
  ['Hoàn thành quá hạn 5 ngày', 'done_late'],
  ['Chưa hoàn thành', 'running'],
  ['Chưa hoàn thành (quá hạn)', 'late'],
  ['Trong hạn', 'running'],
  ['Quá hạn', 'late'],
  ['Tạm dừng', 'paused'],
  ['Đề nghị hủy', 'cancelled'],
  ['xem phụ lục', null],
])('the state “%s” is %s', (text, state) => {
  expect(readState(text)).toBe(state)
})

test.each([
  ['Kế hoạch số 4143/KH-BCĐ ngày 05/10/2017', '', '4143/KH-BCĐ', '2017-10-05'],
  ['07/KH/HU', '1/3/21', '07/KH/HU', '2021-03-01'],
  ['KL số 15-KL/TU, 03.02.2026', '', '15-KL/TU', '2026-02-03'],
  ['15/UBND-KTTH', '2026-02-05', '15/UBND-KTTH', '2026-02-05'],
  ['', '', null, null],
])('the paper “%s” “%s”', (text, day, number, date) => {
  expect(readSource(text, day)).toMatchObject({ number, date })
})
