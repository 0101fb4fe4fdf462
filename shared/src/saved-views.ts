import * as z from 'zod'
import { Id } from './values.ts'

/** Lists whose filters can be kept under a name. */
export const ViewList = z.enum(['registry'])
export type ViewList = z.infer<typeof ViewList>
const ViewSearch = z.record(
  z.string().max(60),
  z.union([z.string().max(500), z.number(), z.boolean(), z.array(z.string().max(100)).max(50)]),
)

export const NewView = z.object({
  list: ViewList,
  name: z.string().trim().min(1).max(120),
  search: ViewSearch,
  /** With those of the same agency. */
  isShared: z.boolean().default(false),
})
export type NewView = z.infer<typeof NewView>
export const KeptView = NewView.extend({ id: Id, isOwn: z.boolean(), byWords: z.string() })
export type KeptView = z.infer<typeof KeptView>
export const ViewQuery = z.object({ list: ViewList })
export const KeptViews = z.object({ items: z.array(KeptView) })
export type KeptViews = z.infer<typeof KeptViews>
