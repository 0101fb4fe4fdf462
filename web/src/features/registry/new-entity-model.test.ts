import { NewEntity } from '@hopluc/shared/entities'
import { expect, test } from 'vitest'
import { draftFaults, emptyDraft, entityOf } from './new-entity-model.ts'

const UNIT = '01890000-0000-7000-8000-000000000001'
const draft = {
  ...emptyDraft('2026-11-22', 'group', UNIT),
  onDay: '2020-02-01',
  decisionNo: ' 12/GCN ',
}
const named = { ...draft, attributes: { ...draft.attributes, name: 'THT Minh Phát' } }

test('what is sent fits the contract and begins with its founding', () => {
  const sent = NewEntity.parse(entityOf(named))
  expect(sent).toMatchObject({
    fromOn: '2020-02-01',
    attributes: { kind: 'group', name: 'THT Minh Phát' },
    events: [{ kind: 'registered', onDay: '2020-02-01', decisionNo: '12/GCN' }],
  })
  expect(entityOf({ ...named, state: 'founding', step: 'filed' })?.events[0]?.kind).toBe('filed')
})

test('name, commune, day and source are needed; the future cannot be entered', () => {
  expect(draftFaults(named, '2026-11-22')).toEqual({})
  const empty = emptyDraft('2026-11-22', undefined, undefined)
  expect(Object.keys(draftFaults(empty, '2026-11-22'))).toEqual(['name', 'unitId', 'onDay'])
  expect(Object.keys(draftFaults({ ...named, onDay: '2026-12-01' }, '2026-11-22'))).toEqual([
    'onDay',
  ])
  expect(entityOf(empty)).toBeUndefined()
})
