import { Direction, DocumentState, PaperKind, PaperUrgency } from '@hopluc/shared/documents'
import * as z from 'zod'

/** What stands in the list's address. */
export const DocumentSearch = z.object({
  direction: Direction.optional().catch(undefined),
  kind: PaperKind.optional().catch(undefined),
  state: DocumentState.optional().catch(undefined),
  urgency: PaperUrgency.optional().catch(undefined),
  year: z.number().int().optional().catch(undefined),
  q: z.string().optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
})
export type DocumentSearch = z.infer<typeof DocumentSearch>
