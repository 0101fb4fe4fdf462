import { expect, test } from 'vitest'
import { reminderOf, stepOn } from './domain.ts'

test.each([
  ['2026-03-02', undefined],
  ['2026-03-03', -7],
  ['2026-03-08', -7],
  ['2026-03-09', -1],
  ['2026-03-10', 0],
  ['2026-03-11', 1],
  ['2026-03-12', 1],
  ['2026-03-13', 3],
  ['2026-03-17', 7],
  ['2026-03-23', 7],
  ['2026-03-24', 14],
])('on %s the step of a term on 10/03 is %s', (today, step) => {
  expect(stepOn(today, '2026-03-10')).toBe(step)
})

const due = {
  taskId: 't',
  title: 'Khảo sát',
  leadId: 'a',
  dueOn: '2026-03-10',
  manner: 'assign',
  isByWord: false,
  personIds: [],
}

test('goes to the persons a task was passed to, else to the clerk and the officers', () => {
  expect(reminderOf(due, '2026-03-11')?.to).toEqual({
    agencyIds: ['a'],
    roles: ['clerk', 'officer'],
  })
  expect(reminderOf({ ...due, personIds: ['p'] }, '2026-03-11')?.to).toEqual({ accountIds: ['p'] })
})

test('tells nobody to be late who is asked, or works on the chair’s word', () => {
  expect(reminderOf({ ...due, manner: 'request' }, '2026-03-11')).toBeUndefined()
  expect(reminderOf({ ...due, isByWord: true }, '2026-03-11')).toBeUndefined()
  expect(reminderOf({ ...due, manner: 'request' }, '2026-03-09')?.kind).toBe('task.due')
})
