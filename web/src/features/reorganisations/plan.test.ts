import { communeAgencies } from '@hopluc/shared/commune-agencies'
import { ReorganisationPlan } from '@hopluc/shared/reorganisations'
import { expect, test } from 'vitest'
import { newId } from '../../lib/new-id.ts'
import {
  isEmpty,
  withAnswer,
  withMerger,
  withoutPassage,
  withoutUnit,
  withPassing,
} from './plan.ts'

const EMPTY = ReorganisationPlan.parse({})
const [a, b, c, x] = [newId(), newId(), newId(), newId()]
const founded = {
  id: x,
  level: 'commune' as const,
  kind: 'xã',
  name: 'Mới',
  code: null,
  parentId: c,
}
const whole = (fromId: string) => ({ fromId, isWhole: true, share: null, isEstimate: false })

test('two communes merge into a new one, and taking it back leaves nothing behind', () => {
  const plan = withMerger(EMPTY, {
    to: { founded },
    from: [whole(a), whole(b)],
    agencies: communeAgencies(founded, newId),
  })
  expect(plan.agencies.founded.map(({ name }) => name)).toEqual([
    'UBND xã Mới',
    'Phòng Kinh tế xã Mới',
  ])
  expect(plan.units.ended).toEqual([a, b])
  expect(plan.units.successions.map(({ fromId, toId }) => [fromId, toId])).toEqual([
    [a, x],
    [b, x],
  ])
  expect(isEmpty(plan)).toBe(false)
  expect(withoutUnit(plan, x)).toEqual(EMPTY)
})

test('a commune that takes in another goes on itself', () => {
  const plan = withMerger(EMPTY, { to: { id: a }, from: [whole(a), whole(b)], agencies: [] })
  expect(plan.units.ended).toEqual([b])
  expect(plan.units.successions).toHaveLength(1)
})

test('a part that passes over does not end the rest; a unit split among two ends once', () => {
  const part = { fromId: a, isWhole: false, share: 0.25, isEstimate: false }
  const plan = withMerger(EMPTY, { to: { id: b }, from: [part], agencies: [] })
  expect(plan.units.ended).toEqual([])
  expect(plan.units.successions[0]).toMatchObject({ share: 0.25, toId: b })
  const again = withMerger(plan, { to: { id: b }, from: [{ ...part, share: 0.5 }], agencies: [] })
  expect(again.units.successions).toHaveLength(1)
  expect(again.units.successions[0]?.share).toBe(0.5)
})

test('duties of one agency pass to two; one passage can be taken back', () => {
  const one = withPassing(EMPTY, { to: { id: b }, fromIds: [a], duty: 'đăng ký', areEnded: true })
  const both = withPassing(one, { to: { id: c }, fromIds: [a], duty: 'tổng hợp', areEnded: true })
  expect(both.agencies.ended).toEqual([a])
  const left = withoutPassage(both, a, c)
  expect(left.agencies.ended).toEqual([a])
  expect(withoutPassage(left, a, b)).toEqual(EMPTY)
})

test('an empty answer is none', () => {
  expect(withAnswer(withAnswer(EMPTY, 'k', 'v'), 'k', '').answers).toEqual({})
})
