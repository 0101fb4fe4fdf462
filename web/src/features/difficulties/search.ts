import * as z from 'zod'

/** As in the shared shapes of difficulties, which are not for the first load. */
const State = z.enum(['waiting', 'answered', 'solved'])
const Text = z.string().optional().catch(undefined)
const Flag = z.literal(true).optional().catch(undefined)

/** What stands in the list's address. */
export const DifficultySearch = z.object({
  q: Text,
  topic: Text,
  unit: Text,
  state: State.optional().catch(undefined),
  overdue: Flag,
  mine: Flag,
  cursor: Text,
})
/** Where it was raised, when not by the cooperative itself. */
export const NewDifficultySearch = z.object({ meeting: Text, return: Text })
export type DifficultySearch = z.infer<typeof DifficultySearch>
