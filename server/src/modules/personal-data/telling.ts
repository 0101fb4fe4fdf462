import { DataRequestKind } from '@hopluc/shared/personal-data'
import { Id, PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'
import { handle, jobKind } from '../../platform/jobs.ts'
import { tell } from '../notices/index.ts'
import * as store from './store.ts'

/** Whoever asks need not see who the administrators are: the system tells them. */
export const requested = jobKind(
  'personal.requested',
  z.object({
    requestId: Id,
    code: z.string(),
    kind: DataRequestKind,
    answerDueOn: PlainDate,
    /** The account that entered it, which is not told. */
    byId: Id,
  }),
)

/** Tells the administrators that a request came in and until when it has to be answered first. */
export const requestedHandler = handle(requested, {
  isUrgent: true,
  asSystem: async ({ write: change, today, now }, { requestId, code, kind, answerDueOn, byId }) =>
    change(async (tx) => {
      const accountIds = await store.listAdministrators(tx, today)
      await tell(
        tx,
        { today, now },
        {
          to: { accountIds },
          kind: 'personal.requested',
          subjectKind: 'digest',
          subjectId: requestId,
          params: { title: code, reason: kind, dueOn: answerDueOn },
          dedupe: `personal.requested ${requestId}`,
          but: byId,
        },
      )
      return { told: accountIds.filter((id) => id !== byId).length }
    }),
})
