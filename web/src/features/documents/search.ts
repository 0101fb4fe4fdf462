import type { Direction, DocumentState, PaperKind, PaperUrgency } from '@hopluc/shared/documents'
import * as z from 'zod'

/**
 * A word of the contract, without its whole list: the router loads with the first page. The server
 * refuses what is none.
 */
const word = <Word extends string>() => z.custom<Word>((value) => typeof value === 'string')

/** What stands in the list's address. */
export const DocumentSearch = z.object({
  direction: word<Direction>().optional().catch(undefined),
  kind: word<PaperKind>().optional().catch(undefined),
  state: word<DocumentState>().optional().catch(undefined),
  urgency: word<PaperUrgency>().optional().catch(undefined),
  year: z.number().int().optional().catch(undefined),
  q: z.string().optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
})
export type DocumentSearch = z.infer<typeof DocumentSearch>
