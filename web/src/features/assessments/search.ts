import * as z from 'zod'

const Text = z.string().optional().catch(undefined)
/** As in the shared shapes of assessments, which are not for the first load. */
const State = z.enum(['self', 'board', 'commune', 'province', 'decided'])

/** What stands in the address of a round's list. */
export const RoundSearch = z.object({
  unit: Text,
  state: State.optional().catch(undefined),
  band: Text,
  appeal: z.enum(['open', 'kept', 'changed']).optional().catch(undefined),
  cursor: Text,
})
export type RoundSearch = z.infer<typeof RoundSearch>

export const CompareSearch = z.object({ set: Text })
export type CompareSearch = z.infer<typeof CompareSearch>

export const OwnSearch = z.object({ cursor: Text })
