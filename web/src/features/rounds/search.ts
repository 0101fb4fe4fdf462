import * as z from 'zod'

const Text = z.string().optional().catch(undefined)

/** Which of my returns, and which rounds are listed. */
export const RoundsSearch = z.object({
  part: z.enum(['fill', 'approve', 'accept', 'check']).optional().catch(undefined),
  state: z.enum(['open', 'closed']).optional().catch(undefined),
  cursor: Text,
})
export type RoundsSearch = z.infer<typeof RoundsSearch>

export const RoundSearch = z.object({
  state: z
    .enum(['missing', 'late', 'open', 'with_leader', 'sent', 'returned', 'accepted'])
    .optional()
    .catch(undefined),
  q: Text,
  cursor: Text,
})
export type RoundSearch = z.infer<typeof RoundSearch>
