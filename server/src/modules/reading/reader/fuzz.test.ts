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

/** Says which text it was that could not be read. */
function assertAll<Ts>(property: fc.IProperty<Ts>, numRuns: number): void {
  const { counterexample, errorInstance } = fc.check(property, { numRuns })
  expect([counterexample, errorInstance]).toEqual([null, null])
}

test('any Unicode text is read', () => {
  assertAll(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      finds(text)
    }),
    150,
  )
})

test('pieces of real words in any order are read', () => {
  const pieces = [
    ...'giao Sở Tài chính|yêu cầu|;|.|:|\n|1. |- |a) |trước ngày 30/6/2026|quý III|12 HTX|(|)|"|hơn 1,5 tỷ đồng|Kế hoạch số 12/KH-UBND ngày 1/2/2024|các sở, ngành|cần|phải|rà soát|đồng chí Lê Văn An|STT | Nhiệm vụ | Chủ trì|5%|HTX Bình An (xã Hòa Lợi)|KẾ HOẠCH|Kết luận|\t|Điều 1. '.split(
      '|',
    ),
  ]
  assertAll(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 80 }), (some) => {
      finds(some.join(' '))
    }),
    200,
  )
})

test('a document cut off anywhere is read, and so is its rest', () => {
  assertAll(
    fc.property(
      fc.constantFrom(...texts),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (text, share) => {
        const at = Math.floor(text.length * share)
        finds(text.slice(0, at))
        finds(text.slice(at))
      },
    ),
    60,
  )
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
