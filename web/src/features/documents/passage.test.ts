import { expect, test } from 'vitest'
import { paragraphsOf, passageIn } from './passage.ts'

const TEXT = 'Kết luận\n\n  \nGiao Sở Tài chính rà soát.\nNơi nhận'

test('paragraphs keep their places in the text, without empty ones', () => {
  const paragraphs = paragraphsOf(TEXT)
  expect(paragraphs.map(({ line }) => line)).toEqual([
    'Kết luận',
    'Giao Sở Tài chính rà soát.',
    'Nơi nhận',
  ])
  for (const { start, line } of paragraphs) expect(TEXT.slice(start).startsWith(line)).toBe(true)
})

test('a passage is where the address says, within the text', () => {
  const start = TEXT.indexOf('Sở')
  expect(passageIn(`${start}-${start + 12}`, TEXT)).toEqual({ start, end: start + 12 })
  expect(passageIn('5-9999', TEXT)).toEqual({ start: 5, end: TEXT.length })
})

test.each([undefined, '', 'abc', '9-3', '-4', '900-950'])('%s is no passage', (at) => {
  expect(passageIn(at, TEXT)).toBeUndefined()
})
