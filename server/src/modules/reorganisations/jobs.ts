import { Id } from '@hopluc/shared/values'
import * as z from 'zod'
import { handle, jobKind } from '../../platform/jobs.ts'
import { carryOut } from './carry-out.ts'
import { carryOutDue, lookAhead } from './scheduled.ts'
import * as store from './store.ts'

export const carrying = jobKind('reorganisations.carry_out', z.object({ id: Id }))

/** At once when it is asked for. */
export const carryingHandler = handle(carrying, {
  isUrgent: true,
  retries: 0,
  seconds: 3600,
  asSystem: (system, { id }) => carryOut(system, id),
})

/**
 * What a process that was killed left: nothing was changed, and it begins anew. And what was set down
 * for the day, from midnight on.
 */
export const carryingOnHandler = handle(jobKind('reorganisations.carry_on', z.object({})), {
  everySeconds: 20,
  asSystem: async (system) => {
    for (const id of await system.read(store.listUnderWay)) await carryOut(system, id)
    await carryOutDue(system)
  },
})

/** Every hour. */
export const aheadHandler = handle(jobKind('reorganisations.ahead', z.object({})), {
  cron: '20 * * * *',
  asSystem: lookAhead,
})
