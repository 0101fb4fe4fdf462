import { TaskDeed, type TaskEvent } from '@hopluc/shared/task-deeds'
import { addDays } from '@hopluc/shared/values'
import { expect, test } from 'vitest'
import { advance, fold } from '../task-story/index.ts'
import { spans, statusOn } from './domain.ts'
import { a, b, draft, reason } from '../../testing/task-stories.ts'

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
