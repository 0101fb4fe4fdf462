import { expect, test } from 'vitest'
import { niceTop, yearsBetween } from './forecast-chart.tsx'
import { contentOf, EMPTY, subjectsOf, withLine } from './form-model.ts'
import { partOf } from './quote.tsx'

const content = (more: Partial<typeof EMPTY>) =>
  contentOf({ ...EMPTY, words: 'Thành lập mới từ 5 HTX', value: 5, ...more }, 1, (code) => code)

test('a form becomes a target counted by the register', () => {
  expect(content({})).toMatchObject({
    content: {
      measure: 'HTX',
      expression: { as: 'number', bounds: [{ year: null, bound: { op: 'at_least', value: 5 } }] },
      counted: { by: 'register', rule: 'founded', kinds: ['cooperative'] },
      isRegistered: true,
    },
  })
})

test('a share names all the wholes that its text may mean', () => {
  const made = content({ isShare: true, part: 'H4k', wholes: 'H4, H4x', value: 50 })
  expect(made).toMatchObject({
    content: {
      measure: '%',
      isRegistered: false,
      counted: {
        by: 'share',
        part: { by: 'figure', code: 'H4k' },
        wholes: [{ label: 'H4' }, { label: 'H4x' }],
      },
    },
  })
})

test('bounds of single years are read line by line; a line that cannot be is named', () => {
  const made = content({ years: '2027: 2\n2028: 3' })
  expect(made).toMatchObject({
    content: { expression: { bounds: [{ year: 2027 }, { year: 2028 }, { year: null }] } },
  })
  expect(content({ years: '2027: 2\nnăm sau 3' })).toEqual({ bad: 'years', line: 'năm sau 3' })
})

test.each([
  [{ words: ' ' }, 'words'],
  [{ value: null }, 'value'],
  [{ op: 'range', to: 3 }, 'value'],
  [{ isShare: true, value: 120 }, 'value'],
  [{ counted: 'figure', code: ' ' }, 'code'],
  [{ isShare: true, wholes: ' , ' }, 'whole'],
] as const)('%j lacks %s', (more, bad) => {
  expect(content(more)).toEqual({ bad })
})

test('cooperatives a line each, with the day after a comma', () => {
  expect(subjectsOf('HTX Minh Tân, 15/10/2027\n\nHTX Minh An, Minh Bình')).toEqual({
    items: [
      { name: 'HTX Minh Tân', expectedOn: '2027-10-15' },
      { name: 'HTX Minh An, Minh Bình', expectedOn: null },
    ],
  })
  expect(subjectsOf('HTX Minh Tân, 31/02/2027')).toEqual({ bad: 'HTX Minh Tân, 31/02/2027' })
})

test('a cooperative that is chosen becomes a line once', () => {
  expect(withLine('', 'HTX Minh An')).toBe('HTX Minh An')
  expect(withLine('HTX Minh Tân, 15/10/2027\n', 'HTX Minh An')).toBe(
    'HTX Minh Tân, 15/10/2027\nHTX Minh An',
  )
  expect(withLine('HTX Minh Tân, 15/10/2027', 'HTX Minh Tân')).toBe('HTX Minh Tân, 15/10/2027')
})

test('the part of the sentence that words the target is found', () => {
  const quote = 'Đến năm 2025: thành lập mới từ 5 HTX trở lên; 4 HTX có sản phẩm OCOP.'
  const part = (words: string) => quote.slice(...partOf(quote, words))
  expect(part('Thành lập mới từ 5 HTX trở lên')).toBe('thành lập mới từ 5 HTX trở lên')
  expect(part('4 HTX có sản phẩm OCOP')).toBe('4 HTX có sản phẩm OCOP')
  expect(part('Nâng cao chất lượng')).toBe('')
})

test('the chart’s steps are even, its years at most six', () => {
  expect([1, 5, 6, 11, 78].map(niceTop)).toEqual([5, 5, 10, 25, 100])
  expect(yearsBetween('2021-01-01', '2025-12-31').map(({ label }) => label)).toEqual([
    '2021',
    '2022',
    '2023',
    '2024',
    '2025',
  ])
  expect(yearsBetween('2020-01-01', '2035-12-31').length).toBeLessThanOrEqual(6)
})
