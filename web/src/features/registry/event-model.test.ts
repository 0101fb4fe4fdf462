import { EntityEventKind } from '@hopluc/shared/entities'
import { expect, test } from 'vitest'
import {
  EVENT_GROUPS,
  eventFaults,
  eventOf,
  isLongSuspension,
  NO_EVENT,
  offers,
} from './event-model.ts'

test('every event can be chosen once, but for those that record themselves', () => {
  const chosen: string[] = Object.values(EVENT_GROUPS).flat()
  const byHand = EntityEventKind.options.filter((one) => !/^(relocated|reorganised)$/.test(one))
  expect(chosen.toSorted()).toEqual(byHand.toSorted())
})

test('a congress says its kind, a merger with whom, a suspension ends after it began', () => {
  const on = { ...NO_EVENT, onDay: '2026-05-04' }
  expect(Object.keys(eventFaults(NO_EVENT))).toEqual(['onDay', 'congress'])
  expect(eventFaults({ ...on, details: { congress: 'yearly' } })).toEqual({})
  expect(Object.keys(eventFaults({ ...on, kind: 'absorbed' }))).toEqual(['others'])
  const suspended = { ...on, kind: 'suspended' as const }
  expect(Object.keys(eventFaults({ ...suspended, untilOn: '2026-05-03' }))).toEqual(['until'])
  expect(eventFaults({ ...suspended, untilOn: '2027-05-03' })).toEqual({})
})

test('more than twelve months of suspension at a time are pointed out', () => {
  const from = { ...NO_EVENT, kind: 'suspended' as const, onDay: '2026-05-04' }
  expect(isLongSuspension({ ...from, untilOn: '2027-05-03' })).toBe(false)
  expect(isLongSuspension({ ...from, untilOn: '2027-06-01' })).toBe(true)
})

test('what was typed for another kind of event is not sent', () => {
  const typed = {
    ...NO_EVENT,
    kind: 'dissolved' as const,
    onDay: '2026-05-04',
    untilOn: '2026-06-01',
    details: { congress: 'term' as const },
    others: [{ value: '01890000-0000-7000-8000-000000000001', label: 'HTX Minh An' }],
  }
  expect(eventOf(typed)).toMatchObject({ untilOn: null, details: {}, otherIds: [] })
  expect(eventOf(NO_EVENT)).toBeUndefined()
})

test('only a group changes its kind, into a cooperative', () => {
  expect(offers('group', 'kind_changed')).toBe(true)
  expect(offers('cooperative', 'kind_changed')).toBe(false)
  expect(eventOf({ ...NO_EVENT, kind: 'kind_changed', onDay: '2026-05-04' })?.details).toEqual({
    kind: 'cooperative',
  })
  expect(offers('group', 'bankrupt')).toBe(false)
})
