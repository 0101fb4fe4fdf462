import * as z from 'zod'
import {
  Amount,
  CommodityCode,
  Day,
  Hectares,
  Heads,
  Line,
  Note,
  Paper,
  PartRecord,
  partsOf,
} from './entity-parts.ts'
import { UnitName } from './units.ts'
import { AsOf, Cursor, FOREVER, Id, Limit, Name, pageOf, PlainDate } from './values.ts'

export const ProductYear = z.object({
  year: z.int().min(1990).max(2100),
  /** Hectares under it in that year. */
  area: Hectares,
  output: Amount,
  /** Triệu đồng. */
  value: Amount,
})

export const ProductBody = z.object({
  name: Name,
  commodity: CommodityCode,
  /** Of the output: tấn, con, sản phẩm. */
  measure: z.string().trim().min(1).max(40).default('tấn'),
  area: Hectares,
  years: z.array(ProductYear).max(60).default([]),
  soldTo: Line,
  fromOn: PlainDate,
  untilOn: PlainDate.default(FOREVER),
  note: Note,
})
export type ProductBody = z.input<typeof ProductBody>
export const Product = PartRecord.extend({ ...ProductBody.shape, isCurrent: z.boolean() })
export type Product = z.infer<typeof Product>
export const Products = partsOf(Product)
export type Products = z.infer<typeof Products>

export const CertificateKind = z.enum([
  'ocop',
  'vietgap',
  'globalgap',
  'organic',
  'traceability',
  'high_tech',
  'haccp',
  'iso',
  'food_safety',
  'indication',
  'trademark',
  'other',
])
export type CertificateKind = z.infer<typeof CertificateKind>

export const CertificateBody = z.object({
  productId: Id.nullable().default(null),
  kind: CertificateKind,
  /** Of OCOP and of nothing else: 1 to 5. */
  stars: z.int().min(1).max(5).nullable().default(null),
  /** Group of products of OCOP. */
  productGroup: Line,
  number: Line,
  issuedBy: Line,
  decisionNo: Line,
  issuedOn: PlainDate,
  /** Null: without end. */
  validUntil: Day,
  revokedOn: Day,
  area: Hectares,
  /** Of high technology: what is applied, and what shows it. */
  evidence: Note,
  documentId: Paper,
  note: Note,
})
export type CertificateBody = z.input<typeof CertificateBody>

/** On a day; `expiring` from 180 days before its end. */
export const CertificateState = z.enum(['valid', 'expiring', 'expired', 'revoked', 'to_come'])
export type CertificateState = z.infer<typeof CertificateState>
export const Certificate = PartRecord.extend({
  ...CertificateBody.shape,
  productName: z.string().nullable(),
  state: CertificateState,
  daysLeft: z.int().nullable(),
})
export type Certificate = z.infer<typeof Certificate>
export const Certificates = partsOf(Certificate)
export type Certificates = z.infer<typeof Certificates>

/** Of a whole area. Without `expiringWithin` all that are in force on the day. */
export const CertificateQuery = AsOf.extend({
  unit: Id.optional(),
  kind: CertificateKind.optional(),
  /** Days, from the day on; those that ended within as many days before are shown too. */
  expiringWithin: z.coerce.number().int().min(0).max(3650).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type CertificateQuery = z.infer<typeof CertificateQuery>
export const CertificateItem = z.object({
  id: Id,
  entity: z.object({ id: Id, name: z.string(), unit: UnitName }),
  kind: CertificateKind,
  stars: z.int().nullable(),
  productName: z.string().nullable(),
  number: z.string().nullable(),
  issuedOn: PlainDate,
  validUntil: PlainDate.nullable(),
  state: CertificateState,
  daysLeft: z.int().nullable(),
  isDemo: z.boolean(),
})
export type CertificateItem = z.infer<typeof CertificateItem>
export const CertificatePage = pageOf(CertificateItem).extend({
  asOf: PlainDate,
  counts: z.array(z.object({ kind: CertificateKind, count: z.int() })),
})
export type CertificatePage = z.infer<typeof CertificatePage>

export const GrowingAreaBody = z.object({
  kind: z.enum(['growing_area', 'packing_house']).default('growing_area'),
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.\-_/ ]{2,60}$/),
  commodity: CommodityCode,
  area: Hectares,
  households: Heads,
  markets: Line,
  place: Line,
  issuedBy: Line,
  issuedOn: PlainDate,
  suspendedOn: Day,
  revokedOn: Day,
  note: Note,
})
export type GrowingAreaBody = z.input<typeof GrowingAreaBody>
export const GrowingArea = PartRecord.extend({
  ...GrowingAreaBody.shape,
  code: z.string(),
  state: z.enum(['in_force', 'suspended', 'revoked', 'to_come']),
})
export type GrowingArea = z.infer<typeof GrowingArea>
export const GrowingAreas = partsOf(GrowingArea)
export type GrowingAreas = z.infer<typeof GrowingAreas>
