import type { ActivityKind, ActivityState } from '@hopluc/shared/activities'
import * as z from 'zod'
import { Text, word } from '../../lib/address.ts'

/** What stands in the list's address. */
export const ActivitySearch = z.object({
  kind: word<ActivityKind>(),
  state: word<ActivityState>(),
  year: z.int().optional().catch(undefined),
  entity: Text,
  cursor: Text,
})
export type ActivitySearch = z.infer<typeof ActivitySearch>
