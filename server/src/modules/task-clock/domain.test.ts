import type { TaskEvent } from '@hopluc/shared/task-deeds'
import { addDays } from '@hopluc/shared/values'
import { describe, expect, test } from 'vitest'
import { waitedDays } from '../task-states/index.ts'
import { advance, approved, fold } from '../task-story/index.ts'
import { daysLate, type DueSoon, spans, statusOn } from './domain.ts'
import {
  a,
  ask,
  b,
  back,
  confirm,
  draft,
  grant,
  handOver,
  issue,
  issuedWith,
  march,
  on,
  order,
  pause,
  reason,
  refuse,
  resume,
  submit,
  take,
  taken,
  toB,
} from '../../testing/task-stories.ts'

/** Due on 10 March. */
test.each<[string, TaskEvent[], number, string | undefined]>([
  ['does not exist before its draft', taken, -1, undefined],
  [
    'on the chair’s word is never overdue',
    [draft, on(1, { action: 'start_by_word' })],
    31,
    'waiting_notice',
  ],
  ['waits to be taken up', [draft, issue], 9, 'not_taken_up'],
  ['not taken up does not hide lateness', [draft, issue], 11, 'overdue'],
  ['runs', taken, 2, 'in_term'],
  ['is due soon seven days before', taken, 3, 'due_soon'],
  ['the due day itself is in time', taken, 10, 'due_soon'],
  ['is overdue the day after', taken, 11, 'overdue'],
  [
    'a question does not stop the clock',
    [draft, issue, on(3, { action: 'question', text: '?' })],
    11,
    'overdue',
  ],
  ['without a term has no clock', [{ ...draft, dueOn: null }, issue, take], 31, 'standing'],
  ['submitted is neither overdue nor due soon', [...taken, submit(9)], 29, 'waiting_confirmation'],
  ['submitted on the due day', [...taken, submit(10), confirm], 30, 'done_in_time'],
  ['submitted a day late', [...taken, submit(11), confirm], 30, 'done_late'],
  ['returned keeps its due day', [...taken, submit(9), back(12)], 12, 'overdue'],
  [
    'the result that was accepted counts',
    [...taken, submit(9), back(12), submit(13), confirm],
    30,
    'done_late',
  ],
  [
    'returned and submitted again in time',
    [...taken, submit(5), back(7), submit(9), confirm],
    30,
    'done_in_time',
  ],
  ['asked for more time, not answered', [...taken, ask(9)], 11, 'overdue'],
  ['overdue until the grant', [...taken, ask(9), grant(12, 4)], 11, 'overdue'],
  ['extended from the grant on', [...taken, ask(9), grant(12, 4)], 12, 'in_term'],
  [
    'extended, asked in time',
    [...taken, ask(9), grant(12, 4), submit(20), confirm],
    30,
    'done_in_time',
  ],
  [
    'extended, asked in time, proposed again by the standing officer after the term',
    [
      ...taken,
      ask(9),
      on(11, { action: 'propose', wish: { kind: 'extend', dueOn: march(20) }, reason }),
      grant(12, 5),
      submit(18),
      confirm,
    ],
    30,
    'done_in_time',
  ],
  ['extended, asked late', [...taken, ask(11), grant(12, 4), submit(19), confirm], 30, 'done_late'],
  ['extended, asked late, runs again', [...taken, ask(11), grant(12, 4)], 12, 'in_term'],
  ['refused changes nothing', [...taken, ask(9), refuse(12, 4)], 12, 'overdue'],
  [
    'the chair grants another day',
    [...taken, ask(9), grant(9, 4, { dueOn: march(15) })],
    16,
    'overdue',
  ],
  [
    'extended by the chair unasked, in time',
    [...taken, order(9, { kind: 'extend', dueOn: march(20) }), submit(18), confirm],
    30,
    'done_in_time',
  ],
  [
    'extended by the chair unasked, late',
    [...taken, order(11, { kind: 'extend', dueOn: march(20) }), submit(18), confirm],
    30,
    'done_late',
  ],
  [
    'a late first result, returned and in a later term accepted',
    [...taken, ask(9), submit(12), back(13), grant(13, 4), submit(15), confirm],
    30,
    'done_in_time',
  ],
  ['paused', [...taken, pause(2, false)], 31, 'paused'],
  [
    'paused for an objective cause gains the days',
    [...taken, pause(2, true), resume(7)],
    15,
    'due_soon',
  ],
  [
    'extended while paused for an objective cause gains only the days that follow',
    [...taken, ask(1, march(20)), pause(2, true), grant(12, 4), resume(15)],
    23,
    'due_soon',
  ],
  ['paused for another cause does not', [...taken, pause(2, false), resume(7)], 15, 'overdue'],
  ['cancelled', [...taken, order(1, { kind: 'cancel' })], 31, 'cancelled'],
  ['another lead has to take it up', [...taken, toB(5)], 6, 'not_taken_up'],
  ['handed over goes on as it was', [...taken, handOver(5)], 6, 'due_soon'],
  [
    'started on the word and issued goes on',
    [
      draft,
      on(1, { action: 'start_by_word' }),
      on(4, { action: 'issue', number: '5', signedOn: march(2) }),
    ],
    4,
    'not_taken_up',
  ],
  [
    'a paper signed before it was typed in',
    [
      { ...draft, on: march(6) },
      { ...issue, on: march(2) },
    ],
    2,
    'not_taken_up',
  ],
  ['the signed paper may say another day', [draft, issuedWith(march(25)), take], 12, 'in_term'],
])('a task: %s', (_, events, day, status) => {
  const date = day < 0 ? '2026-01-31' : march(day)
  const task = fold(events, date)
  expect(task && statusOn(date, task)).toBe(status)
  const span = spans(events).find(({ fromOn, untilOn }) => fromOn <= date && date <= untilOn)
  expect(span?.status).toBe(status) // what lists read says the same
})

describe('days', () => {
  const state = (events: TaskEvent[], day: number) => {
    const task = fold(events, march(day))
    if (!task) throw new Error('no task')
    return task
  }
  test('late are counted from the term, and stand still once the result is in', () => {
    expect(daysLate(march(14), state(taken, 14))).toBe(4)
    expect(daysLate(march(30), state([...taken, submit(13), confirm], 30))).toBe(3)
    expect(daysLate(march(30), state([...taken, submit(9)], 30))).toBe(0)
    expect(daysLate(march(15), state([...taken, ask(11), grant(13, 4)], 15))).toBe(3)
  })
  test('at the confirmer are shown apart, over each time it lay there', () => {
    const events = [...taken, submit(5), back(8), submit(9)]
    expect(waitedDays(state(events, 7).atIssuer, march(7))).toBe(2)
    expect(waitedDays(state(events, 12).atIssuer, march(12))).toBe(6)
  })
  test('of a question at the issuer, until it is answered', () => {
    const events = [
      ...taken,
      on(2, { action: 'question', text: '?' }),
      on(6, { action: 'answer', text: 'x' }),
    ]
    expect(waitedDays(state(events, 9).atIssuer, march(9))).toBe(4)
  })
  test('at co-ordinators run while one of those asked is silent', () => {
    const round = { roundId: b, on: march(2) }
    const events: TaskEvent[] = [
      ...taken,
      { ...round, action: 'open_opinions', agencyIds: [a, b] },
      { ...round, action: 'give_opinion', agencyId: a, on: march(4) },
      { ...round, action: 'give_opinion', agencyId: b, on: march(8) },
      { ...round, action: 'close_opinions', on: march(9) },
    ]
    expect(waitedDays(state(events, 5).atCo, march(5))).toBe(3)
    expect(waitedDays(state(events, 20).atCo, march(20))).toBe(6)
  })
  test('of an objective pause move the term by as many', () => {
    expect(state([...taken, pause(2, true), resume(7)], 7).dueOn).toBe(march(15))
  })
  test('of an objective pause count once, whenever more time is granted in it', () => {
    for (let paused = 2; paused <= 12; paused++)
      for (let granted = paused; granted <= 20; granted++)
        for (let resumed = granted; resumed <= 28; resumed++) {
          const asked = [...taken, ask(1, '2026-04-15'), pause(paused, true)]
          const events = [...asked, grant(granted, 4), resume(resumed)]
          const { dueOn, pausedObjective } = state(events, 31)
          expect(dueOn).toBe(addDays('2026-04-15', resumed - granted))
          expect(waitedDays(pausedObjective, march(31))).toBe(resumed - paused)
        }
  })
  test('of an objective pause are not added to lateness', () => {
    const events = [...taken, ask(12), pause(14, true), grant(18, 4, { dueOn: march(28) })]
    expect(state([...events, resume(19)], 19).late).toMatchObject({ days: 4 })
  })
})

describe('after a change of lead each agency answers for its own days', () => {
  const story = (events: TaskEvent[]) =>
    spans(events).map(({ fromOn, status, leadId, isOwnLate, endsStint }) =>
      [fromOn.slice(8), status, leadId === a ? 'a' : 'b', isOwnLate, endsStint].join(' '),
    )
  test('the old one keeps its lateness, the new one does not inherit it', () => {
    expect(story([...taken, handOver(15), submit(18), confirm]).slice(-4)).toEqual([
      '11 overdue a true true',
      '15 overdue b false false',
      '18 waiting_confirmation b false false',
      '30 done_late b false false',
    ])
  })
  test('a term that falls due after the hand-over is the new one’s', () => {
    expect(story([...taken, handOver(9), submit(12), confirm]).slice(-4)).toEqual([
      '09 due_soon b false false',
      '11 overdue b true false',
      '12 waiting_confirmation b true false',
      '30 done_late b true false',
    ])
  })
  test.each([
    ['handed over', handOver(15)],
    ['given to it by the chair', toB(15)],
  ])('an extension of a task %s late does not make the lateness its own', (_, change) => {
    const later = order(17, { kind: 'extend', dueOn: march(25) })
    const retaken = change.action === 'hand_over' ? [] : [on(16, { action: 'take_up' })]
    const told = story([...taken, change, ...retaken, later, submit(24), confirm])
    expect(told).toContain('11 overdue a true true')
    expect(told.filter((line) => line.includes(' b '))).toEqual([
      '15 overdue b false false',
      '17 in_term b false false',
      '18 due_soon b false false',
      '24 waiting_confirmation b false false',
      '30 done_late b false false',
    ])
  })
  test('lateness that stays is that of who asked too late', () => {
    const late = [...taken, ask(11), grant(12, 4), handOver(13), submit(14), confirm]
    expect(story(late).slice(-5)).toEqual(
      [
        '12 in_term a true true',
        '13 due_soon b false false',
        '14 waiting_confirmation b false false',
        '30 done_late b false false',
      ].toSpliced(0, 0, '11 overdue a true false'),
    )
  })
})

test('the leader’s approval is the officer’s draft with both in the story', () => {
  const deed = {
    action: 'submit',
    text: 'Đã xong',
    papers: [{ number: '58/QĐ-UBND', on: march(4) }],
  }
  const events = advance(taken, on(5, { action: 'prepare', deed }))
  expect(fold(events)?.prepared).toEqual({ seq: 4, action: 'submit' })
  const sent = advance(events, approved(events, march(6)))
  expect(sent.at(-1)).toMatchObject({ action: 'submit', on: march(6), preparedSeq: 4 })
  expect(fold(sent)).toMatchObject({ phase: 'submitted', prepared: null, result: { on: march(6) } })
})

test('how many days are soon is a setting with a validity', () => {
  const rules: DueSoon = [
    { fromOn: '0001-01-01', days: 7 },
    { fromOn: march(4), days: 3 },
  ]
  const found = spans(taken, rules).map(({ fromOn, status }) => `${fromOn.slice(5)} ${status}`)
  expect(found.slice(-5)).toEqual([
    '02-05 in_term',
    '03-03 due_soon',
    '03-04 in_term',
    '03-07 due_soon',
    '03-11 overdue',
  ])
})
