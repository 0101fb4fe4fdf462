import * as z from 'zod'
import { handle, jobKind } from '../../platform/jobs.ts'
import { tell } from '../notices/index.ts'
import * as store from './store.ts'

const telling = jobKind('duties.tell', z.object({}))

/**
 * Every morning: who is asked to score, was given something back, was rated or answered; whose instalment
 * falls due or is late; which commune has not met its cooperatives. Each person is told each thing once.
 */
export const dutyNoticesHandler = handle(telling, {
  cron: '15 6 * * *',
  asSystem: (system) =>
    system.write(async (tx) => {
      const { today } = system
      const tellings = [
        ...(await store.assessed(tx, today)),
        ...(await store.scoring(tx, today)),
        ...(await store.instalments(tx, today)),
        ...(await store.dialogues(tx, today)),
      ]
      await tell(tx, system, ...tellings)
      return { tellings: tellings.length }
    }),
})
