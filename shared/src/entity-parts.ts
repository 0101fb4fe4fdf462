import * as z from 'zod'
import { EntityWarning } from './entities.ts'
import { AsOf, Cursor, Id, Instant, Limit, pageOf, PlainDate } from './values.ts'

/** Of what hangs on an entity: in words, at most a line; null where nothing is said. */
export const Line = z.string().trim().min(1).max(300).nullable().default(null)
export const Note = z.string().trim().min(1).max(2000).nullable().default(null)
export const Day = PlainDate.nullable().default(null)
/** Đồng. */
export const Dong = z.int().min(0).max(1_000_000_000_000_000)
/** Hectares. */
export const Hectares = z.number().min(0).max(10_000_000).nullable().default(null)
export const Amount = z.number().min(0).max(100_000_000_000).nullable().default(null)
export const Heads = z.int().min(0).max(10_000_000).nullable().default(null)
/** Code of the maintained list of commodities. */
export const CommodityCode = z.string().max(60).nullable().default(null)
export const Paper = Id.nullable().default(null)

/** What every record that hangs on an entity carries beside its own words. */
export const PartRecord = z.object({
  id: Id,
  version: z.int(),
  isDemo: z.boolean(),
  updatedAt: Instant,
})

/** An entity has few of a kind: a page holds them but for the odd one. */
export const PartQuery = AsOf.extend({ limit: Limit.default(200), cursor: Cursor.optional() })
export type PartQuery = z.infer<typeof PartQuery>
/** What an entity has of one kind; those that are over too. Warnings are of all, and bar nothing. */
export const partsOf = <T extends z.ZodType>(item: T) =>
  pageOf(item).extend({
    warnings: z.array(EntityWarning),
    /** Whether the reader may add, change and remove. */
    mayChange: z.boolean(),
  })

export const PartRemoval = z.object({ version: z.coerce.number().int() })
