import { expect, test } from 'vitest'
import { agencyListAt } from './agencies.ts'
import { readClause } from './clause.ts'
import { days, nextDate, plainDate, previousDate } from './days.ts'
import type { Flow } from './flow.ts'
import { lower, normalise } from './normalise.ts'
import { quantities } from './numbers.ts'
import { organisationsIn } from './organisations.ts'
import { personsIn } from './persons.ts'
import { referencesIn } from './references.ts'
import { clauses, sentences } from './sentences.ts'
import { splitTask } from './split-task.ts'
import { terms } from './terms.ts'

function flowOf(text: string): Flow {
  return { text, low: lower(text), shown: text, startOf: (at) => at, endOf: (at) => at }
}
const whole = (flow: Flow) => ({ start: 0, end: flow.text.length })

test('a letter of several code points keeps its place in the original', () => {
  const original = 'Ủy ban hoà thuỷ'.normalize('NFD')
  const source = normalise(original)
  expect(source.text).toBe('Ủy ban hòa thủy')
  const at = source.text.indexOf('hòa')
  expect(original.slice(source.startOf(at), source.endOf(at + 3)).normalize('NFC')).toBe('hoà')
})

test('a run without a blank is read as far as anything could mean; what follows keeps its place', () => {
  const original = `Số ${'1'.repeat(9000)} ${'–'.repeat(5000)} hoà\u0300 HTX`
  const source = normalise(original)
  expect(source.text).toHaveLength(3 + 2000 + 1 + 2000 + ' hòa HTX'.length + 1)
  const at = source.text.indexOf('HTX')
  expect(original.slice(source.startOf(at), source.endOf(at + 3))).toBe('HTX')
  expect(normalise('9'.repeat(4000)).text).toHaveLength(2000)
})

test('spaces, dashes and line ends of all kinds are brought to one, tone stays on "quý"', () => {
  expect(normalise('a\u00a0–\u200b b\r\nquý\rUỷ').text).toBe('a - b\nquý\nỦy')
})

test.each([
  ['Sở A họp. Sở B dự.', ['Sở A họp.', 'Sở B dự.']],
  ['Tại TP. Hà Tiên, có 3.250 HTX. Xong.', ['Tại TP. Hà Tiên, có 3.250 HTX.', 'Xong.']],
  ['Họp ngày 6.7.2023 tại xã. Hết.', ['Họp ngày 6.7.2023 tại xã.', 'Hết.']],
])('sentences of %s', (text, expected) => {
  const flow = flowOf(text)
  expect(sentences(flow, whole(flow)).map((one) => text.slice(one.start, one.end))).toEqual(
    expected,
  )
})

test('a semicolon in brackets parts no clause', () => {
  const flow = flowOf('rà soát HTX (yếu; kém); báo cáo')
  expect(clauses(flow, whole(flow)).length).toBe(2)
})

test.each([
  [
    'Sở Tài chính, Sở Nội vụ và UBND các xã, phường rà soát',
    ['Sở Tài chính', 'Sở Nội vụ', 'UBND các xã, phường'],
  ],
  ['các sở: Công Thương, Nội vụ, Xây dựng', ['Sở Công Thương', 'Sở Nội vụ', 'Sở Xây dựng']],
  ['UBND các xã: Yên Mỹ, Tân Hòa phải', ['UBND xã Yên Mỹ', 'UBND xã Tân Hòa']],
  ['các xã Yên Mỹ, Tân Hòa phải', ['xã Yên Mỹ', 'xã Tân Hòa']],
  [
    'Ngân hàng Nhà nước Việt Nam Chi nhánh tỉnh Bắc Sơn chỉ đạo',
    ['Ngân hàng Nhà nước Việt Nam Chi nhánh tỉnh Bắc Sơn'],
  ],
  ['Ban Quản lý cảng cá tỉnh tổ chức', ['Ban Quản lý cảng cá tỉnh']],
  ['Đảng đoàn HĐND tỉnh lãnh đạo', ['Đảng đoàn HĐND tỉnh']],
  ['cấp ủy, chính quyền các xã, phường tiếp tục', ['cấp ủy, chính quyền các xã, phường']],
  ['Trưởng các thôn, tổ dân phố vận động', ['Trưởng các thôn, tổ dân phố']],
  ['rà soát các nhiệm vụ', []],
])('the bodies of "%s"', (text, expected) => {
  const flow = flowOf(text)
  expect(agencyListAt(flow, 0, text.length).map((one) => one.name)).toEqual(expected)
})

test.each([
  ['trước ngày 15/3/2021', '2021-03-15'],
  ['trong quý I năm 2019', '2019-03-31'],
  ['hoàn thành trong tháng 2/2024', '2024-02-29'],
  ['trong 6 tháng đầu năm 2020', '2020-06-30'],
  ['từ nay đến hết năm', '2020-12-31'],
  ['trong quý II', '2020-06-30'],
  ['chậm nhất 30/1', '2021-01-30'],
  ['từ ngày 10/11 đến ngày 30/11/2025', '2025-11-30'],
  ['định kỳ hằng quý', null],
  ['trước ngày 25 hằng tháng', null],
  ['trong vòng 10 ngày', null],
  ['trước Tết Nguyên đán', null],
])('the term "%s" ends on %s', (text, date) => {
  const flow = flowOf(text)
  expect(terms(flow, whole(flow), '2020-05-10').map((one) => one.date)).toEqual([date])
})

test.each([
  'dự toán năm 2030',
  'kế hoạch hằng năm của đơn vị',
  'Đề án đến năm 2030 của tỉnh',
  'theo quy định',
])('"%s" is no term', (text) => {
  const flow = flowOf(text)
  expect(terms(flow, whole(flow), '2020-05-10')).toEqual([])
})

test('a recurring term tells how often and on which day', () => {
  const flow = flowOf('báo cáo trước ngày 25 hằng tháng')
  expect(terms(flow, whole(flow), null)[0]?.recurrence).toEqual({ every: 'month', day: 25 })
})

test('days are read in four spellings', () => {
  const found = days(
    'ngày 5/1/2020, 6-2-2020, 7.3.2020 và ngày 8 tháng 4 năm 2020, đạt 4/7 chỉ tiêu',
  )
  expect(found.slice(0, 4).map((one) => one.month)).toEqual([1, 2, 3, 4])
  expect(plainDate(2023, 2, 31)).toBe('2023-02-28')
  expect(nextDate('2020-05-10', 5, 9)).toBe('2021-05-09')
  expect(previousDate('2020-05-10', 5, 11)).toBe('2019-05-11')
})

test.each([
  ['hơn 365 HTX', 365, null, 'htx', 'at_least'],
  ['ước đạt 1.245,5 tỷ đồng', 1_245_500_000_000, null, 'đồng', 'about'],
  ['từ 70 - 80%', 70, 80, '%', 'range'],
  ['từ 6 sản phẩm trở lên', 6, null, 'sản phẩm', 'at_least'],
  ['không quá 500 triệu đồng', 500_000_000, null, 'đồng', 'at_most'],
  ['15/40 HTX', 15, null, 'htx', 'exact'],
  ['ba HTX', 3, null, 'htx', 'exact'],
  ['gần 1/3 số HTX', 0.3333, null, '', 'about'],
  ['2,8 đến 3,2 triệu đồng/người/tháng', 2_800_000, 3_200_000, 'đồng', 'range'],
])('the quantity %s', (text, value, valueMax, unit, qualifier) => {
  const flow = flowOf(text)
  expect(quantities(flow, whole(flow))[0]).toMatchObject({ value, valueMax, unit, qualifier })
})

test.each(['trong 12 tháng', 'ngày 12/5', 'khóa XIII', '24 xã', 'đến hết năm 2023 tỷ lệ'])(
  '"%s" is no quantity',
  (text) => {
    const flow = flowOf(text)
    expect(quantities(flow, whole(flow))).toEqual([])
  },
)

test.each([
  ['theo Kế hoạch số 99/KH-UBND ngày 05/10/2017 của tỉnh', 'KH', '99/KH-UBND', '2017-10-05'],
  ['Kết luận số 70-KL/TW', 'KL', '70-KL/TW', null],
  ['Công văn 2218/UBND-NN', 'CV', '2218/UBND-NN', null],
  ['Luật HTX năm 2012', 'Luật', null, '2012'],
  ['Nghị quyết 20', 'NQ', '20', null],
  ['Nghị quyết Trung ương 5 khóa IX', 'NQ', null, null],
  ['Luật Hợp tác xã số 17/2023/QH15', 'Luật', '17/2023/QH15', null],
  ['Quyết định số 167/QĐ-TTg ngày 03 tháng 02 năm 2021', 'QĐ', '167/QĐ-TTg', '2021-02-03'],
])('the document cited in "%s"', (text, type, number, date) => {
  const flow = flowOf(text)
  expect(referencesIn(flow, whole(flow))).toMatchObject([{ type, number, date }])
})

test.each([
  'theo Luật Hợp tác xã',
  'đạt 47 HTX/KH 45 HTX',
  '3 tỷ đồng/HTX/năm',
  'nhiệm kỳ 2020-2025',
])('"%s" cites nothing', (text) => {
  const flow = flowOf(text)
  expect(referencesIn(flow, whole(flow))).toEqual([])
})

test.each([
  ['thăm HTX chè Tân Sơn (xã Yên Mỹ), nơi', 'chè Tân Sơn', 'xã Yên Mỹ'],
  ['HTX Dịch vụ nông nghiệp Phú Lộc 2 có 3 tổ', 'Dịch vụ nông nghiệp Phú Lộc 2', null],
  ['HTX vận tải 19/8 hoạt động', 'vận tải 19/8', null],
  ['Tổ hợp tác nuôi ong Bản Giốc, xã Đàm Thủy', 'nuôi ong Bản Giốc', 'xã Đàm Thủy'],
  ['HTX Quyết Tiến và các hộ', 'Quyết Tiến', null],
])('the organisation in "%s"', (text, name, place) => {
  const flow = flowOf(text)
  const found = organisationsIn(flow, whole(flow))
  expect(found.map((one) => text.slice(one.name.start, one.name.end))).toEqual([name])
  expect(found[0]?.place ? text.slice(found[0].place.start, found[0].place.end) : null).toBe(place)
})

test.each([
  'các HTX nông nghiệp trên địa bàn',
  'Liên minh HTX Việt Nam',
  'HTX trồng sâm tại xã Măng Ri',
  'HTX OCOP',
  'HTX gửi Quỹ Hỗ trợ',
])('"%s" names no organisation', (text) => {
  const flow = flowOf(text)
  expect(organisationsIn(flow, whole(flow))).toEqual([])
})

test.each([
  [
    'đồng chí Nông Thị Hà, Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh chủ trì',
    'Nông Thị Hà',
    'Phó Chủ tịch UBND tỉnh',
  ],
  [
    'Phó Chủ tịch UBND tỉnh An Giang Lâm Quốc Bảo chủ trì',
    'Lâm Quốc Bảo',
    'Phó Chủ tịch UBND tỉnh',
  ],
  ['ông Y Ngọc Sơn - Chủ tịch UBND huyện', 'Y Ngọc Sơn', 'Chủ tịch UBND huyện'],
])('the person in "%s"', (text, name, title) => {
  const flow = flowOf(text)
  const person = personsIn(flow, whole(flow))[0]
  expect(person && text.slice(person.name.start, person.name.end)).toBe(name)
  expect(person?.title).toBe(title)
})

test.each([
  ['Chủ tịch UBND tỉnh yêu cầu Sở Tài chính rà soát nợ đọng', 'rà soát nợ đọng'],
  ['Về vốn vay: Sở Tài chính bố trí vốn', 'bố trí vốn'],
  ['Đến 30/6, lập sổ theo dõi', 'lập sổ theo dõi'],
  ['Ngoài ra, cần quan tâm đào tạo cán bộ', 'quan tâm đào tạo cán bộ'],
  ['UBND huyện sẽ hỗ trợ kinh phí', null],
  ['Liên minh HTX tỉnh đã có nhiều cố gắng', null],
  ['Phát triển HTX là nhiệm vụ quan trọng', null],
  ['Sổ sách quỹ cần được công khai', 'Sổ sách quỹ cần được công khai'],
])('what "%s" tells to do', (text, expected) => {
  const flow = flowOf(text)
  const task = readClause(
    flow,
    whole(flow),
    terms(flow, whole(flow), '2020-05-10'),
    true,
    false,
  ).task
  expect(task && text.slice(task.start, task.end)).toBe(expected)
})

test('a comma parts a task before a new addressee, not inside a list of co-ordinators', () => {
  const flow = flowOf('rà soát hồ sơ, Sở Tài chính bố trí vốn')
  expect(splitTask(flow, whole(flow), []).length).toBe(2)
  const list = flowOf('phối hợp với Sở Tài chính, Sở Nội vụ tham mưu UBND tỉnh')
  expect(splitTask(list, whole(list), []).length).toBe(1)
  const lead = flowOf('xây dựng kho lạnh, giao Sở Công Thương chủ trì, xong trong quý II')
  expect(splitTask(lead, whole(lead), [])[0]?.holder?.[0]?.name).toBe('Sở Công Thương')
})
