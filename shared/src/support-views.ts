import * as z from 'zod'
import { Dong } from './loans.ts'
import { Explained, Measure } from './rules.ts'
import { SupportCall, SupportItem, SupportKind } from './support.ts'
import { Id } from './values.ts'

/** What a cooperative may ask for now, and what it received. */
export const SupportOfEntity = z.object({
  entity: z.object({ id: Id, name: z.string() }),
  /** Whose figures the conditions are measured by. */
  year: z.int(),
  open: z.array(
    z.object({
      call: SupportCall,
      programme: z.object({
        id: Id,
        name: z.string(),
        kind: SupportKind,
        legalBasis: z.string(),
        checklist: z.array(z.string()),
        maxAmount: Dong.nullable(),
        agency: z.string(),
      }),
      explained: Explained,
      /** Of this cooperative for this call, if there is one. */
      applicationId: Id.nullable(),
    }),
  ),
  received: z.array(SupportItem),
  loans: z.array(
    z.object({ id: Id, fund: z.string(), purpose: z.string(), disbursed: Dong, outstanding: Dong }),
  ),
  mayApply: z.boolean(),
})
export type SupportOfEntity = z.infer<typeof SupportOfEntity>

/**
 * Applications of a call in the order of its programme's priority. `after` says what puts one after the
 * one above it: its conditions, a measure by its code, or only the day of application.
 */
export const SupportRanking = z.object({
  programme: z.object({ id: Id, name: z.string() }),
  call: SupportCall,
  measures: z.array(Measure),
  rows: z.array(
    z.object({
      item: SupportItem,
      values: z.array(z.number().nullable()),
      place: z.int(),
      after: z.string().nullable(),
      /** Of this and all above it: what was granted, else what is asked for. */
      sum: Dong,
      isWithinBudget: z.boolean(),
    }),
  ),
})
export type SupportRanking = z.infer<typeof SupportRanking>
