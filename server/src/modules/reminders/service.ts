import { handle, jobKind } from '../../platform/jobs.ts'
import * as z from 'zod'
import { tell } from '../notices/index.ts'
import { digestOf, isMonday, reminderOf } from './domain.ts'
import * as store from './store.ts'

export const reminding = jobKind('tasks.remind', z.object({}))

/** Every morning at six: terms before, on and after their day; on Mondays the week. Never twice. */
export const remindingHandler = handle(reminding, {
  cron: '0 6 * * *',
  asSystem: (system) =>
    system.write(async (tx) => {
      const { today } = system
      const due = await store.listDue(tx, today)
      const reminders = due.flatMap((one) => reminderOf(one, today) ?? [])
      const weeks = isMonday(today) ? await store.listWeeks(tx, today) : []
      await tell(tx, system, ...reminders, ...weeks.map((week) => digestOf(week, today)))
      return { reminders: reminders.length, digests: weeks.length }
    }),
})
