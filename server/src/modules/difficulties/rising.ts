import type { DifficultyLevel } from '@hopluc/shared/difficulties'
import type { Id } from '@hopluc/shared/values'
import * as z from 'zod'
import * as audit from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { handle, jobKind } from '../../platform/jobs.ts'
import { SYSTEM_ACCOUNT, type SystemContext } from '../../platform/jobs-run.ts'
import { levelsAbove } from './domain.ts'
import * as places from './places.ts'
import * as store from './store.ts'
import { withTerms } from './terms.ts'
import * as trail from './trail.ts'

const rising = jobKind('difficulties.rise', z.object({}))

/**
 * Every morning: what nobody answered by its day goes up to the next level that has an agency, with a
 * term of its own. At the top it stays, and stays late.
 */
export const risingHandler = handle(rising, {
  cron: '30 5 * * *',
  asSystem: (system) =>
    system.write(async (tx) => {
      let risen = 0
      for (const one of await store.lockOverdue(tx, system.today))
        if (await rise(tx, system, one)) risen += 1
      return { risen }
    }),
})

async function rise(tx: Tx, system: SystemContext, one: store.Overdue): Promise<boolean> {
  const { today, now } = system
  const above = await agencyAbove(tx, system, one)
  if (!above) return false
  const at = await withTerms(tx, today, above.level, above.id)
  const by = { accountId: SYSTEM_ACCOUNT, byWords: '' }
  const details = { fromId: one.handlerId, dueOn: one.answerDueOn }
  await trail.append(tx, one.id, {
    action: 'rise',
    on: today,
    at: now,
    by,
    agencyId: above.id,
    details,
  })
  await store.update(tx, one.id, { at, risenOn: one.risenOn ?? today })
  await audit.record(tx, audit.SYSTEM, 'difficulty.rise', one.id, { ...details, toId: above.id })
  const params = { title: store.titleOf(one.text), dueOn: at.answerDueOn }
  await trail.tell(tx, one.id, 'handler', { kind: 'difficulty.risen', params, at: now })
  return true
}

async function agencyAbove(
  tx: Tx,
  { today }: SystemContext,
  { unitId, topicId, level, handlerId }: store.Overdue,
): Promise<{ level: DifficultyLevel; id: Id } | undefined> {
  for (const next of levelsAbove(level)) {
    const id = await places.handlerAt(tx, { unitId, topicId, level: next }, today)
    if (id && id !== handlerId) return { level: next, id }
  }
  return undefined
}
