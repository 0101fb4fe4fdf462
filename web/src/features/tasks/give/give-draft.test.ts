import { NewTask } from '@hopluc/shared/tasks'
import { expect, test } from 'vitest'
import { emptyGiveDraft, giveFaults, newTaskOf } from './give-draft.ts'

const ISSUER = '00000000-0000-4000-8000-000000000001'
const LEAD = '00000000-0000-4000-8000-000000000002'
const empty = emptyGiveDraft(ISSUER, null)
const whole = {
  ...empty,
  title: ' Khảo sát nhu cầu vay vốn ',
  leads: [{ value: LEAD, label: 'Phòng Kinh tế' }],
  dueOn: '2026-09-30',
}

test('an empty form lacks title, lead and term', () => {
  expect(giveFaults(empty)).toEqual({ title: true, leads: true, dueOn: true })
})

test('what is sent fits the contract', () => {
  expect(giveFaults(whole)).toEqual({})
  const sent = NewTask.parse(newTaskOf(whole, null))
  expect(sent).toMatchObject({
    title: 'Khảo sát nhu cầu vay vốn',
    dueOn: '2026-09-30',
    dueSource: 'proposed',
    textDueOn: null,
    recurrence: null,
    start: null,
  })
})

test('a term of the document is its own earliest day', () => {
  expect(newTaskOf({ ...whole, dueSource: 'document' }, null).textDueOn).toBe('2026-09-30')
})

test('a duty that recurs has a rule instead of a day', () => {
  const sent = newTaskOf({ ...whole, term: 'recurs', day: 15, isMonthAfter: true }, null)
  expect(sent.dueOn).toBeNull()
  expect(sent.recurrence).toEqual({ every: 'quarter', day: 15, isMonthAfter: true })
})

test('given by paper needs its number and day', () => {
  expect(giveFaults({ ...whole, start: 'paper', number: '05/TB-BCĐ' })).toEqual({ paper: true })
  const paper = { ...whole, start: 'paper' as const, number: '05/TB-BCĐ', signedOn: '2026-07-01' }
  expect(newTaskOf(paper, null).start).toEqual({
    by: 'paper',
    number: '05/TB-BCĐ',
    signedOn: '2026-07-01',
  })
})
