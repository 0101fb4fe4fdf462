import type { Calendar, CalendarEdit } from '@hopluc/shared/calendar'
import { addDays, daysBetween, type PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import * as domain from './domain.ts'
import * as store from './store.ts'

const MAX_DAYS = 3700

export function get(context: Context, from: PlainDate, to: PlainDate): Promise<Calendar> {
  const days = daysBetween(from, to)
  if (days < 0 || days > MAX_DAYS)
    throw new AppError('rule', 'calendar.range', {
      vi: 'Khoảng ngày phải từ trước đến sau và không quá mười năm.',
      en: 'The range goes from earlier to later and spans at most ten years.',
    })
  return context.read(async (db) => ({
    from,
    to,
    days: domain.specialDays(from, to, await store.listed(db, from, to)),
  }))
}

export async function edit(context: Context, command: CalendarEdit): Promise<Calendar> {
  const { actor } = context
  assertAllowed(actor.role === 'admin')
  await context.write(async (tx) => {
    const days = command.days.map(({ on }) => on)
    const before = await store.listDays(tx, days)
    await store.edit(tx, command)
    await audit.record(
      tx,
      actor,
      'calendar.edit',
      actor.accountId,
      audit.changes({ days: before }, command),
    )
  })
  const on = command.days.map((day) => day.on).toSorted()
  return get(context, on[0] ?? context.today, on.at(-1) ?? context.today)
}

/** The day so many working days from a day on, by the law and the official list. */
export async function addWorkingDays(
  db: Reader,
  day: PlainDate,
  count: number,
): Promise<PlainDate> {
  const span = 30 + Math.abs(count) * 4
  const listed = await store.listed(db, addDays(day, -span), addDays(day, span))
  return domain.addWorkingDays(day, count, listed)
}

/** Deadlines with whether each is no working day, by the law and the official list. */
export async function withDaysOff<T extends { dueOn: PlainDate }>(
  db: Reader,
  deadlines: readonly T[],
): Promise<(T & { isDayOff: boolean })[]> {
  const days = deadlines.map(({ dueOn }) => dueOn).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return []
  const listed = await store.listed(db, addDays(first, -7), addDays(last, 7))
  return deadlines.map((one) => ({ ...one, isDayOff: !domain.isWorkingDay(one.dueOn, listed) }))
}
