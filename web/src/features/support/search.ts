import * as z from 'zod'

/** As in the shared shapes of support, which are not for the first load. */
const State = z.enum([
  'submitted',
  'returned',
  'approved',
  'running',
  'accepted',
  'refused',
  'withdrawn',
])
const Text = z.string().optional().catch(undefined)

/** What stands in the list's address. */
export const SupportSearch = z.object({
  programme: Text,
  unit: Text,
  entity: Text,
  state: State.optional().catch(undefined),
  cursor: Text,
})
export type SupportSearch = z.infer<typeof SupportSearch>

/** For which call and which cooperative one applies. */
export const ApplySearch = z.object({ call: Text, entity: Text })
