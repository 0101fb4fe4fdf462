import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { handle, jobKind } from '../../platform/jobs.ts'
import * as z from 'zod'
import { enterParts, listStanding } from '../task-drafts/index.ts'
import { type Author, mannersOf } from '../task-records/index.ts'
import { missingInstances } from './domain.ts'

/** Makes the instances that standing duties lack on a day; the same again makes nothing. */
export async function makeInstances(
  tx: Tx,
  author: Author,
  today: PlainDate,
  ids?: readonly Id[],
): Promise<number> {
  const standing = await listStanding(tx, ids)
  const leads = standing.flatMap(({ state }) => [...state.leadIds, state.leadId])
  const manners = await mannersOf(tx, leads, today)
  let count = 0
  for (const one of standing) {
    const seeds = missingInstances(one, manners, today)
    if (seeds.length === 0) continue
    await enterParts(tx, author, seeds, one)
    const periods = seeds.flatMap(({ period }) => period ?? [])
    await audit.record(tx, author, 'task.recur', one.id, { periods })
    count += periods.length
  }
  return count
}

export const recurring = jobKind('tasks.recur', z.object({}))

/** Every night, before the reminders. */
export const recurringHandler = handle(recurring, {
  cron: '10 5 * * *',
  asSystem: async (system) => ({
    made: await system.write((tx) =>
      makeInstances(tx, { ...audit.SYSTEM, byWords: 'Hệ thống' }, system.today),
    ),
  }),
})
