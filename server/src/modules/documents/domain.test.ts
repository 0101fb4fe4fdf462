import { DocumentAction } from '@hopluc/shared/documents'
import { describe, expect, test } from 'vitest'
import {
  advance,
  bookOf,
  canApply,
  citation,
  fullSymbol,
  missingNumbers,
  paperKindOf,
  serialOf,
  STEPS,
  symbolTail,
  textHash,
} from './domain.ts'
import { searchQuery, snippet } from './search-query.ts'

describe('numbers and symbols', () => {
  test.each([
    [5, 'TB-BCĐ', '05/TB-BCĐ'],
    [15, '/KH-UBND', '15/KH-UBND'],
    [7, 'Số: /CV-BCĐ', '07/CV-BCĐ'],
    [120, null, '120'],
  ])('%i and %s make %s', (number, tail, whole) => {
    expect(fullSymbol(number, tail)).toBe(whole)
  })

  test.each([
    ['05/TB-BCĐ', 5],
    ['Số: 4143/KH-BCĐ', 4143],
    ['07/KH/HU', 7],
    ['70-KL/TW', 70],
    ['TB-BCĐ', undefined],
    ['/TB-BCĐ', undefined],
    ['00/TB', undefined],
  ])('%s holds the serial %s', (symbol, serial) => {
    expect(serialOf(symbol)).toBe(serial)
  })

  test('a letter carries no kind in its symbol', () => {
    expect(symbolTail('CV', 'UBND')).toBe('UBND')
    expect(symbolTail('TB', 'BCĐ')).toBe('TB-BCĐ')
  })

  test('a kind is numbered apart only where so arranged', () => {
    expect(bookOf('QĐ', [])).toBe('out')
    expect(bookOf('QĐ', ['QĐ'])).toBe('QĐ')
  })

  test('numbers that nobody has are named', () => {
    expect(missingNumbers([1, 2, 5])).toEqual([3, 4])
    expect(missingNumbers([])).toEqual([])
  })
})

describe('the way of a paper', () => {
  test('never leads out of being issued, but to its end', () => {
    const moving = DocumentAction.options.filter((action) => STEPS[action].to)
    expect(moving.filter((action) => canApply(action, 'issued'))).toEqual(['expire'])
    expect(() => advance('submit', 'issued')).toThrow('documents.wrong_state')
    expect(advance('edit', 'issued')).toBe('issued')
  })
})

test.each([
  ['thông báo', 'TB'],
  ['Thông báo'.normalize('NFD'), 'TB'],
  ['notice', 'TB'],
  ['qđ', 'QĐ'],
  ['bài báo', 'khác'],
])('the kind of “%s” is %s', (words, kind) => {
  expect(paperKindOf(words)).toBe(kind)
})

test('a paper is cited by kind, symbol and day', () => {
  const paper = { kind: 'TB', symbol: '05/TB-BCĐ', issuedOn: '2021-03-03' } as const
  expect(citation(paper)).toBe('Thông báo 05/TB-BCĐ ngày 03/03/2021')
  expect(citation({ kind: 'Luật', symbol: null, issuedOn: null })).toBe('Luật')
})

test('the same text has the same hash, another has not', () => {
  expect(textHash(' a\r\nb ')).toEqual(textHash('a b'))
  expect(textHash('hoà'.normalize('NFD'))).toEqual(textHash('hoà'))
  expect(textHash('hoà')).not.toEqual(textHash('hoá'))
})

describe('a search', () => {
  test('asks with the last word as a beginning, and exactly only where diacritics were typed', () => {
    expect(searchQuery('Kết luận 7')).toMatchObject({
      words: 'ket & luan & 7:*',
      exact: 'kết & luận & 7:*',
    })
    expect(searchQuery('ket luan')).toMatchObject({ exact: '', part: '%ket luan%' })
    expect(searchQuery('05/TB')).toMatchObject({ words: '05 & tb:*', exact: '', part: '%05/tb%' })
    expect(searchQuery("50%_\\'")?.part).toBe("%50\\%\\_\\\\'%")
    expect(searchQuery(' !? ')).toBeUndefined()
  })

  test('marks the words found in place, in text that stays text', () => {
    const text = `${'mở đầu '.repeat(40)}Các xã <b>kiện toàn</b> Ban Chỉ đạo ${'và '.repeat(100)}`
    const parts = snippet(text, 'kien toan')
    expect(parts.filter(({ isHit }) => isHit).map((part) => part.text)).toEqual(['kiện', 'toàn'])
    expect(parts.map((part) => part.text).join('')).toContain('<b>kiện toàn</b>')
    expect(parts.at(0)).toEqual({ text: '… ', isHit: false })
    expect(snippet(text, 'chăn nuôi')).toEqual([])
    const later = snippet(`Ban đầu ${'khác '.repeat(80)} kiện toàn Ban Chỉ đạo`, 'kien toan ban')
    expect(later.filter(({ isHit }) => isHit).map((part) => part.text)).toEqual([
      'kiện',
      'toàn',
      'Ban',
    ])
  })
})
