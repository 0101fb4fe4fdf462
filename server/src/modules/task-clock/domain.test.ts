import { TaskDeed, type TaskEvent } from '@hopluc/shared/task-deeds'
import { addDays } from '@hopluc/shared/values'
import { describe, expect, test } from 'vitest'
import { waitedDays } from '../task-states/index.ts'
import { advance, approved, fold } from '../task-story/index.ts'
import { daysLate, type DueSoon, spans, statusOn } from './domain.ts'

const [a, b] = ['018f0000-0000-7000-8000-00000000000a', '018f0000-0000-7000-8000-00000000000b']
const march = (day: number) => `2026-03-${String(day).padStart(2, '0')}`
const on = (day: number, deed: unknown): TaskEvent => ({ ...TaskDeed.parse(deed), on: march(day) })

const draft: TaskEvent = {
  action: 'draft',
  dueOn: march(10),
  leadId: a,
  leadIds: [],
  coIds: [],
  isStanding: false,
  on: '2026-02-01',
}
const issue: TaskEvent = {
  ...on(1, { action: 'issue', number: '05/TB-BCĐ', signedOn: '2026-02-02' }),
  on: '2026-02-02',
}
const take: TaskEvent = { action: 'take_up', on: '2026-02-05' }
const taken = [draft, issue, take]
const reason = 'Mưa lũ'
const submit = (day: number) => on(day, { action: 'submit', text: 'Đã xong' })
const back = (day: number) => on(day, { action: 'return', reason })
const confirm = on(30, { action: 'confirm' })
const wants = (day: number, wish: object) => on(day, { action: 'request', wish, reason })
const ask = (day: number, dueOn = march(20)) => wants(day, { kind: 'extend', dueOn })
const grant = (day: number, seq: number, more = {}) =>
  on(day, {
    action: 'decide',
    seq,
    verdict: 'grant',
    paper: { number: '31', on: march(1) },
    ...more,
  })
const refuse = (day: number, seq: number) => on(day, { action: 'decide', seq, verdict: 'refuse' })
const order = (day: number, wish: object) => on(day, { action: 'order', wish, reason })
const pause = (day: number, isObjective: boolean) => order(day, { kind: 'pause', isObjective })
const resume = (day: number) => on(day, { action: 'resume', reason })
const toB = (day: number) => order(day, { kind: 'change_lead', leadId: b })
const handOver = (day: number): TaskEvent => ({
  action: 'hand_over',
  fromId: a,
  toId: b,
  act: 'Nghị quyết 1668/NQ-UBTVQH15',
  on: march(day),
})

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
  [
    'the signed paper may say another day',
    [draft, { ...issue, dueOn: march(25) }, take],
    12,
    'in_term',
  ],
])('a task: %s', (_, events, day, status) => {
  const date = day < 0 ? '2026-01-31' : march(day)
  const task = fold(events, date)
  expect(task && statusOn(date, task)).toBe(status)
  const span = spans(events).find(({ fromOn, untilOn }) => fromOn <= date && date <= untilOn)
  expect(span?.status).toBe(status) // what lists read says the same
})

test.each<[string, unknown, TaskEvent[], string]>([
  ['confirming what was not submitted', { action: 'confirm' }, taken, 'wrong_state'],
  [
    'a result before the task was taken up',
    { action: 'submit', text: 'x' },
    [draft, issue],
    'wrong_state',
  ],
  ['a result with nothing in it', { action: 'submit' }, taken, 'no_evidence'],
  [
    'a draft of a result with nothing in it',
    { action: 'prepare', deed: { action: 'submit' } },
    taken,
    'no_evidence',
  ],
  [
    'deciding what nobody asked',
    { action: 'decide', seq: 3, verdict: 'grant' },
    taken,
    'wrong_state',
  ],
  [
    'deciding twice',
    { action: 'decide', seq: 4, verdict: 'grant' },
    [...taken, ask(5), wants(5, { kind: 'cancel' }), grant(6, 4)],
    'no_such_event',
  ],
  [
    'an earlier term',
    { action: 'request', reason, wish: { kind: 'extend', dueOn: march(9) } },
    taken,
    'due_not_later',
  ],
  [
    'a new term that is past already',
    { action: 'order', reason, wish: { kind: 'extend', dueOn: march(12) } },
    taken,
    'due_not_later',
  ],
  [
    'the same lead',
    { action: 'propose', reason, wish: { kind: 'change_lead', leadId: a } },
    taken,
    'same_lead',
  ],
  [
    'an extension where there is no term',
    { action: 'request', reason, wish: { kind: 'extend', dueOn: march(31) } },
    [{ ...draft, dueOn: null }, issue, take],
    'wrong_state',
  ],
  [
    'cancelling what is done',
    { action: 'order', reason, wish: { kind: 'cancel' } },
    [...taken, submit(9), confirm],
    'wrong_state',
  ],
  ['approving what nobody prepared', { action: 'approve' }, taken, 'wrong_state'],
  ['answering what nobody asked', { action: 'answer', text: 'x' }, taken, 'wrong_state'],
])('%s is refused', (_, deed, events, code) => {
  expect(() => advance(events, on(31, deed))).toThrow(`tasks.${code}`)
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

test('what lists read is what the rule says on every day, for any story', () => {
  const random = seeded(20260310)
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]
  let counted = 0
  for (let story = 0; story < 150; story++) {
    let events: TaskEvent[] = [draft]
    let day = '2026-02-02'
    for (let step = 0; step < 25; step++) {
      day = addDays(day, Math.floor(random() * 4))
      const dueOn = addDays(day, Math.floor(random() * 20))
      const wish = pick([
        { kind: 'extend', dueOn },
        { kind: 'change_lead', leadId: random() < 0.5 ? a : b },
        { kind: 'pause', isObjective: random() < 0.5 },
        random() < 0.1 ? { kind: 'cancel' } : { kind: 'extend', dueOn },
      ])
      const seq = pick(fold(events)?.wishes ?? [])?.seq ?? 1
      const deed = pick([
        { action: 'start_by_word' },
        { action: 'issue', number: '5', signedOn: day },
        { action: 'take_up' },
        { action: 'question', text: '?' },
        { action: 'answer', text: 'x' },
        { action: 'prepare', deed: { action: 'submit', text: 'x' } },
        { action: 'submit', text: 'x' },
        { action: 'return', reason },
        random() < 0.3 ? { action: 'confirm' } : { action: 'take_up' },
        { action: 'request', wish, reason },
        { action: 'propose', wish, reason },
        { action: 'order', wish, reason },
        { action: 'decide', seq, verdict: random() < 0.7 ? 'grant' : 'refuse' },
        { action: 'resume', reason },
      ])
      try {
        events = advance(events, { ...TaskDeed.parse(deed), on: day })
      } catch {
        // not in this state: the story goes on
      }
    }
    counted += events.length
    const found = spans(events)
    for (let date = '2026-01-30'; date < addDays(day, 40); date = addDays(date, 1)) {
      const task = fold(events, date)
      const covering = found.filter(({ fromOn, untilOn }) => fromOn <= date && date <= untilOn)
      const said = covering.map(({ status, dueOn, leadId }) => ({ status, dueOn, leadId }))
      const ruled = task && { status: statusOn(date, task), dueOn: task.dueOn, leadId: task.leadId }
      expect(said).toEqual(ruled ? [ruled] : [])
    }
  }
  expect(counted).toBeGreaterThan(900) // the stories are long enough to mean something
})

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
