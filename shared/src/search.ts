import * as z from 'zod'
import { SnippetPart } from './documents.ts'
import { Id } from './values.ts'

/** What the search box looks through, in the order in which groups are shown. */
export const SearchGroupKind = z.enum([
  'tasks',
  'documents',
  'meetings',
  'entities',
  'products',
  'difficulties',
  'figures',
  'people',
  'agencies',
])
export type SearchGroupKind = z.infer<typeof SearchGroupKind>

/**
 * `facts` are short words beside the title: symbol, day, lead; `snippet` is where the text answers. What has
 * no page of its own is seen on that of another: `of` is its id (the entity of a product, the agency of a
 * person) or code (of an indicator).
 */
export const SearchHit = z.object({
  id: Id,
  of: z.string().optional(),
  title: z.string(),
  facts: z.array(z.string()),
  state: z.string().nullable(),
  snippet: z.array(SnippetPart),
})
export type SearchHit = z.infer<typeof SearchHit>

export const SearchGroup = z.object({
  kind: SearchGroupKind,
  items: z.array(SearchHit),
  /** There is more than is shown: the kind's own list has it all. */
  hasMore: z.boolean(),
})
export type SearchGroup = z.infer<typeof SearchGroup>

export const SearchQuestion = z.object({
  q: z.string().trim().max(200),
  kind: SearchGroupKind.optional(),
  /** Of each group. */
  limit: z.coerce.number().int().min(1).max(50).default(5),
})
export type SearchQuestion = z.infer<typeof SearchQuestion>
export const SearchAnswer = z.object({ groups: z.array(SearchGroup) })
export type SearchAnswer = z.infer<typeof SearchAnswer>
