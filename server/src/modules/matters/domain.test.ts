import { expect, test } from 'vitest'
import { csvRow, inOrder, type MatterPaper, placesOf, plainName } from './domain.ts'
import { deedSheet, deedText } from './history.ts'

const aPaper = (more: Partial<MatterPaper>): MatterPaper => ({
  on: null,
  numberSymbol: null,
  author: 'UBND tỉnh',
  abstract: 'Thông báo kết luận',
  marks: [],
  files: [],
  ...more,
})
const aFile = (name: string) => ({ name, size: 1, content: async function* () {} })

test('papers lie by day and number, what has no day last', () => {
  const papers = [
    aPaper({ abstract: 'không ngày' }),
    aPaper({ on: '2026-03-10', numberSymbol: '06/TB' }),
    aPaper({ on: '2026-03-10', numberSymbol: '05/TB' }),
    aPaper({ on: '2025-12-31' }),
  ]
  expect(inOrder(papers).map(({ on, numberSymbol }) => numberSymbol ?? on)).toEqual([
    '2025-12-31',
    '05/TB',
    '06/TB',
    null,
  ])
})

test('each file has one place that every file system takes', () => {
  const papers = [
    aPaper({
      on: '2026-03-10',
      numberSymbol: '05/TB-BCĐ',
      files: [aFile('a.pdf'), aFile('A.pdf')],
    }),
    aPaper({ files: [aFile('../../etc/passwd')] }),
  ]
  expect(placesOf(papers)).toEqual([
    ['01 05-TB-BCĐ 2026-03-10/a.pdf', '01 05-TB-BCĐ 2026-03-10/A (2).pdf'],
    ['02 Thông báo kết luận/..-..-etc-passwd'],
  ])
})

test.each([
  ['Biên bản\u202E.docx', 'Biên bản-.docx'],
  ['a:b*c?.pdf', 'a-b-c-.pdf'],
  [`${'dài '.repeat(40)}.pdf`, expect.stringMatching(/^.{1,80}\.pdf$/)],
  ['...', 'tệp'],
])('the name %s becomes plain', (given, plain) => {
  expect(plainName(given)).toEqual(plain)
})

test('a cell that begins like a formula stays text', () => {
  expect(csvRow(['=1+1', 'a "b"'])).toBe(`"'=1+1","a ""b"""\r\n`)
})

test('a history that is cut says so in both files, a whole one does not', () => {
  const rows = [{ at: '10/03/2026 08:30:05', by: 'A', deed: 'Giao', subject: 'B', changes: '' }]
  const words = 'Chỉ gồm 1 thao tác đầu'
  for (const isCut of [true, false]) {
    const deeds = { rows, isCut }
    expect(deedText(deeds, 'Xuất bởi A').toString().includes(words)).toBe(isCut)
    expect(deedSheet('Hồ sơ', deeds, 'Xuất bởi A').title?.includes(words)).toBe(isCut)
  }
})
