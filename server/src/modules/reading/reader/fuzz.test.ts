import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Reading } from '@hopluc/shared/finds'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { read } from './read.ts'

vi.setConfig({ testTimeout: 120_000 })

const SAMPLES = join(import.meta.dirname, 'samples')
const texts = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(SAMPLES, name), 'utf8'))

/** Reads, and sees that every find stands in the text where it says it does. */
function finds(text: string): number {
  const reading = Reading.parse(read(text))
  const all = [
    reading.directives,
    reading.figures,
    reading.references,
    reading.organisations,
  ].flat()
  for (const { start, end, quote } of all) {
    expect(start).toBeLessThan(end)
    expect(end).toBeLessThanOrEqual(text.length)
    expect(text.slice(start, end)).toBe(quote)
  }
  return all.length
}

/** The text that could not be read, and why; null when all could. */
function failing<Ts>(property: fc.IProperty<Ts>, numRuns: number): unknown {
  const { counterexample, errorInstance } = fc.check(property, { numRuns })
  return counterexample && { counterexample, errorInstance }
}

test('any Unicode text is read', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 600 })
  expect(
    failing(
      fc.property(texts, (text) => void finds(text)),
      150,
    ),
  ).toBeNull()
})

const PIECES =
  'giao Sở Tài chính|yêu cầu|;|.|:|\n|1. |- |a) |trước ngày 30/6/2026|quý III|12 HTX|(|)|"|hơn 1,5 tỷ đồng|Kế hoạch số 12/KH-UBND ngày 1/2/2024|các sở, ngành|cần|phải|rà soát|đồng chí Lê Văn An|5%|HTX Bình An (xã Hòa Lợi)|KẾ HOẠCH|Kết luận|\t|Điều 1. '

test('pieces of real words in any order are read', () => {
  const some = fc.array(fc.constantFrom(...PIECES.split('|')), { maxLength: 80 })
  expect(
    failing(
      fc.property(some, (parts) => void finds(parts.join(' '))),
      200,
    ),
  ).toBeNull()
})

test('a document cut off anywhere is read, and so is its rest', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const cut = fc.property(fc.constantFrom(...texts), share, (text, part) => {
    const at = Math.floor(text.length * part)
    finds(text.slice(0, at))
    finds(text.slice(at))
  })
  expect(failing(cut, 60)).toBeNull()
})

test.each([
  ['digits', '1'],
  ['dashes', '-'],
  ['one word', 'hợp'],
  ['one word and blanks', 'sở '],
  ['open brackets', '('],
  ['line ends', '\n'],
])('five million characters of %s do not hang it', (_, unit) => {
  const text = unit.repeat(Math.floor(5_000_000 / unit.length))
  const started = performance.now()
  expect(finds(text)).toBe(0)
  expect(performance.now() - started).toBeLessThan(100_000)
})
