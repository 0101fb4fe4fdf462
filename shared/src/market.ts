import * as z from 'zod'
import { Dong } from './loans.ts'
import { Cursor, Id, Limit, Name, Named, pageOf, PlainDate } from './values.ts'

const SomeDong = Dong.min(1)
const Where = z.object({ commodity: z.string().max(60), place: Name, measure: Name.max(30) })

export const MarketPrice = Where.extend({
  id: Id,
  commodityName: z.string(),
  agency: Named,
  price: Dong,
  onDay: PlainDate,
  source: z.string(),
  isDemo: z.boolean(),
})
export type MarketPrice = z.infer<typeof MarketPrice>
export const MarketPricePage = pageOf(MarketPrice)
export type MarketPricePage = z.infer<typeof MarketPricePage>

/** What is asked of prices, one after the other, the newest first. */
export const MarketPriceQuery = z.object({
  commodity: z.string().max(60).optional(),
  cursor: Cursor.optional(),
  limit: Limit,
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type MarketPriceQuery = z.infer<typeof MarketPriceQuery>

/** The latest price of a commodity at a place, by one agency, and what it was before. */
export const MarketSeries = MarketPrice.extend({
  /** Up to twelve, the oldest first. */
  trend: z.array(z.object({ onDay: PlainDate, price: Dong })),
  isOwn: z.boolean(),
})
export type MarketSeries = z.infer<typeof MarketSeries>

export const MarketBoard = z.object({
  items: z.array(MarketSeries),
  commodities: z.array(z.object({ code: z.string(), name: z.string() })),
  mayEnter: z.boolean(),
})
export type MarketBoard = z.infer<typeof MarketBoard>

/** Prices of one day, of one's own agency. Sent twice, they are the same. */
export const MarketEntry = z.object({
  onDay: PlainDate,
  lines: z
    .array(
      Where.extend({
        price: SomeDong,
        source: Name,
        /** What stood for this day when one began to type; null where nothing did. */
        seen: SomeDong.nullable(),
      }),
    )
    .min(1)
    .max(200),
})
export type MarketEntry = z.infer<typeof MarketEntry>
