import type { TaskEvent } from '@hopluc/shared/task-deeds'
import { expect, test } from 'vitest'
import {
  a,
  ask,
  confirm,
  draft,
  grant,
  issue,
  march,
  on,
  pause,
  reason,
  submit,
  take,
  taken,
  wants,
} from '../../testing/task-stories.ts'
import { advance } from '../task-story/index.ts'

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
    'less time than the days of an objective pause have given already',
    { action: 'decide', seq: 4, verdict: 'grant', dueOn: '2026-04-05' },
    [...taken, ask(1), pause(2, true)], // on 31/03 the term stands at 08/04
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
