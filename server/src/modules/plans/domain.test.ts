import type { Bound } from '@hopluc/shared/plans'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  forecastOf,
  openOf,
  shareOf,
  type Sight,
  stateOn,
  unallotted,
  verdictOf,
} from './domain.ts'

const FIVE: Bound = { op: 'at_least', value: 5 }
const sight = (more: Partial<Sight> = {}): Sight => ({
  fromOn: '2021-01-01',
  untilOn: '2025-12-31',
  today: '2021-07-12',
  bound: FIVE,
  nearPercent: 10,
  isShare: false,
  isSum: true,
  isRegistered: true,
  points: [
    { on: '2021-01-01', value: 0 },
    { on: '2021-04-20', value: 1 },
    { on: '2021-07-12', value: 1 },
  ],
  committed: [
    { on: '2021-10-01', amount: 1 },
    { on: null, amount: 2 },
  ],
  ...more,
})
const judged = (more: Partial<Sight> = {}, readings: { value: number | null }[] = []) => {
  const one = sight(more)
  return verdictOf(one, forecastOf(one), readings)
}

test('what units registered decides: one there, three to come, one missing of five', () => {
  const forecast = forecastOf(sight())
  expect(forecast).toMatchObject({ value: 4, by: 'committed', now: 1, committed: 3, missing: 1 })
  expect(forecast.actBy).toBe('2024-12-31')
  expect(forecast.points).toEqual([
    { on: '2021-07-12', value: 1 },
    { on: '2021-10-01', value: 2 },
    { on: '2025-12-31', value: 4 },
  ])
  expect(judged()).toEqual({ light: 'red', kind: 'short', missing: 1 })
})

test('with one more registered it is on its way; with all there it is met', () => {
  const more = { committed: [{ on: null, amount: 4 }] }
  expect(judged(more)).toEqual({ light: 'grey', kind: 'on_track', missing: 0 })
  const there = { points: [{ on: '2021-07-12', value: 5 }], committed: [] }
  expect(judged(there)).toEqual({ light: 'green', kind: 'met', missing: 0 })
})

test('how great a gap is amber is the plan’s to say', () => {
  expect(judged({ nearPercent: 19 }).light).toBe('red')
  expect(judged({ nearPercent: 20 }).light).toBe('amber')
  expect(judged({ nearPercent: 0 }).light).toBe('red')
})

test('where nobody registers the pace decides, and says which pace is needed', () => {
  const forecast = forecastOf(sight({ isRegistered: false, committed: [] }))
  expect(forecast).toMatchObject({ by: 'trend', pace: 1.9, paceNeeded: 0.89, missing: 0 })
  expect(forecast.value).toBeCloseTo(9.5, 1)
  expect(forecast.actBy).toBeNull()
})

test('two numbers too close together say nothing of a pace: the last is held', () => {
  const points = [
    { on: '2021-06-30', value: 60 },
    { on: '2021-07-12', value: 63.6 },
  ]
  const share = { isShare: true, isSum: false, isRegistered: false, points, committed: [] }
  const bound: Bound = { op: 'range', value: 70, to: 80 }
  expect(forecastOf(sight({ ...share, bound }))).toMatchObject({
    by: 'held',
    value: 63.6,
    pace: null,
  })
  expect(judged({ ...share, bound })).toEqual({ light: 'amber', kind: 'short', missing: 6.4 })
})

test('a share never passes 100, a sum never falls', () => {
  const points = [
    { on: '2019-01-01', value: 40 },
    { on: '2021-07-01', value: 90 },
  ]
  const share = { isShare: true, isSum: false, isRegistered: false, points, committed: [] }
  expect(forecastOf(sight(share)).value).toBe(100)
  const falling = [
    { on: '2021-01-01', value: 3 },
    { on: '2021-07-01', value: 2 },
  ]
  const sum = { isRegistered: false, points: falling, committed: [] }
  expect(forecastOf(sight(sum)).value).toBe(2)
  expect(forecastOf(sight({ ...sum, isSum: false })).value).toBe(0)
})

test('two readings that disagree are said; two that agree are not', () => {
  const half = { bound: { op: 'at_least', value: 50 } as const, isShare: true, isRegistered: false }
  const points = [{ on: '2021-07-12', value: 57.1 }]
  const share = { ...half, points, committed: [] }
  expect(judged(share, [{ value: 57.1 }, { value: 36.4 }])).toMatchObject({
    light: 'amber',
    kind: 'two_readings',
  })
  expect(judged(share, [{ value: 57.1 }, { value: 52 }])).toMatchObject({ kind: 'met' })
  expect(judged(share, [{ value: 57.1 }, { value: null }])).toMatchObject({ kind: 'met' })
})

test('a limit is grey while it is kept and red once it is passed', () => {
  const bound: Bound = { op: 'at_most', value: 3 }
  const with_ = (value: number) => ({ bound, points: [{ on: '2021-07-12', value }], committed: [] })
  expect(judged(with_(3))).toEqual({ light: 'grey', kind: 'on_track', missing: 0 })
  expect(judged(with_(5))).toEqual({ light: 'red', kind: 'over_limit', missing: 2 })
})

test('at the end of the period there is nothing to expect any more', () => {
  const over = { today: '2025-12-31', points: [{ on: '2025-12-31', value: 4 }] }
  expect(judged(over)).toEqual({ light: 'red', kind: 'missed', missing: 1 })
  expect(judged({ ...over, points: [{ on: '2025-12-31', value: 6 }] })).toMatchObject({
    light: 'green',
  })
})

test('without a figure nothing is foretold, and nothing is called zero', () => {
  expect(forecastOf(sight({ points: [] }))).toMatchObject({ value: null, now: null, by: 'nothing' })
  expect(judged({ points: [] })).toEqual({ light: 'grey', kind: 'no_figure', missing: 0 })
  expect(shareOf(0, 0)).toBeNull()
  expect(shareOf(7, 11)).toBeCloseTo(63.636, 3)
})

test('more taken on never makes a verdict worse', () => {
  const rank = { green: 0, grey: 1, amber: 2, red: 3 }
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      (now, amount, more) => {
        const light = (sum: number) =>
          judged({
            points: [{ on: '2021-07-12', value: now }],
            committed: [{ on: null, amount: sum }],
          }).light
        expect(rank[light(amount + more)]).toBeLessThanOrEqual(rank[light(amount)])
      },
    ),
  )
})

test('the expected points climb to the value at the end', () => {
  const commitment = fc.record({
    on: fc.constantFrom(null, '2020-01-01', '2021-12-01', '2024-06-30', '2030-01-01'),
    amount: fc.integer({ min: 1, max: 4 }),
  })
  fc.assert(
    fc.property(fc.array(commitment, { maxLength: 6 }), (committed) => {
      const { points, value } = forecastOf(sight({ committed }))
      expect(points.at(-1)).toEqual({ on: '2025-12-31', value })
      const values = points.map((one) => one.value)
      expect(values).toEqual(values.toSorted((a, b) => a - b))
    }),
  )
})

test('what is open is what each took on less what it has; another’s surplus does not help', () => {
  const open = openOf([
    { unitId: 'a', done: 3, registered: 1 },
    { unitId: 'b', done: 0, registered: 2 },
    { unitId: 'c', done: null, registered: null },
  ])
  expect([...open]).toEqual([['b', 2]])
})

test('what is not handed down yet is told; of a share nothing is', () => {
  expect(unallotted(FIVE, false, [1, 1, 2])).toBe(1)
  expect(unallotted(FIVE, false, [4, 3])).toBe(-2)
  expect(unallotted(FIVE, false, [])).toBeNull()
  expect(unallotted({ op: 'exact', value: 50 }, true, [50, 50])).toBeNull()
})

test('a plan stood on a day where its steps had brought it', () => {
  const plan = {
    openedOn: '2021-02-25',
    submittedOn: '2021-03-10',
    issuedOn: '2021-03-22',
    state: 'issued',
  } as const
  const days = ['2021-02-24', '2021-02-25', '2021-03-10', '2021-03-22']
  expect(days.map((day) => stateOn(plan, day))).toEqual([
    'draft',
    'registering',
    'submitted',
    'issued',
  ])
  expect(
    stateOn({ ...plan, submittedOn: null, issuedOn: null, state: 'registering' }, '2022-01-01'),
  ).toBe('registering')
})
