import * as z from 'zod'
import { BusinessField, CooperativeLaw, EntityKind, Sector, SizeClass } from './entities.ts'
import { FOREVER, PlainDate } from './values.ts'

const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ version: z.int(), items: z.array(item).max(5000) })

export const Commodity = z.object({
  code: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: z.string().trim().min(1).max(200),
  /** Cây lương thực, rau màu, thủy sản … */
  family: z.string().trim().min(1).max(100),
  otherNames: z.array(z.string().trim().min(1).max(200)).max(50),
  isActive: z.boolean(),
})
export type Commodity = z.infer<typeof Commodity>
export const CommodityList = listOf(Commodity)
export type CommodityList = z.infer<typeof CommodityList>

/** A section's letter or 2 to 5 digits (VSIC). */
export const LineCode = z.string().regex(/^([A-Z]|\d{2,5})$/)
export const BusinessLine = z.object({
  code: LineCode,
  name: z.string().trim().min(1).max(500),
  parentCode: LineCode.nullable(),
  fromOn: PlainDate.default('0001-01-01'),
  untilOn: PlainDate.default(FOREVER),
})
export type BusinessLine = z.infer<typeof BusinessLine>
export const BusinessLineList = listOf(BusinessLine)
export type BusinessLineList = z.infer<typeof BusinessLineList>

/** A file of lines: columns code (mã), name (tên), parent (mã cấp trên, may be missing). */
export const LineImport = z.object({ version: z.int(), csv: z.string().min(1).max(900_000) })
export type LineImport = z.infer<typeof LineImport>
export const LineImported = BusinessLineList.extend({ added: z.int(), changed: z.int() })
export type LineImported = z.infer<typeof LineImported>

/** To which field and sector a line and all below it belong; a longer code goes before a shorter. */
export const LineGroup = z.discriminatedUnion('grouping', [
  z.object({ grouping: z.literal('field'), code: LineCode, value: BusinessField }),
  z.object({ grouping: z.literal('sector'), code: LineCode, value: Sector }),
])
export type LineGroup = z.infer<typeof LineGroup>
export const LineGroupList = listOf(LineGroup)
export type LineGroupList = z.infer<typeof LineGroupList>

/** At least so many official members, and at least so much revenue or capital (đồng). */
export const SizeThreshold = z.object({
  field: BusinessField,
  size: SizeClass.exclude(['micro']),
  members: z.int().min(1),
  revenue: z.int().min(1),
  capital: z.int().min(1),
  basis: z.string().trim().min(1).max(300),
  fromOn: PlainDate,
  untilOn: PlainDate.default(FOREVER),
})
export type SizeThreshold = z.infer<typeof SizeThreshold>
export const SizeThresholdList = listOf(SizeThreshold)
export type SizeThresholdList = z.infer<typeof SizeThresholdList>

/** The last time that sizes were worked out anew of all there are, as far as whoever reads asked for it. */
export const SizeWork = z.object({
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  error: z.string().nullable(),
})
export const SizeThresholdAnswer = SizeThresholdList.extend({ work: SizeWork.nullable() })
export type SizeThresholdAnswer = z.infer<typeof SizeThresholdAnswer>

/** Fewer members than this warn. */
export const MemberMinimum = z.object({
  kind: EntityKind,
  law: CooperativeLaw,
  members: z.int().min(1),
  basis: z.string().trim().min(1).max(300),
})
export type MemberMinimum = z.infer<typeof MemberMinimum>
export const MemberMinimumList = listOf(MemberMinimum)
export type MemberMinimumList = z.infer<typeof MemberMinimumList>
