import { expect, test } from 'vitest'
import { doneOn, type Made, stateOf, yearLater } from './domain.ts'

const NOTHING: Made = {
  dueOn: '2026-06-30',
  cancelledOn: null,
  doneOn: null,
  meeting: null,
  task: null,
  document: null,
  inspections: [],
}

test.each<[string, Partial<Made>, string, string]>([
  ['open before its day', {}, '2026-06-30', 'open'],
  ['late after its day', {}, '2026-07-01', 'late'],
  ['prepared', { meeting: { state: 'planned', heldOn: '2026-06-20' } }, '2026-06-01', 'prepared'],
  ['late though prepared', { meeting: { state: 'planned', heldOn: null } }, '2026-07-01', 'late'],
  ['done', { meeting: { state: 'held', heldOn: '2026-06-20' } }, '2026-06-20', 'done'],
  ['not yet done', { meeting: { state: 'held', heldOn: '2026-06-20' } }, '2026-06-19', 'prepared'],
  ['late', { document: { state: 'issued', issuedOn: '2026-07-05' } }, '2026-07-09', 'done_late'],
  ['done', { task: { status: 'done_late', doneOn: '2026-06-30' } }, '2026-07-01', 'done'],
  ['prepared', { task: { status: 'in_term', doneOn: null } }, '2026-06-01', 'prepared'],
  ['cancelled', { cancelledOn: '2026-05-01' }, '2026-07-01', 'cancelled'],
  ['not yet cancelled', { cancelledOn: '2026-05-02' }, '2026-05-01', 'open'],
  ['noted done', { doneOn: '2026-06-01' }, '2026-07-01', 'done'],
])('an item is %s', (_, made, day, state) => {
  expect(stateOf({ ...NOTHING, ...made }, day)).toBe(state)
})

test('all inspections have to be made', () => {
  const inspections = [
    { madeOn: '2026-06-02', plannedOn: '2026-06-02' },
    { madeOn: null, plannedOn: '2026-06-10' },
  ]
  expect(doneOn({ ...NOTHING, inspections }, '2026-06-30')).toBe(null)
  const [first] = inspections
  expect(doneOn({ ...NOTHING, inspections: first ? [first] : [] }, '2026-06-30')).toBe('2026-06-02')
})

test('a leap day is the last of February a year later', () => {
  expect(yearLater('2024-02-29', 2025)).toBe('2025-02-28')
  expect(yearLater('2025-12-31', 2026)).toBe('2026-12-31')
})
