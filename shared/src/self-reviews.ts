import * as z from 'zod'
import { TaskRow } from './tasks.ts'
import { Id, Named } from './values.ts'

export const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/)
export type Quarter = z.infer<typeof Quarter>

/** What an agency says of an old task (rà soát): `note` names the paper, the cause or the task it joins. */
export const SelfReviewVerdict = z.enum(['valid', 'stop', 'join', 'done'])
export type SelfReviewVerdict = z.infer<typeof SelfReviewVerdict>

export const SelfReviewQuery = z.object({ quarter: Quarter, agency: Id.optional() })
export const SelfReview = z.object({
  quarter: Quarter,
  agency: Named,
  rows: z.array(
    z.object({
      task: TaskRow,
      verdict: SelfReviewVerdict.nullable(),
      note: z.string().nullable(),
      byWords: z.string().nullable(),
    }),
  ),
  mayReview: z.boolean(),
})
export type SelfReview = z.infer<typeof SelfReview>

/** Whole or in part: rows that are left out stay as they were. */
export const SelfReviewEntry = z.object({
  quarter: Quarter,
  agencyId: Id,
  rows: z
    .array(
      z.object({
        taskId: Id,
        verdict: SelfReviewVerdict,
        note: z.string().trim().max(2000).nullable().default(null),
      }),
    )
    .min(1)
    .max(500),
})
export type SelfReviewEntry = z.infer<typeof SelfReviewEntry>
