import * as z from 'zod'

/** What stands in the list's address; without `when` the meetings to come are shown. */
export const MeetingSearch = z.object({
  when: z.enum(['upcoming', 'past', 'all']).optional().catch(undefined),
  kind: z.enum(['committee', 'working', 'conference', 'dialogue']).optional().catch(undefined),
  q: z.string().optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
})
export type MeetingSearch = z.infer<typeof MeetingSearch>
