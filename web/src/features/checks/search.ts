import * as z from 'zod'

/** As in the shared shapes of inspections, which are not for the first load. */
const State = z.enum(['planned', 'recorded', 'concluded', 'closed', 'cancelled'])
const Text = z.string().optional().catch(undefined)

/** What stands in the list's address. */
export const ChecksSearch = z.object({
  year: z.coerce.number().int().optional().catch(undefined),
  agency: Text,
  unit: Text,
  state: State.optional().catch(undefined),
  overlapping: z.literal(true).optional().catch(undefined),
  cursor: Text,
})
export type ChecksSearch = z.infer<typeof ChecksSearch>
