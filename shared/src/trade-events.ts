import * as z from 'zod'
import { Dong } from './loans.ts'
import { UnitName } from './units.ts'
import { Cursor, Id, Limit, Name, Named, pageOf, PlainDate } from './values.ts'

const Line = z.string().trim().max(500)

/** Hội chợ, triển lãm; kết nối cung cầu; đoàn khảo sát thị trường; trên môi trường mạng; khác. */
export const TradeEventKind = z.enum(['fair', 'supply_demand', 'mission', 'online', 'other'])
export type TradeEventKind = z.infer<typeof TradeEventKind>

const TradeEventWords = z.object({
  programmeId: Id.nullable(),
  name: Name,
  kind: TradeEventKind,
  place: Line,
  /** Where the money comes from. */
  fund: Line,
  fromOn: PlainDate,
  untilOn: PlainDate,
  cost: Dong.nullable(),
  note: z.string().trim().max(2000),
})

export const TradeEvent = TradeEventWords.extend({
  id: Id,
  agency: Named,
  unit: UnitName,
  programme: z.string().nullable(),
  /** Of the participants that one reads. */
  participants: z.int(),
  agreements: z.int(),
  contracts: z.int(),
  value: Dong,
  isDemo: z.boolean(),
  version: z.int(),
})
export type TradeEvent = z.infer<typeof TradeEvent>

const Sums = z.object({
  events: z.int(),
  participants: z.int(),
  agreements: z.int(),
  contracts: z.int(),
  value: Dong,
  cost: Dong,
})
export const TradeEventPage = pageOf(TradeEvent).extend({ sums: Sums, mayKeep: z.boolean() })
export type TradeEventPage = z.infer<typeof TradeEventPage>

export const TradeParticipant = z.object({
  entity: z.object({ id: Id, name: z.string() }),
  unit: UnitName,
  /** What it showed. */
  products: z.string(),
  /** In writing, not binding yet. */
  agreements: z.int(),
  contracts: z.int(),
  /** Of the contracts. */
  value: Dong,
})
export type TradeParticipant = z.infer<typeof TradeParticipant>

export const TradeEventWhole = TradeEvent.extend({
  list: z.array(TradeParticipant),
  mayEdit: z.boolean(),
})
export type TradeEventWhole = z.infer<typeof TradeEventWhole>

/** Made with an id of the sender, so that a second sending is the same. */
export const NewTradeEvent = TradeEventWords.extend({ id: Id })
export type NewTradeEvent = z.infer<typeof NewTradeEvent>
export const TradeEventEdit = TradeEventWords.extend({ version: z.int() })
export type TradeEventEdit = z.infer<typeof TradeEventEdit>

/** A participant with what it won, as it stands now; `isOut` takes it off the list. */
export const TradeParticipantEdit = z.object({
  products: Line,
  agreements: z.int().min(0).max(10_000),
  contracts: z.int().min(0).max(10_000),
  value: Dong,
  isOut: z.boolean().default(false),
  version: z.int(),
})
export type TradeParticipantEdit = z.infer<typeof TradeParticipantEdit>

export const TradeEventQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  cursor: Cursor.optional(),
  limit: Limit,
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type TradeEventQuery = z.infer<typeof TradeEventQuery>
