import { DifficultyState } from '@hopluc/shared/difficulties'
import * as z from 'zod'

const Text = z.string().optional().catch(undefined)
const Flag = z.literal(true).optional().catch(undefined)

/** What stands in the list's address. */
export const DifficultySearch = z.object({
  topic: Text,
  unit: Text,
  state: DifficultyState.optional().catch(undefined),
  overdue: Flag,
  mine: Flag,
  cursor: Text,
})
export type DifficultySearch = z.infer<typeof DifficultySearch>
