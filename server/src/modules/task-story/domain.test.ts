import type { TaskEvent } from '@hopluc/shared/task-deeds'
import { expect, test } from 'vitest'
import { a, b, c, d, draft, issue, march, order, toB } from '../../testing/task-stories.ts'
import { fold } from './domain.ts'

test('a standing duty of several is given to another lead as a whole', () => {
  const duty: TaskEvent = { ...draft, dueOn: null, leadId: c, leadIds: [a, b], isStanding: true }
  const events = [{ ...duty, coIds: [d] }, issue, order(5, { kind: 'change_lead', leadId: d })]
  expect(fold(events, march(4))).toMatchObject({ leadId: c, leadIds: [a, b], coIds: [d] })
  expect(fold(events, march(5))).toMatchObject({ leadId: d, leadIds: [d], coIds: [] })
  const one = [{ ...duty, leadId: a, leadIds: [a] }, issue, toB(5)]
  expect(fold(one)).toMatchObject({ leadId: b, leadIds: [b] })
})
