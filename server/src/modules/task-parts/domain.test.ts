import type { TaskStatus } from '@hopluc/shared/task-deeds'
import { FOREVER } from '@hopluc/shared/values'
import { expect, test } from 'vitest'
import type { TaskSpan } from '../task-clock/index.ts'
import { combine } from './domain.ts'

const lead = '018f0000-0000-7000-8000-00000000000a'
const span = (
  fromOn: string,
  status: TaskStatus,
  dueOn: string | null,
  untilOn = FOREVER,
): TaskSpan => ({
  fromOn,
  untilOn,
  status,
  dueOn,
  leadId: lead,
  isOwnLate: status === 'overdue' || status === 'done_late',
  endsStint: false,
})
const whole = (statuses: TaskStatus[], own: TaskSpan[] = []) =>
  combine(
    lead,
    own,
    statuses.map((status, at) => [span('2026-03-01', status, `2026-03-1${at}`)]),
  ).at(-1)

test.each<[TaskStatus[], TaskStatus]>([
  [['done_in_time', 'overdue', 'in_term'], 'overdue'],
  [['done_in_time', 'waiting_confirmation'], 'waiting_confirmation'],
  [['done_in_time', 'done_in_time'], 'done_in_time'],
  [['done_in_time', 'done_late'], 'done_late'],
  [['done_late', 'cancelled'], 'done_late'],
  [['done_in_time', 'cancelled', 'due_soon', 'not_taken_up'], 'due_soon'],
  [['cancelled', 'cancelled'], 'cancelled'],
  [['drafted', 'drafted'], 'drafted'],
  [['drafted', 'waiting_notice'], 'waiting_notice'],
])('parts %j make the whole %s', (statuses, status) => {
  expect(whole(statuses)?.status).toBe(status)
})

test('shows the most pressing day, and the last one when all is done', () => {
  expect(whole(['in_term', 'overdue', 'overdue'])?.dueOn).toBe('2026-03-11')
  expect(whole(['done_in_time', 'done_late'])?.dueOn).toBe('2026-03-11')
})

test('a task with sub-tasks is not done before they are, and late if one is', () => {
  const own = [span('2026-03-01', 'done_in_time', '2026-03-20')]
  expect(whole(['in_term'], own)?.status).toBe('in_term')
  expect(whole(['done_late'], own)).toMatchObject({ status: 'done_late', isOwnLate: true })
  expect(whole(['done_in_time'], own)?.status).toBe('done_in_time')
})

test('cancelled as a whole it is cancelled, whatever its parts say', () => {
  expect(whole(['overdue'], [span('2026-03-02', 'cancelled', null)])?.status).toBe('cancelled')
})

test('turns on the days on which one of its parts turns', () => {
  const one = [
    span('2026-03-01', 'in_term', '2026-03-10', '2026-03-10'),
    span('2026-03-11', 'overdue', '2026-03-10'),
  ]
  const two = [
    span('2026-03-01', 'in_term', '2026-03-20', '2026-03-04'),
    span('2026-03-05', 'done_in_time', '2026-03-20'),
  ]
  expect(combine(lead, [], [one, two]).map(({ fromOn, status }) => [fromOn, status])).toEqual([
    ['2026-03-01', 'in_term'],
    ['2026-03-11', 'overdue'],
  ])
})
