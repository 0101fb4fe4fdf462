import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Bound,
  boundFor,
  boundWords,
  finalBound,
  isMet,
  missingTo,
  placeOf,
  readExpression,
  TargetExpression,
} from './target-expression.ts'

const amount = fc.integer({ min: 0, max: 2_000_000 }).map((whole) => whole / 100)
const bound: fc.Arbitrary<Bound> = fc.oneof(
  fc.record({ op: fc.constantFrom('at_least', 'at_most', 'exact'), value: amount }),
  fc
    .tuple(amount, amount)
    .map(([one, other]) => ({
      op: 'range' as const,
      value: Math.min(one, other),
      to: Math.max(one, other),
    })),
)

test('nothing is missing exactly where it is met', () => {
  fc.assert(
    fc.property(bound, amount, (one, value) => {
      expect(missingTo(one, value) === 0).toBe(isMet(one, value))
      expect(missingTo(one, value)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('what is missing, once added, fulfils it; a limit is kept once it is taken off', () => {
  fc.assert(
    fc.property(bound, amount, (one, value) => {
      const missing = missingTo(one, value)
      const mended = one.op === 'at_most' ? value - missing : value + missing
      expect(missingTo(one, mended)).toBeLessThan(1e-6)
    }),
  )
})

test('more never makes a target less fulfilled, unless it is a limit', () => {
  fc.assert(
    fc.property(bound, amount, amount, (one, value, more) => {
      const [before, after] = [isMet(one, value), isMet(one, value + more)]
      expect(one.op === 'at_most' ? after <= before : before <= after).toBe(true)
    }),
  )
})

test('a value stands in one place, and the places follow each other', () => {
  const order = ['below', 'within', 'above']
  fc.assert(
    fc.property(bound, amount, amount, (one, value, more) => {
      const [low, high] = [placeOf(one, value), placeOf(one, value + more)]
      expect(order.indexOf(low)).toBeLessThanOrEqual(order.indexOf(high))
    }),
  )
})

test('the words of a bound are read as that bound', () => {
  const whole = bound.map((one) => Bound.parse(one))
  fc.assert(
    fc.property(whole, fc.constantFrom('number', 'share'), (one, as) => {
      const expression = TargetExpression.safeParse({ as, bounds: [{ year: null, bound: one }] })
      if (!expression.success) return
      expect(readExpression(`${boundWords(one, as)} HTX`)).toEqual(expression.data)
    }),
  )
})

test.each([
  ['thành lập mới từ 5 HTX trở lên', 'number', { op: 'at_least', value: 5 }],
  ['thành lập ít nhất 01 Liên hiệp HTX', 'number', { op: 'at_least', value: 1 }],
  ['70 - 80% số HTX hoạt động hiệu quả', 'share', { op: 'range', value: 70, to: 80 }],
  ['70% đến 80%', 'share', { op: 'range', value: 70, to: 80 }],
  ['trong đó 50% hiệu quả khá trở lên', 'share', { op: 'at_least', value: 50 }],
  ['04 HTX có sản phẩm OCOP', 'number', { op: 'exact', value: 4 }],
  ['02 HTX trở lên ứng dụng công nghệ cao', 'number', { op: 'at_least', value: 2 }],
  ['giải thể không quá 3 HTX', 'number', { op: 'at_most', value: 3 }],
  ['doanh thu 2.250,5 triệu đồng', 'number', { op: 'exact', value: 2250.5 }],
])('“%s”', (words, as, one) => {
  expect(readExpression(words)).toEqual({ as, bounds: [{ year: null, bound: one }] })
})

test('words without a number aim at nothing that can be counted', () => {
  expect(readExpression('Nâng cao hiệu quả hoạt động')).toBeUndefined()
})

test('a year without a bound of its own takes the next one’s, then the period’s', () => {
  const expression = TargetExpression.parse({
    as: 'number',
    bounds: [
      { year: 2021, bound: { op: 'at_least', value: 1 } },
      { year: 2023, bound: { op: 'at_least', value: 3 } },
      { year: null, bound: { op: 'at_least', value: 5 } },
    ],
  })
  const values = [2021, 2022, 2023, 2024].map((year) => boundFor(expression, year)?.value)
  expect(values).toEqual([1, 3, 3, 5])
  expect(finalBound(expression)?.value).toBe(5)
})

test('a share beyond 100%, a turned range and two bounds of one year are refused', () => {
  const of = (as: string, ...bounds: object[]) =>
    TargetExpression.safeParse({ as, bounds: bounds.map((one) => ({ year: null, bound: one })) })
      .success
  expect(of('share', { op: 'at_least', value: 120 })).toBe(false)
  expect(of('number', { op: 'range', value: 8, to: 7 })).toBe(false)
  expect(of('number', { op: 'exact', value: 1 }, { op: 'exact', value: 2 })).toBe(false)
  expect(of('share', { op: 'range', value: 70, to: 80 })).toBe(true)
})
