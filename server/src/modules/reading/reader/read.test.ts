import { expect, test } from 'vitest'
import { AppError } from '../../../platform/errors.ts'
import { read, TEXT_LIMIT } from './index.ts'

const PARAGRAPH =
  'Kết luận cuộc họp, đồng chí Lê Văn Bình, Phó Chủ tịch UBND huyện yêu cầu Phòng Tài chính - Kế hoạch rà soát 57 HTX, báo cáo UBND huyện trước ngày 30/6/2024; UBND các xã, thị trấn hỗ trợ thành lập mới 12 HTX theo Kế hoạch số 15/KH-UBND ngày 02/02/2024. '
const OPENING =
  'Sáng 12/4/2024, đồng chí Lê Văn Bình, Phó Chủ tịch UBND huyện Yên Thành chủ trì cuộc họp về HTX.\n'

function timed(text: string): number {
  const before = performance.now()
  read(text)
  return performance.now() - before
}

test('10,000 characters are read in under 200 ms', () => {
  const text = (OPENING + PARAGRAPH.repeat(40)).slice(0, 10_000)
  read(text)
  const times = Array.from({ length: 12 }, () => timed(text))
  expect(Math.min(...times)).toBeLessThan(200)
})

test('time grows with the text, not faster', { timeout: 60_000 }, () => {
  const short = timed(OPENING + `${PARAGRAPH}\n`.repeat(200))
  const long = timed(OPENING + `${PARAGRAPH}\n`.repeat(1600))
  expect(long).toBeLessThan(Math.max(short, 20) * 8 * 4)
})

test.each([
  ['one letter', 'a'],
  ['open brackets', '('],
  ['digits', '1.'],
  ['percentages', '10% '],
  ['agencies in a row', 'Sở Tài chính, '],
  ['combining marks', '\u0301'],
  ['list items', '- Rà soát HTX;\n'],
  ['empty lines', '\n'],
  ['table bars', 'a | b | c\n'],
])('200,000 characters of %s neither hang nor throw', { timeout: 60_000 }, (_, piece) => {
  const text = piece.repeat(Math.ceil(200_000 / piece.length))
  expect(timed(text)).toBeLessThan(20_000)
})

test('a text over the limit is refused with a sentence', () => {
  expect(() => read('a'.repeat(TEXT_LIMIT + 1))).toThrow(AppError)
})

test('a text without words says so', () => {
  expect(read(' \n ').notes.map((note) => note.code)).toEqual(['note.no_text'])
})

test('the known day of the document fills a year that the text leaves open', () => {
  const text =
    'Phát biểu kết luận, Phó Chủ tịch UBND tỉnh Trần Văn Bảo yêu cầu Sở Nội vụ báo cáo trước ngày 15/8.'
  expect(read(text, { documentDate: '2024-07-01' }).directives[0]?.due?.date).toBe('2024-08-15')
  expect(read(text).directives[0]?.due?.date).toBeNull()
})

test('each find says why it was proposed', () => {
  const reading = read(OPENING + PARAGRAPH)
  expect(reading.directives[0]?.reasons[0]).toEqual({
    code: 'directive.cue',
    text: 'câu có "yêu cầu"',
  })
  expect(reading.directives[0]?.manner).toBe('assign')
  expect(reading.directives[1]?.assignees).toEqual(['UBND các xã, thị trấn'])
})

test('page furniture gives no finds', () => {
  const reading = read(
    `Trang chủ | Tin tức | Văn bản\nLượt xem: 120\n${OPENING}${PARAGRAPH}\nTin liên quan\n- Huyện Yên Thành có 99 HTX kiểu mới (01/01/2024)\nBản quyền thuộc HTX Hoa Mai\n`,
  )
  expect(reading.figures.some((one) => one.value === 99)).toBe(false)
  expect(reading.organisations).toEqual([])
})
