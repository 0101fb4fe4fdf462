import * as z from 'zod'
import { Dong } from './loans.ts'
import { Id, PlainDate } from './values.ts'

/** What funds have lent as of a day. Shares of the outstanding principal are of one, null of nothing. */
export const LoanPortfolio = z.object({
  asOf: PlainDate,
  funds: z.array(
    z.object({
      fund: z.object({ id: Id, name: z.string() }),
      charterCapital: Dong.nullable(),
      loans: z.int(),
      borrowers: z.int(),
      disbursed: Dong,
      outstanding: Dong,
      overdueLoans: z.int(),
      restructured: Dong,
      /** Outstanding of loans late by more than 0, 30 and 90 days. */
      atRisk: z.array(z.object({ overDays: z.int(), outstanding: Dong, share: z.number() })),
      /** By debt group 1 to 5; null where the fund has not set the days. */
      groups: z.array(z.object({ group: z.int(), loans: z.int(), outstanding: Dong })).nullable(),
      isDemo: z.boolean(),
    }),
  ),
})
export type LoanPortfolio = z.infer<typeof LoanPortfolio>
