import type { Entity, EntityHistory } from '@hopluc/shared/entities'
import { expect, test } from 'vitest'
import { changeOf, clashesOf, laterOf, placeOn, versionOn } from './change-model.ts'
import { NO_ATTRIBUTES } from './form-model.ts'

const UNIT = '01890000-0000-7000-8000-000000000001'
const unit = { id: UNIT, level: 'commune', kind: 'xã', name: 'Minh Hậu' } as const
const place = { unitId: UNIT, address: 'Ấp 4', lat: null, lon: null }
const version = (fromOn: string, untilOn: string, name: string, workers: number | null) => ({
  fromOn,
  untilOn,
  attributes: { ...NO_ATTRIBUTES, name, workers },
  sources: {},
  recordedBy: null,
  recordedAt: '2026-01-01T00:00:00Z',
})
const history: EntityHistory = {
  items: [
    { ...version('2024-01-01', '9999-12-31', 'HTX Minh Phát', 14), changed: ['workers'] },
    { ...version('2020-05-01', '2023-12-31', 'HTX Minh Phát', 9), changed: ['name', 'workers'] },
    { ...version('2017-08-16', '2020-04-30', 'HTX Minh', null), changed: [] },
  ],
  places: [
    { ...place, fromOn: '2017-08-16', untilOn: '2025-06-30', unit, act: null },
    { ...place, fromOn: '2025-07-01', untilOn: '9999-12-31', unit, act: 'Nghị quyết 1' },
  ],
}

test('beside the fields stands what holds on the chosen day', () => {
  expect(versionOn(history, '2019-01-01')?.attributes.name).toBe('HTX Minh')
  expect(versionOn(history, '2026-01-01')?.attributes.workers).toBe(14)
  expect(versionOn(history, '2016-01-01')).toBeUndefined()
  expect(placeOn(history, '2025-06-30')?.fromOn).toBe('2017-08-16')
})

test('changes of the same thing recorded for later days are told, others are not', () => {
  expect(laterOf(history, ['name'], '2018-01-01')).toEqual([
    { subject: 'name', fromOn: '2020-05-01' },
  ])
  expect(laterOf(history, ['workers', 'place'], '2021-01-01')).toEqual([
    { subject: 'workers', fromOn: '2024-01-01' },
    { subject: 'place', fromOn: '2025-07-01' },
  ])
  expect(laterOf(history, ['code'], '2018-01-01')).toEqual([])
})

test('only what was chosen is sent, and nothing before day and source are there', () => {
  const form = {
    version: 3,
    fromOn: '2026-11-01',
    subjects: ['name'] as const,
    attributes: { ...NO_ATTRIBUTES, name: 'HTX Minh Phát', workers: 20 },
    place,
    source: { from: 'certificate' as const, on: '2026-11-02', documentId: null, note: null },
  }
  expect(changeOf(form)).toEqual({
    version: 3,
    fromOn: '2026-11-01',
    attributes: { name: 'HTX Minh Phát' },
    source: form.source,
  })
  expect(changeOf({ ...form, subjects: ['place'] })?.place).toEqual(place)
  expect(changeOf({ ...form, fromOn: null })).toBeUndefined()
  expect(changeOf({ ...form, source: { ...form.source, on: null } })).toBeUndefined()
  expect(changeOf({ ...form, subjects: [] })).toBeUndefined()
})

test('a clash is told only where both changed the same thing', () => {
  const at: Entity['place'] = { ...place, unit, fromOn: '2017-08-16' }
  const seen = { attributes: { ...NO_ATTRIBUTES, name: 'HTX Minh', workers: 9 }, place: at }
  const now = { ...seen, attributes: { ...seen.attributes, name: 'HTX Minh An' } }
  expect(clashesOf(['name', 'workers', 'place'], seen, now)).toEqual([
    { subject: 'name', isBoth: true },
    { subject: 'workers', isBoth: false },
    { subject: 'place', isBoth: false },
  ])
})
