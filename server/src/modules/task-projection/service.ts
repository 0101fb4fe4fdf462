import type { TaskEvent } from '@hopluc/shared/task-deeds'
import type { Id } from '@hopluc/shared/values'
import type { Tx } from '../../platform/db.ts'
import { projectionOf, spansOfWhole } from './domain.ts'
import * as store from './store.ts'

/** What a projection needs to know of a task beside its events. */
export interface Projected {
  id: Id
  parentId: Id | null
  isContainer: boolean
}

/** Makes the projections anew from the events, and then those of the wholes they are parts of. */
export async function refresh(
  tx: Tx,
  tasks: readonly { task: Projected; events: readonly TaskEvent[] }[],
): Promise<void> {
  if (tasks.length === 0) return
  const rules = await store.dueSoonRules(tx)
  await store.project(
    tx,
    tasks.map(({ task, events }) => projectionOf(task, events, rules)),
  )
  const wholes = await store.listWholes(
    tx,
    tasks.map(({ task }) => task.id),
  )
  const above = tasks.flatMap(({ task }) => task.parentId ?? [])
  await refreshWholes(tx, [...wholes, ...above])
}

/** From the lowest up: each whole once for all of its parts that changed. */
async function refreshWholes(tx: Tx, ids: readonly Id[]): Promise<void> {
  const above: Id[] = []
  for (const id of [...new Set(ids)].toSorted()) {
    const whole = await store.findWhole(tx, id)
    if (!whole) continue
    await store.putSpans(tx, id, spansOfWhole(whole))
    if (whole.parentId) above.push(whole.parentId)
  }
  if (above.length > 0) await refreshWholes(tx, above)
}
