import { expect, test } from 'vitest'
import { SERIES_RULES } from './figure-series.ts'
import { read } from './read.ts'
import { KIND_EXAMPLES, SERIES_EXAMPLES } from './samples/figures.ts'

test('every rule about numbers in a row has its example', () => {
  expect(SERIES_RULES.map(({ id }) => id).filter((id) => !SERIES_EXAMPLES[id])).toEqual([])
})

test.each(Object.entries(SERIES_EXAMPLES))('%s: %s', (id, [sentence, value, indicator]) => {
  const figure = read(sentence).figures.find((one) => one.value === value)
  expect(figure?.indicator).toBe(indicator)
  expect(figure?.reasons.map(({ code }) => code)).toContain(`figure.${id}`)
})

test.each(Object.entries(KIND_EXAMPLES))('%s: %s', (_, [sentence, value, kind]) => {
  expect(read(sentence).figures.find((one) => one.value === value)?.kind).toBe(kind)
})

const NOTICE = `UBND TỈNH A
Số: 12/TB-UBND
A, ngày 10 tháng 5 năm 2020
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về HTX
Ngày 08/5/2020, Chủ tịch UBND tỉnh Lê Văn Hòa chủ trì cuộc họp về HTX. Chủ tịch UBND tỉnh kết luận:
`
const NEWS = `Ngày 08/5/2020, Chủ tịch UBND huyện Lê Văn Hòa chủ trì hội nghị về kinh tế tập thể, với sự tham dự của lãnh đạo các phòng, ban và đại diện các hợp tác xã trên địa bàn huyện.
Kết luận hội nghị, Chủ tịch UBND huyện Lê Văn Hòa ghi nhận kết quả đạt được. `

function told(text: string) {
  return read(text).directives.map(({ quote, assignees, due }) => ({
    quote: quote.replace(/\s+/g, ' '),
    assignees,
    due: due?.date ?? null,
  }))
}

test('a heading that is nothing but a period is the term of its items', () => {
  const programme = `BAN CHỈ ĐẠO KTTT TỈNH A
Số: 03/CTr-BCĐ
A, ngày 19 tháng 01 năm 2026
CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026
Ban Chỉ đạo ban hành Chương trình công tác năm 2026 như sau:
A. NHIỆM VỤ
I. Quý II
1. Sở Nội vụ hướng dẫn việc xếp lương cho cán bộ HTX.
2. Sở Tài chính bố trí vốn trước ngày 28/5.
`
  expect(told(programme)).toEqual([
    {
      quote: 'hướng dẫn việc xếp lương cho cán bộ HTX',
      assignees: ['Sở Nội vụ'],
      due: '2026-06-30',
    },
    { quote: 'bố trí vốn trước ngày 28/5', assignees: ['Sở Tài chính'], due: '2026-05-28' },
  ])
  expect(read(programme).references).toEqual([])
})

test('who leads an item may stand in its last bracket, the term beside', () => {
  const plan = `UBND XÃ A
Số: 31/KH-UBND
A, ngày 05 tháng 02 năm 2026
KẾ HOẠCH
Phát triển HTX năm 2026
I. NHIỆM VỤ, GIẢI PHÁP
1. Rà soát quỹ đất để giới thiệu cho HTX (Phòng Kinh tế chủ trì; xong trước 31/5).
2. Hỗ trợ HTX xây dựng gian hàng (Trung tâm Phục vụ hành chính công; quý III/2026).
`
  expect(told(plan).map(({ assignees, due }) => [assignees, due])).toEqual([
    [['Phòng Kinh tế'], '2026-05-31'],
    [['Trung tâm Phục vụ hành chính công'], '2026-09-30'],
  ])
})

test('a condition before the task stays out of it', () => {
  const news = `${NEWS}Ông yêu cầu các xã rà soát HTX yếu. Trường hợp HTX không thể củng cố thì mạnh dạn giải thể.`
  expect(told(news)).toMatchObject([{ quote: 'rà soát HTX yếu' }, { quote: 'mạnh dạn giải thể' }])
})

test('the head of a body tells it, whose name need not be said again', () => {
  const news = `${NEWS.split('\n')[0] ?? ''}
Chủ tịch UBND huyện chỉ đạo: Phòng Nông nghiệp và PTNT rà soát HTX yếu.`
  expect(told(news)).toMatchObject([
    { quote: 'rà soát HTX yếu', assignees: ['Phòng Nông nghiệp và PTNT'] },
  ])
})

test('what is forbidden is an order', () => {
  expect(told(`${NEWS}Ông Hòa cũng lưu ý, không được ép nông dân vào HTX.`)).toMatchObject([
    { quote: 'không được ép nông dân vào HTX' },
  ])
})

test("the chair's words in quotation marks are his orders", () => {
  const news = `${NEWS}
"Các HTX cần chủ động khôi phục sản xuất" - ông Hòa nhấn mạnh.`
  expect(told(news)).toMatchObject([
    { quote: 'chủ động khôi phục sản xuất', assignees: ['Các HTX'] },
  ])
})

test.each([
  ['1. Các HTX đã có nhiều cố gắng; nộp ngân sách năm 2019 đạt 41 tỷ đồng.', []],
  ['1. Đến nay, thị xã có 33 HTX. Sáu tháng đầu năm thành lập mới 02 HTX.', []],
  ['1. UBND huyện phải có ít nhất 80% số HTX đăng ký lại.', []],
  ['1. Sở Nội vụ theo chức năng hướng dẫn HTX đăng ký lại.', ['hướng dẫn HTX đăng ký lại']],
  ['1. UBND các xã căn cứ Kế hoạch này xây dựng kế hoạch.', ['xây dựng kế hoạch']],
  [
    '1. Sở A chủ trì cùng UBND các quận,\n                2\nhuyện tháo gỡ vướng mắc về đất đai.',
    ['tháo gỡ vướng mắc về đất đai'],
  ],
])('in a notice: %s', (item, expected) => {
  const found = told(`${NOTICE}${item}\n2. Thông báo để biết, thực hiện.`).map(({ quote }) => quote)
  expect(found).toHaveLength(expected.length)
  expected.forEach((words, index) => expect(found[index]).toContain(words))
})

test('minutes tell their day in a line of its own', () => {
  const minutes = `UBND XÃ A
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
BIÊN BẢN
Họp Ban Chỉ đạo phát triển kinh tế tập thể
Thời gian: 14 giờ 00, ngày 06/11/2025
Chủ trì: bà Phan Thị Hằng, Chủ tịch UBND xã
`
  expect(read(minutes).meeting?.date).toBe('2025-11-06')
})

test('a paragraph that begins with a number is no teaser', () => {
  const news = `${NEWS}
>> Xem thêm: 12 sản phẩm được chứng nhận
9 tháng đầu năm, toàn huyện thành lập mới 78 HTX, nâng tổng số lên 487 HTX với hơn 20.500 thành viên, giải quyết việc làm cho 6.870 lao động, góp phần quan trọng vào kết quả chung trong xây dựng nông thôn mới, giảm nghèo bền vững của huyện.`
  expect(read(news).figures.map(({ value }) => value)).toEqual([78, 487, 20500, 6870])
})

test('an organisation named again by the end of its name is the same', () => {
  const found = read('HTX dịch vụ nông nghiệp Hưng Thịnh có lãi. HTX Hưng Thịnh thuê đất.')
  expect(found.organisations.map(({ name }) => name)).toEqual(['dịch vụ nông nghiệp Hưng Thịnh'])
})

test("a table's column of shares tells how much of the plan is reached", () => {
  const report = `UBND XÃ A
Số: 77/BC-UBND
A, ngày 25 tháng 12 năm 2025
BÁO CÁO
Kết quả phát triển hợp tác xã năm 2025
I. Kết quả
Chỉ tiêu | Đơn vị | Kế hoạch | Thực hiện | % KH
Số HTX | HTX | 12 | 13 | 108
`
  expect(
    read(report).figures.map(({ value, unit, indicator, kind }) => [value, unit, indicator, kind]),
  ).toEqual([
    [12, 'HTX', 'cooperatives_total', 'target'],
    [13, 'HTX', 'cooperatives_total', 'actual'],
    [108, '%', 'other', 'actual'],
  ])
})
