import {
  type DataDeadlineChange,
  DataDeadlineName,
  type DataDeadlines,
} from '@hopluc/shared/personal-data'
import * as audit from '../../platform/audit.ts'
import type { Actor, Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { deadlineSetting, usualDays } from './domain.ts'
import { mayKeepRequests } from './policy.ts'
import { deadlineChanged } from './refusals.ts'
import * as store from './store.ts'

/** Within how many days requests are answered and done with: what the decree gives, or one's own. */
export function listDeadlines(context: Context): Promise<DataDeadlines> {
  return context.read((db) => present(db, context.actor, context.today))
}

async function present(db: Reader, actor: Actor, today: string): Promise<DataDeadlines> {
  const names = DataDeadlineName.options
  const own = await store.listSettings(db, names.map(deadlineSetting), today)
  return {
    items: names.map((name) => {
      const set = own.get(deadlineSetting(name))
      const usual = usualDays(name)
      const days = typeof set?.value === 'number' ? set.value : usual
      return { name, days, usual, fromOn: set?.fromOn ?? null }
    }),
    maySet: mayKeepRequests(actor),
  }
}

/** From today on, for requests that come in from then; open ones keep the days that they were told. */
export function setDeadline(
  context: Context,
  { name, days, seen }: DataDeadlineChange,
): Promise<DataDeadlines> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeepRequests(actor))
    const before = (await present(tx, actor, today)).items.find((one) => one.name === name)
    if (before?.days !== seen) throw deadlineChanged()
    await store.setSetting(tx, deadlineSetting(name), days, today)
    await audit.record(tx, actor, 'personal.set_deadline', actor.agencyId, {
      name,
      ...audit.changes({ days: seen }, { days }),
    })
    return present(tx, actor, today)
  })
}
