import * as z from 'zod'

/** As in the shared shapes of loans, which are not for the first load. */
const State = z.enum(['requested', 'approved', 'running', 'closed', 'refused', 'withdrawn'])
const Text = z.string().optional().catch(undefined)

/** What stands in the list's address. */
export const LoanSearch = z.object({
  fund: Text,
  unit: Text,
  entity: Text,
  state: State.optional().catch(undefined),
  overdue: z.literal(true).optional().catch(undefined),
  cursor: Text,
})
export type LoanSearch = z.infer<typeof LoanSearch>
