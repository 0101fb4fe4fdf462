import { beforeAll, expect, test } from 'vitest'
import { loadTexts } from '../../lib/i18n.ts'
import { crossed, filterOf, groupingOf } from './group-words.ts'

beforeAll(loadTexts)

const NAMES = { commodities: new Map([['toi', 'Tỏi']]), lines: new Map() }
const units = new Map([
  ['b', 'Xã Đại Hải'],
  ['a', 'Xã Kế An'],
])
const ROWS = [
  { keys: ['a', 'group'], count: 2, members: 20 },
  { keys: ['a', 'cooperative'], count: 3, members: 90 },
  { keys: ['b', 'cooperative'], count: 4, members: 200 },
  { keys: [null, 'cooperative'], count: 1, members: 0 },
]

test('counts stand crossed, in the order of names and of kinds, with what is not known last', () => {
  const [unit, kind] = [groupingOf('unit', units, NAMES), groupingOf('kind', units, NAMES)]
  const table = crossed(ROWS, 'count', [unit.order, kind.order])
  expect(table.columns).toEqual(['group', 'cooperative'])
  expect(table.lines).toEqual([
    { head: 'b', cells: [0, 4], sum: 4 },
    { head: 'a', cells: [2, 3], sum: 5 },
    { head: null, cells: [0, 1], sum: 1 },
  ])
  expect(table.sums).toEqual([2, 8])
  expect(table.sum).toBe(10)
  expect(crossed(ROWS, 'members', [unit.order, kind.order]).sum).toBe(310)
})

test('names come from the lists, what has none is said to be unknown', () => {
  expect(groupingOf('unit', units, NAMES).words('a')).toBe('Xã Kế An')
  expect(groupingOf('commodity', units, NAMES).words('toi')).toBe('Tỏi')
  expect(groupingOf('kind', units, NAMES).words('union')).toBe('Liên hiệp hợp tác xã')
  expect(groupingOf('sector', units, NAMES).words(null)).toBe('Chưa xác định')
})

test('a count leads to the list that it counted, where the list can be asked for it', () => {
  expect(filterOf('province', 'a')).toEqual({ unit: 'a' })
  expect(filterOf('law', null)).toEqual({ law: 'none' })
  expect(filterOf('sector', null)).toBeNull()
})
