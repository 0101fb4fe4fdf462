import { Entity } from '@hopluc/shared/entities'
import { expect, test } from 'vitest'
import { isThere, likelyKept, proposed } from './merge-model.ts'

const ID = (last: number) => `00000000-0000-7000-8000-00000000000${last}`
const event = (last: number, kind: string, onDay: string) => ({
  id: ID(last),
  kind,
  onDay,
  untilOn: null,
  details: {},
  decidedBy: null,
  decisionNo: null,
  decidedOn: null,
  documentId: null,
  note: null,
  others: [],
  recordedAt: '2026-03-10T03:00:00Z',
  voidReason: null,
})

function anEntity(last: number, attributes: object, events: object[]): Entity {
  const none = {
    shortName: null,
    foreignName: null,
    code: null,
    law: null,
    governance: null,
    phone: null,
    email: null,
    website: null,
    lines: [],
    commodities: [],
    charterCapital: null,
    officialMembers: null,
    linkedMembers: null,
    otherMembers: null,
    workers: null,
    representative: null,
  }
  const given: unknown = {
    id: ID(last),
    attributes: { name: 'HTX', kind: 'cooperative', ...none, ...attributes },
    events,
  }
  return Entity.pick({ id: true, attributes: true, events: true })
    .loose()
    .transform((value) => ({ ...BASE, ...value }))
    .parse(given)
}

const BASE: Omit<Entity, 'id' | 'attributes' | 'events'> = {
  asOf: '2026-03-10',
  status: 'active',
  statusWords: null,
  sources: {},
  place: {
    unitId: ID(9),
    address: null,
    lat: null,
    lon: null,
    unit: { id: ID(9), level: 'commune', kind: 'xã', name: 'Minh An' },
    fromOn: '2020-01-01',
  },
  field: null,
  sector: null,
  size: null,
  warnings: [],
  predecessors: [],
  successors: [],
  mergedInto: null,
  updatedAt: '2026-03-10T03:00:00Z',
  updatedBy: null,
  isDemo: false,
  version: 1,
  allowed: [],
}

const first = anEntity(1, { phone: '0299' }, [event(3, 'registered', '2020-01-02')])
const second = anEntity(2, { code: '0100109106', workers: 7 }, [
  event(4, 'registered', '2021-01-01'),
  event(5, 'congress', '2022-03-01'),
])

test('the one with a code stays', () => {
  expect(likelyKept(first, second)).toBe(second.id)
  expect(likelyKept(second, first)).toBe(second.id)
})

test('what the one that stays lacks is taken over, and events that it has not', () => {
  expect(proposed(first, second)).toEqual({
    keptId: first.id,
    take: ['code', 'workers'],
    takePlace: false,
    events: [ID(5)],
  })
})

test('one that is registered is not registered again', () => {
  const [registered] = second.events
  expect(registered && isThere(first, registered)).toBe(true)
  // the other way round the earlier may be brought, but is not brought unasked
  const [earlier] = first.events
  expect(earlier && isThere(second, earlier)).toBe(false)
  expect(earlier && proposed(second, first).events.includes(earlier.id)).toBe(false)
})
