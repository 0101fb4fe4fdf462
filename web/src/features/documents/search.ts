import type { Direction, DocumentState, PaperKind, PaperUrgency } from '@hopluc/shared/documents'
import * as z from 'zod'
import { Text, word } from '../../lib/address.ts'

/** What stands in the list's address. */
export const DocumentSearch = z.object({
  direction: word<Direction>(),
  kind: word<PaperKind>(),
  state: word<DocumentState>(),
  urgency: word<PaperUrgency>(),
  year: z.number().int().optional().catch(undefined),
  q: Text,
  cursor: Text,
})
export type DocumentSearch = z.infer<typeof DocumentSearch>
