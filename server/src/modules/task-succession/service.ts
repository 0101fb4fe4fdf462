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

const AUTHOR = { ...audit.SYSTEM, byWords: 'Hệ thống' }

/** An event by which a task passed over. */
export interface HandedOver {
  taskId: Id
  seq: number
  fromId: Id
  toId: Id
}

/**
 * Open tasks pass to the successors by events, so that each agency answers for its own days: those an
 * agency leads, helps with or has given. The same again changes nothing.
 */
export async function handOverAll(
  tx: Tx,
  successions: readonly Succession[],
): Promise<HandedOver[]> {
  const held = await store.listHeldBy(
    tx,
    successions.map(({ fromId }) => fromId),
  )
  if (held.length === 0) return []
  const heldBy = new Map(held.map(({ id, agencyIds }) => [id, agencyIds]))
  const handed: HandedOver[] = []
  const done: Parameters<typeof refresh>[1][number][] = []
  const entries: { taskId: Id; seq: number; event: TaskEvent }[] = []
  for (const ids of inPortions([...heldBy.keys()])) {
    const tasks = await lock(tx, ids)
    const stories = await storiesOf(tx, ids)
    for (const task of tasks) {
      const before = stories.get(task.id) ?? []
      const state = fold(before)
      if (!state || !canApply('hand_over', state)) continue
      let events = before
      for (const { fromId, toId, on, act } of successions) {
        if (!heldBy.get(task.id)?.includes(fromId)) continue
        const event: TaskEvent = { action: 'hand_over', fromId, toId, act, on }
        events = advance(events, event)
        entries.push({ taskId: task.id, seq: events.length, event })
        handed.push({ taskId: task.id, seq: events.length, fromId, toId })
      }
      if (events !== before) done.push({ task, events })
    }
  }
  await append(tx, AUTHOR, entries)
  for (const some of inPortions(done)) await refresh(tx, some)
  for (const { fromId, toId, on, act } of successions) {
    const count = handed.filter((one) => one.fromId === fromId && one.toId === toId).length
    if (count > 0)
      await audit.record(tx, audit.SYSTEM, 'task.hand_over', toId, {
        fromId,
        on,
        act,
        tasks: count,
      })
  }
  return handed
}

/** Persons to whom the old agency had passed its tasks no longer have them. */
export async function handOver(tx: Tx, now: Date, succession: Succession): Promise<number> {
  const handed = await handOverAll(tx, [succession])
  await store.endPersons(
    tx,
    handed.map(({ taskId }) => taskId),
    succession.fromId,
    now,
  )
  return handed.length
}

/**
 * Takes hand-overs back: by an event after which they never counted, on any day. Nothing newer may
 * rest on them.
 */
export async function takeBack(
  tx: Tx,
  handed: readonly Pick<HandedOver, 'taskId' | 'seq'>[],
  { act, on }: { act: string; on: PlainDate },
): Promise<void> {
  const byTask = Map.groupBy(handed, ({ taskId }) => taskId)
  for (const ids of inPortions([...byTask.keys()])) {
    const tasks = await lock(tx, ids)
    const stories = await storiesOf(tx, ids)
    const entries: { taskId: Id; seq: number; event: TaskEvent }[] = []
    const done = tasks.map((task) => {
      let events = stories.get(task.id) ?? []
      for (const { seq } of byTask.get(task.id) ?? []) {
        const event: TaskEvent = { action: 'take_back', seq, act, on }
        events = advance(events, event)
        entries.push({ taskId: task.id, seq: events.length, event })
      }
      return { task, events }
    })
    await append(tx, AUTHOR, entries)
    await store.removeParties(tx, ids) // made anew: who never had it does not keep it
    await refresh(tx, done)
  }
}

export const handingOver = jobKind('tasks.hand_over', Succession)

/** Asked for by whoever records the reorganisation, in the same transaction. */
export const handingOverHandler = handle(handingOver, {
  isUrgent: true,
  asSystem: (system, succession) =>
    system.write(async (tx) => ({ tasks: await handOver(tx, system.now, succession) })),
})

const PORTION = 500

function* inPortions<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += PORTION) yield all.slice(at, at + PORTION)
}
