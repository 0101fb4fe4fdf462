import * as z from 'zod'
import { handle, jobKind } from '../../platform/jobs.ts'
import { chunks, refresh } from '../task-projection/index.ts'
import { lock } from '../task-records/index.ts'
import { storiesOf } from '../task-rows/index.ts'
import * as store from './store.ts'

export const rebuilding = jobKind('tasks.rebuild', z.object({}))

/**
 * Every night the projections of what is still open are made anew: a setting such as the days that
 * count as soon may have changed. Some hundred tasks a transaction, so that nobody waits for long.
 */
export const rebuildingHandler = handle(rebuilding, {
  cron: '30 2 * * *',
  asSystem: async (system) => {
    const ids = await system.read(store.listOpen)
    for (const some of chunks(ids))
      await system.write(async (tx) => {
        const tasks = await lock(tx, some)
        const stories = await storiesOf(tx, some)
        const told = tasks.map((task) => ({ task, events: stories.get(task.id) ?? [] }))
        await refresh(tx, told)
      })
    return { tasks: ids.length }
  },
})
