import { expect, test } from 'vitest'
import { parseAnswer, parseBlock, parseNumber, writeNumber } from './vietnamese-number.ts'

test.each([
  ['1.342', 1342],
  ['1,5', 1.5],
  ['0', 0],
  ['455.523', 455_523],
  ['1.234.567,89', 1_234_567.89],
  [' 12 000 ', 12_000],
  ['−7', -7],
  ['0,25', 0.25],
])('%s is %d', (text, value) => {
  expect(parseNumber(text)).toEqual({ ok: true, value })
})

test.each([
  ['1.34', '1,34'],
  ['1,342.50', '1.342,50'],
  ['1.2345', '1,2345'],
  ['45%', '%'],
  ['năm mươi', '“x”'],
  ['12 triệu', '1.342'],
  ['007', 'số 0'],
  ['1e9', '1.342'],
  ['9999999999999', 'đơn vị tính'],
])('%s is refused and says what to type: %s', (text, hint) => {
  const read = parseNumber(text)
  expect(read.ok).toBe(false)
  expect(read.ok ? '' : read.vi).toContain(hint)
})

test('of persons only whole numbers; 1,342 is told apart from 1.342', () => {
  const read = parseNumber('1,342', true)
  expect(read.ok ? '' : read.vi).toContain('1.342')
  expect(parseNumber('1.342', true)).toEqual({ ok: true, value: 1342 })
})

test('x says "không có số", = says "không thay đổi", nothing says nothing', () => {
  expect(['x', 'Không có số', '–', '=', ' ', '12'].map((text) => parseAnswer(text))).toEqual(
    ['none', 'none', 'none', 'same', null, 12].map((value) => ({ ok: true, value })),
  )
})

test('what is written is read as the same number', () => {
  for (const value of [0, 1342, 1.5, -7, 455_523, 0.25, 1_234_567.89])
    expect(parseNumber(writeNumber(value))).toEqual({ ok: true, value })
})

test('a block from Excel is read whole or says which cells are wrong', () => {
  const columns = [{ isWhole: true }, { isWhole: false }]
  expect(parseBlock('41\t1.010\r\n"24"\t=\n', 3, columns)).toEqual({
    rows: 2,
    columns: 2,
    cells: [
      { down: 0, right: 0, value: 41 },
      { down: 0, right: 1, value: 1010 },
      { down: 1, right: 0, value: 24 },
      { down: 1, right: 1, value: 'same' },
    ],
    errors: [],
  })
  const wrong = parseBlock('41\t1.34', 3, columns)
  expect(wrong.errors).toMatchObject([{ down: 0, right: 1, text: '1.34' }])
  const wide = parseBlock('1\t2\t3\t4\t5\t6', 3, columns)
  expect(wide.cells).toEqual([])
  expect(wide.errors[0]?.vi).toContain('6 cột')
  expect(parseBlock('1\n2\n3\n4', 3, columns).errors[0]?.vi).toContain('4 dòng')
})
