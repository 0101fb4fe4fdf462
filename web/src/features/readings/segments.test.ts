import { expect, test } from 'vitest'
import { blocksOf, type Highlight, paragraphsOf, piecesOf } from './segments.ts'

const find = (text: string, words: string, id: string, kind: Highlight['kind'] = 'directives') => {
  const start = text.indexOf(words)
  return { id, kind, start, end: start + words.length }
}
const shown = (text: string, pieces: ReturnType<typeof piecesOf>) =>
  pieces
    .map((piece) =>
      piece.type === 'fold' ? '[…]' : text.slice(piece.segment.start, piece.segment.end),
    )
    .join('')

test('runs of a paragraph put together are its text, with nested finds', () => {
  const text = 'Các xã cần lập kế hoạch theo Kế hoạch số 07/KH ngay.'
  const highlights = [
    find(text, 'lập kế hoạch theo Kế hoạch số 07/KH', 'd1'),
    find(text, 'Kế hoạch số 07/KH', 'r1', 'references'),
  ]
  const [paragraph] = paragraphsOf(text, highlights)
  const pieces = paragraph ? piecesOf(text, paragraph, false) : []
  expect(shown(text, pieces)).toBe(text)
  const covers = pieces.map((piece) =>
    piece.type === 'text' ? piece.segment.covers.map(({ id }) => id).join() : '',
  )
  expect(covers).toEqual(['', 'd1', 'd1,r1', ''])
})

test('a find over a line break stands in both paragraphs', () => {
  const text = 'một hai\n\nba bốn'
  const paragraphs = paragraphsOf(text, [{ id: 'd1', kind: 'directives', start: 4, end: 11 }])
  expect(paragraphs.map(({ number, highlights }) => [number, highlights.length])).toEqual([
    [1, 1],
    [2, 1],
  ])
})

test('paragraphs without finds are one fold, and open to the whole text', () => {
  const text = 'a\nb\nlập kế hoạch\nc'
  const blocks = blocksOf(paragraphsOf(text, [find(text, 'lập kế hoạch', 'd1')]))
  expect(blocks.map(({ type }) => type)).toEqual(['fold', 'paragraph', 'fold'])
})

test('a long stretch without finds is folded, its last sentence stays', () => {
  const filler = 'Đây là một câu không có gì để xem xét cả. '.repeat(8)
  const text = `${filler}Các xã cần lập kế hoạch. ${filler}`
  const highlights = [find(text, 'lập kế hoạch', 'd1')]
  const [paragraph] = paragraphsOf(text, highlights)
  if (!paragraph) throw new Error('no paragraph')
  expect(shown(text, piecesOf(text, paragraph, false))).toMatch(/^\[…\]Các xã cần lập kế hoạch/)
  expect(shown(text, piecesOf(text, paragraph, true))).toBe(text)
})

test('a text of 100,000 characters is cut up in a moment', () => {
  const line = 'Ủy ban nhân dân các xã, phường lập kế hoạch và báo cáo kết quả thực hiện. '
  const text = `${line.repeat(6)}\n`.repeat(230)
  const highlights = Array.from({ length: 900 }, (_, index): Highlight => {
    const start = index * 110
    return { id: `d${index}`, kind: 'directives', start, end: start + 40 }
  })
  const began = performance.now()
  const count = paragraphsOf(text, highlights).reduce(
    (sum, paragraph) => sum + piecesOf(text, paragraph, false).length,
    0,
  )
  expect(count).toBeGreaterThan(900)
  expect(performance.now() - began).toBeLessThan(200)
})
