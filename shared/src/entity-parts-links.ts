import * as z from 'zod'
import {
  Amount,
  CommodityCode,
  Day,
  Dong,
  Hectares,
  Heads,
  Line,
  Note,
  Paper,
  PartRecord,
  partsOf,
} from './entity-parts.ts'
import { EntityCode, EntityKind, EntityStatus } from './entities.ts'
import { UnitName } from './units.ts'
import { AsOf, Cursor, FOREVER, Id, Limit, Name, pageOf, PlainDate } from './values.ts'

/** Membership of a union or of an Alliance: exactly one of the two. */
export const MembershipBody = z.object({
  unionId: Id.nullable().default(null),
  allianceId: Id.nullable().default(null),
  fromOn: PlainDate,
  untilOn: PlainDate.default(FOREVER),
  decisionNo: Line,
  cardNo: Line,
  note: Note,
})
export type MembershipBody = z.input<typeof MembershipBody>
export const Membership = PartRecord.extend({
  ...MembershipBody.shape,
  name: z.string(),
  isCurrent: z.boolean(),
})
export type Membership = z.infer<typeof Membership>
export const Memberships = partsOf(Membership)
export type Memberships = z.infer<typeof Memberships>

/** Members of a union or an Alliance as of a day, those under its predecessors included. */
export const AffiliateQuery = AsOf.extend({
  q: z.string().trim().max(200).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type AffiliateQuery = z.infer<typeof AffiliateQuery>
export const Affiliate = z.object({
  id: Id,
  name: z.string(),
  kind: EntityKind,
  status: EntityStatus,
  unit: UnitName,
  members: z.int().nullable(),
  fromOn: PlainDate,
  decisionNo: z.string().nullable(),
  isDemo: z.boolean(),
})
export type Affiliate = z.infer<typeof Affiliate>
export const AffiliatePage = pageOf(Affiliate).extend({
  asOf: PlainDate,
  /** Of all on the day: how many, with how many members of their own, who came and left this year. */
  total: z.object({ count: z.int(), members: z.int(), came: z.int(), left: z.int() }),
})
export type AffiliatePage = z.infer<typeof AffiliatePage>

export const MarketSide = z.enum(['offer', 'want'])
export const MarketNoticeBody = z.object({
  side: MarketSide,
  title: Name,
  commodity: CommodityCode,
  quantity: Amount,
  measure: Line,
  /** In words: a range, or as agreed. */
  price: Line,
  place: Line,
  /** Of the office, as it wants to be reached. */
  contact: Line,
  fromOn: PlainDate,
  untilOn: PlainDate,
  closedOn: Day,
  outcome: Note,
  note: Note,
})
export type MarketNoticeBody = z.input<typeof MarketNoticeBody>
export const MarketState = z.enum(['open', 'to_come', 'over', 'closed'])
export const MarketNotice = PartRecord.extend({
  ...MarketNoticeBody.shape,
  /** Null where the reader's register does not have it. */
  entityId: Id.nullable(),
  entityName: z.string(),
  state: MarketState,
})
export type MarketNotice = z.infer<typeof MarketNotice>
export const MarketNotices = partsOf(MarketNotice)
export type MarketNotices = z.infer<typeof MarketNotices>
export const MarketQuery = AsOf.extend({
  side: MarketSide.optional(),
  commodity: z.string().max(60).optional(),
  q: z.string().trim().max(200).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type MarketQuery = z.infer<typeof MarketQuery>
export const MarketPage = pageOf(MarketNotice).extend({ asOf: PlainDate })
export type MarketPage = z.infer<typeof MarketPage>

export const PartnerKind = z.enum(['enterprise', 'cooperative', 'trader', 'retailer', 'other'])
export const Offtake = z.enum(['inputs_and_product', 'product', 'part', 'none'])
export const LinkResult = z.enum([
  'running',
  'carried_out',
  'partly',
  'broken_by_partner',
  'broken_by_entity',
])
/** A link of an entity with who buys from it or supplies it. */
export const ValueLinkBody = z.object({
  partnerKind: PartnerKind,
  partnerName: Name,
  partnerCode: EntityCode.nullable().default(null),
  partnerId: Id.nullable().default(null),
  contractNo: Line,
  signedOn: Day,
  fromOn: PlainDate,
  untilOn: Day,
  product: Name,
  commodity: CommodityCode,
  season: Line,
  area: Hectares,
  measure: z.string().trim().min(1).max(40).default('tấn'),
  committed: Amount,
  delivered: Amount,
  priceRule: Line,
  offtake: Offtake.nullable().default(null),
  result: LinkResult.nullable().default(null),
  /** Of what was delivered. */
  value: Dong.nullable().default(null),
  households: Heads,
  evaluation: Note,
  /** Worth replicating. */
  isModel: z.boolean().default(false),
  documentId: Paper,
  note: Note,
})
export type ValueLinkBody = z.input<typeof ValueLinkBody>
export const ValueLink = PartRecord.extend({
  ...ValueLinkBody.shape,
  partnerCode: z.string().nullable(),
  isCurrent: z.boolean(),
})
export type ValueLink = z.infer<typeof ValueLink>
export const ValueLinks = partsOf(ValueLink)
export type ValueLinks = z.infer<typeof ValueLinks>

export const LinkGraphQuery = AsOf.extend({
  unit: Id.optional(),
  commodity: z.string().max(60).optional(),
})
export type LinkGraphQuery = z.infer<typeof LinkGraphQuery>
/** Who is linked with whom on a day: partners of one code or name are one. */
export const LinkGraph = z.object({
  asOf: PlainDate,
  items: z.array(
    z.object({
      id: Id,
      entity: z.object({ id: Id, name: z.string(), unit: UnitName }),
      partner: z.object({ key: z.string(), name: z.string(), kind: PartnerKind }),
      product: z.string(),
      commodity: z.string().nullable(),
      contractNo: z.string().nullable(),
      season: z.string().nullable(),
      area: z.number().nullable(),
      measure: z.string(),
      committed: z.number().nullable(),
      delivered: z.number().nullable(),
      untilOn: PlainDate.nullable(),
      result: LinkResult.nullable(),
      isModel: z.boolean(),
      isDemo: z.boolean(),
    }),
  ),
  commodities: z.array(z.object({ code: z.string(), name: z.string(), links: z.int() })),
  /** There are more than are shown. */
  isCut: z.boolean(),
})
export type LinkGraph = z.infer<typeof LinkGraph>
