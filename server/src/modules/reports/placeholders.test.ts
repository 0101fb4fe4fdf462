import { describe, expect, test } from 'vitest'
import { type FigurePlaceholder, readPeriod, readPlaceholder } from './placeholders.ts'
import { holds, NO_FIGURE, printFigure } from './printing.ts'

const figureOf = (typed: string): FigurePlaceholder => {
  const read = readPlaceholder(typed)
  if (read.kind !== 'figure') throw new Error(`${typed}: ${JSON.stringify(read)}`)
  return read
}

test.each([
  ['H1', { figure: { code: 'H1', period: 'this', side: 'done', unit: null, parts: {} } }],
  ['số liệu: H10b', { figure: { code: 'H10b' } }],
  ['H1; kỳ: cùng kỳ', { figure: { period: 'same' } }],
  ['H1; Kỳ: Quý 2/2020', { figure: { period: { kind: 'quarter', year: 2020, part: 2 } } }],
  ['H8; theo: nữ', { figure: { parts: { sex: 'female' } } }],
  ['H1; ước', { figure: { side: 'estimate' } }],
  ['H1; kế hoạch', { figure: { side: 'plan' } }],
  ['H1; đơn vị: xã An Lạc Thôn', { figure: { unit: { name: 'xã An Lạc Thôn' } } }],
  ['H1; so với: cùng kỳ', { show: 'sentence', against: 'same' }],
  ['H1; so với: kế hoạch; dạng: phần trăm', { show: 'percent', against: 'plan' }],
  ['H13; tính bằng: tỷ đồng; lẻ: 2', { digits: 2, scale: { divide: 1000, measure: 'tỷ đồng' } }],
])('“%s” is understood', (typed, expected) => {
  expect(figureOf(typed)).toMatchObject(expected)
})

test.each([
  ['tên đơn vi', 'tên đơn vị'],
  ['lặp: các đơn vi', 'các đơn vị'],
  ['H8; theo: nũ', 'nữ'],
])('“%s” is answered with the nearest word, %s', (typed, near) => {
  const read = readPlaceholder(typed)
  expect(read).toMatchObject({ kind: 'unknown' })
  expect(JSON.stringify(read)).toContain(near)
})

test.each(['H1; dạng: phần trăm', 'H1; lẻ: 9', 'H1; kỳ: hôm qua', 'nếu: H1 rất nhiều', 'xin chào'])(
  '“%s” says nothing, and why',
  (typed) => {
    expect(readPlaceholder(typed)).toMatchObject({ kind: 'unknown' })
  },
)

test.each([
  ['nếu: H1 tăng so với cùng kỳ', { kind: 'change', is: 'more', against: 'same' }],
  ['nếu: H3 > 0', { kind: 'number', is: '>', number: 0 }],
  ['nếu: H10 >= 1.342,5', { kind: 'number', is: '>=', number: 1342.5 }],
  ['nếu: có số liệu H8m', { kind: 'known', figure: { code: 'h8m' } }],
  ['nếu: H2 đạt kế hoạch', { kind: 'plan' }],
  ['nếu: có nhiệm vụ quá hạn', { kind: 'any', loop: 'nhiệm vụ quá hạn' }],
])('the condition “%s” is understood', (typed, expected) => {
  expect(readPlaceholder(typed)).toMatchObject({ kind: 'if', isNot: false, test: expected })
})

test('a condition can be turned round', () => {
  expect(readPlaceholder('nếu không: H3 > 0')).toMatchObject({ kind: 'if', isNot: true })
})

test.each([
  ['6 tháng đầu năm 2020', { kind: 'half', year: 2020, part: 1 }],
  ['6 tháng cuối năm 2020', { kind: 'half', year: 2020, part: 2 }],
  ['9 tháng năm 2020', { kind: 'nine_months', year: 2020, part: 1 }],
  ['tháng 5/2020', { kind: 'month', year: 2020, part: 5 }],
  ['năm 2019', { kind: 'year', year: 2019, part: 1 }],
  ['quý 5/2020', undefined],
])('the period “%s” is read', (words, expected) => {
  expect(readPeriod(words)).toEqual(expected)
})

describe('a figure is printed', () => {
  const print = (typed: string, value: number | null, compared: number | null = null) => {
    const read = figureOf(typed)
    return printFigure({ ...read, side: read.figure.side }, { measure: 'HTX' }, value, compared)
  }

  test.each([
    ['H8', 455523, null, '455.523'],
    ['H4p; lẻ: 1', 70.5, null, '70,5'],
    ['H1; kèm đơn vị tính', 448, null, '448 HTX'],
    ['H1; so với: cùng kỳ', 448, 447, 'tăng 1 HTX (0,2%) so với cùng kỳ năm trước'],
    ['H1; so với: kỳ trước', 440, 448, 'giảm 8 HTX (1,8%) so với kỳ trước'],
    ['H1; so với: cùng kỳ', 448, 448, 'bằng cùng kỳ năm trước'],
    ['H1; so với: kế hoạch', 448, 450, 'đạt 99,6% kế hoạch'],
    ['H1; so với: cùng kỳ; dạng: phần trăm', 448, 447, '100,2%'],
    ['H1; so với: cùng kỳ; dạng: chênh lệch', 440, 448, '−8'],
    ['H13; tính bằng: tỷ đồng; lẻ: 1', 68013, null, '68,0'],
  ])('%s of %s beside %s as “%s”', (typed, value, compared, words) => {
    expect(print(typed, value, compared)).toBe(words)
  })

  test('that nobody has stated says so, and is never zero', () => {
    expect(print('H1', null)).toBe(NO_FIGURE)
    expect(print('H1; so với: cùng kỳ', 5, null)).toBe('chưa có số liệu để so sánh')
    expect(print('H1; so với: kế hoạch', 5, null)).toBe('chưa có kế hoạch')
    expect(print('H1; ước', null)).toBe('…')
    expect(print('H1', 0)).toBe('0')
  })

  test('and a condition over it holds only for what is known', () => {
    const { figure } = figureOf('H1')
    expect(holds({ kind: 'number', figure, is: '<', number: 5 }, null, null)).toBe(false)
    expect(holds({ kind: 'change', figure, is: 'more', against: 'same' }, 5, null)).toBe(false)
    expect(holds({ kind: 'change', figure, is: 'more', against: 'same' }, 5, 4)).toBe(true)
    expect(holds({ kind: 'plan', figure }, 5, 5)).toBe(true)
  })
})
