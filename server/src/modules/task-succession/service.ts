import type { TaskEvent } from '@hopluc/shared/task-deeds'
import { Id, PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'
import * as audit from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { handle, jobKind } from '../../platform/jobs.ts'
import { refresh } from '../task-projection/index.ts'
import { append, lock } from '../task-records/index.ts'
import { storiesOf } from '../task-rows/index.ts'
import { canApply } from '../task-states/index.ts'
import { advance, fold } from '../task-story/index.ts'
import * as store from './store.ts'

/** One body takes over another's duties: on that day, by this act. */
export const Succession = z.object({ fromId: Id, toId: Id, on: PlainDate, act: z.string() })
export type Succession = z.infer<typeof Succession>

/**
 * Open tasks pass to the successor by an event, so that each agency answers for its own days; persons
 * to whom the old agency had passed them no longer have them. The same again changes nothing.
 */
export async function handOver(
  tx: Tx,
  now: Date,
  { fromId, toId, on, act }: Succession,
): Promise<number> {
  const ids = await store.listHeldBy(tx, fromId)
  if (ids.length === 0) return 0
  const author = { ...audit.SYSTEM, byWords: 'Hệ thống' }
  const tasks = await lock(tx, ids)
  const stories = await storiesOf(tx, ids)
  const event: TaskEvent = { action: 'hand_over', fromId, toId, act, on }
  const done = tasks.flatMap((task) => {
    const events = stories.get(task.id) ?? []
    const state = fold(events)
    if (!state || !canApply('hand_over', state)) return []
    return [{ task, events: advance(events, event) }]
  })
  const entries = done.map(({ task, events }) => ({ taskId: task.id, seq: events.length, event }))
  await append(tx, author, entries)
  await refresh(tx, done)
  await store.endPersons(
    tx,
    done.map(({ task }) => task.id),
    fromId,
    now,
  )
  await audit.record(tx, audit.SYSTEM, 'task.hand_over', toId, {
    fromId,
    on,
    act,
    tasks: done.length,
  })
  return done.length
}

export const handingOver = jobKind('tasks.hand_over', Succession)

/** Asked for by whoever records the reorganisation, in the same transaction. */
export const handingOverHandler = handle(handingOver, {
  isUrgent: true,
  asSystem: (system, succession) =>
    system.write(async (tx) => ({ tasks: await handOver(tx, system.now, succession) })),
})
