import { expect, test } from 'vitest'
import { asTime, factsOf, freshPlan } from './plan.ts'

test.each([
  ['7:30', '07:30'],
  ['07:30', '07:30'],
  ['7h30', '07:30'],
  ['7g', '07:00'],
  ['14.00', '14:00'],
  ['', null],
  ['sáng', 'sáng'],
])('%s is read as %s', (words, time) => {
  expect(asTime(words)).toBe(time)
})

test('empty fields are sent as null, empty items not at all', () => {
  const item = { presenter: '', fileIds: [], taskIds: [] }
  const plan = {
    ...freshPlan(),
    title: ' Họp quý I ',
    agenda: [
      { ...item, text: ' ' },
      { ...item, text: 'Kết quả' },
    ],
  }
  expect(factsOf(plan)).toMatchObject({
    title: 'Họp quý I',
    place: null,
    startsAt: null,
    agenda: [{ text: 'Kết quả' }],
  })
})
