import { doneOf } from '@hopluc/shared/figures'
import { Counted } from '@hopluc/shared/plans'
import { describe, expect, test } from 'vitest'
import { indicatorOf, plannedBy, type TargetRow } from './domain.ts'

const UNIT = '01900000-0000-7000-8000-000000000001'
const register = (rule: string, ...kinds: string[]) => ({ by: 'register', rule, kinds })
const figure = (code: string) => ({ by: 'figure', code })
const row = (targetId: string, value: number, more: Partial<TargetRow> = {}): TargetRow => ({
  targetId,
  unitId: UNIT,
  kind: 'year',
  fromYear: 2026,
  untilYear: 2026,
  expression: { as: 'number', bounds: [{ year: null, bound: { op: 'at_least', value } }] },
  counted: figure('H8'),
  whole: null,
  amount: null,
  ...more,
})
const SHARES = [
  { code: 'H4p', part: 'H4', whole: 'H1' },
  { code: 'H4r', part: 'H4', whole: 'H4x' },
]
const share = (...wholes: string[]) => ({
  by: 'share',
  part: figure('H4'),
  wholes: wholes.map((code) => ({ label: code, of: figure(code) })),
})
const isSum = (code: string) => code === 'H2'

describe('the indicator of a target', () => {
  test.each([
    [register('founded', 'cooperative'), 'H2'],
    [register('founded', 'cooperative', 'credit_fund'), 'H2'],
    [register('founded', 'union'), 'L2'],
    [register('founded', 'cooperative', 'union'), undefined],
    [register('vietgap', 'cooperative'), undefined],
    [figure('H12'), 'H12'],
    [{ by: 'nothing' }, undefined],
  ])('%j: %s', (counted, code) => {
    expect(indicatorOf(Counted.parse(counted), null, SHARES)?.code).toBe(code)
  })

  test.each([
    [share('H1'), null, 'H4p', true],
    [share('H4x'), null, 'H4r', true],
    [share('H8'), null, 'H4p', false],
    [share('H4x', 'H1'), null, 'H4p', false],
    [share('H4x', 'H1'), 0, 'H4r', true],
  ])('of a share, %j with whole %s: %s, the same: %s', (counted, fixed, code, isSame) => {
    expect(indicatorOf(Counted.parse(counted), fixed, SHARES)).toEqual({ code, isSame })
  })
})

describe('what is planned', () => {
  const years = { kind: 'period', fromYear: 2021, untilYear: 2030 } as const
  const valueOf = (rows: TargetRow[], code = 'H8', year = 2026) => {
    const planned = plannedBy(rows, isSum, SHARES)(UNIT, code, year)
    return planned && [planned.targetId, planned.bound.value]
  }

  test('is the year’s before the years’, and one’s own before what was handed down', () => {
    const rows = [row('years', 90, years), row('given', 0, { amount: 40 }), row('own', 50)]
    expect(valueOf(rows)).toEqual(['own', 50])
    expect(valueOf(rows.slice(0, 2))).toEqual(['given', 40])
    expect(valueOf(rows.slice(0, 1))).toEqual(['years', 90])
    expect(valueOf(rows, 'H8', 2027)).toEqual(['years', 90])
    expect(valueOf(rows, 'H8', 2031)).toBeUndefined()
  })

  test('of what adds up over a year is never the aim of several years', () => {
    const founded = { counted: figure('H2') }
    expect(valueOf([row('years', 25, { ...years, ...founded })], 'H2')).toBeUndefined()
    expect(valueOf([row('own', 5, founded)], 'H2')).toEqual(['own', 5])
  })

  test('is done in per cent; a limit is not fulfilled by degrees', () => {
    expect(doneOf({ op: 'at_least', value: 8 }, 6)).toBe(75)
    expect(doneOf({ op: 'range', value: 70, to: 80 }, 63)).toBe(90)
    expect(doneOf({ op: 'at_most', value: 8 }, 6)).toBeNull()
    expect(doneOf({ op: 'exact', value: 0 }, 6)).toBeNull()
    expect(doneOf({ op: 'exact', value: 8 }, null)).toBeNull()
  })
})
