import type { EntityEvent } from '@hopluc/shared/entities'
import { expect, test } from 'vitest'
import { isRun, type LifeRow, lifeRows, shownOf } from './life-model.ts'

const event = (onDay: string, change: Partial<EntityEvent> = {}): EntityEvent => ({
  id: onDay,
  kind: 'congress',
  onDay,
  untilOn: null,
  details: { congress: 'yearly' },
  decidedBy: null,
  decisionNo: null,
  decidedOn: null,
  documentId: null,
  note: null,
  others: [],
  recordedAt: '2026-01-01T00:00:00Z',
  voidReason: null,
  ...change,
})
const yearly = (year: number) => event(`${year}-05-11`)
const told = (rows: readonly LifeRow[]) =>
  rows.map((row) => (isRun(row) ? row.congresses.map(({ onDay }) => onDay) : row.onDay))

test('yearly congresses in a row are one row, whatever their order', () => {
  const founded = event('2017-08-16', { kind: 'registered', details: {} })
  const suspended = event('2020-09-01', { kind: 'suspended', details: {} })
  const rows = lifeRows([founded, yearly(2019), yearly(2018), suspended, yearly(2021)])
  expect(told(rows)).toEqual([
    '2021-05-11',
    '2020-09-01',
    ['2019-05-11', '2018-05-11'],
    '2017-08-16',
  ])
})

test('a congress of another kind, or one that was taken back, is told by itself', () => {
  const term = event('2020-05-11', { details: { congress: 'term' } })
  const taken = event('2018-05-11', { voidReason: 'Ghi nhầm' })
  const rows = lifeRows([yearly(2022), yearly(2021), term, yearly(2019), taken, yearly(2017)])
  expect(told(rows)).toEqual([
    ['2022-05-11', '2021-05-11'],
    '2020-05-11',
    '2019-05-11',
    '2018-05-11',
    '2017-05-11',
  ])
})

test('of many rows the newest are shown, and the founding', () => {
  const founded = event('2010-01-01', { kind: 'registered', details: {} })
  const filed = event('2009-12-01', { kind: 'filed', details: {} })
  const changes = [2011, 2012, 2013].map((year) =>
    event(`${year}-01-01`, { kind: 'law_changed', details: {} }),
  )
  const rows = lifeRows([filed, founded, ...changes])
  expect(told(shownOf(rows, 3))).toEqual(['2013-01-01', '2012-01-01', '2010-01-01'])
  expect(shownOf(rows, 5)).toBe(rows)
  expect(told(shownOf(lifeRows([filed, ...changes]), 2))).toEqual(['2013-01-01', '2012-01-01'])
})
