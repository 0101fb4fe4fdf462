import * as z from 'zod'
import { UnitName } from './units.ts'
import { Id, Name, PlainDate, Words } from './values.ts'

/** What the program counts of a commune: who works there, ratings, contracts, OCOP products. */
export const RuralSource = z.enum(['active', 'rated', 'links', 'ocop'])
export type RuralSource = z.infer<typeof RuralSource>

/** Đạt, chưa đạt, chưa xác định. */
export const RuralState = z.enum(['met', 'not_met', 'unknown'])
export type RuralState = z.infer<typeof RuralState>

/** As of the end of the year, or today. */
export const RuralCounts = z.object({
  cooperatives: z.int(),
  groups: z.int(),
  rated: z.int(),
  effective: z.int(),
  fair: z.int(),
  linked: z.int(),
  ocop: z.int(),
})
export type RuralCounts = z.infer<typeof RuralCounts>

const CriterionWords = z.object({
  name: Name,
  legalBasis: Words.nullable(),
  /** In the paper's words; null: nobody has filled it in. */
  threshold: Words.nullable(),
  source: RuralSource.nullable(),
})
export const RuralCriterion = CriterionWords.extend({ id: Id })
export type RuralCriterion = z.infer<typeof RuralCriterion>

export const RuralLine = RuralCriterion.extend({
  state: RuralState,
  note: z.string().nullable(),
  enteredOn: PlainDate.nullable(),
  byWords: z.string().nullable(),
  isDemo: z.boolean(),
  version: z.int(),
})
export type RuralLine = z.infer<typeof RuralLine>

export const RuralSheet = z.object({
  unit: UnitName,
  year: z.int(),
  asOf: PlainDate,
  counts: RuralCounts,
  lines: z.array(RuralLine),
  /** Communes to choose from. */
  units: z.array(UnitName),
  mayEnter: z.boolean(),
})
export type RuralSheet = z.infer<typeof RuralSheet>

export const RuralSheetQuery = z.object({
  unit: Id.optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
})
export type RuralSheetQuery = z.infer<typeof RuralSheetQuery>
export const RuralPaperQuery = RuralSheetQuery.extend({ as: z.enum(['docx', 'xlsx']) })

export const RuralEntry = z.object({
  unitId: Id,
  year: z.int().min(2000).max(2100),
  criterionId: Id,
  state: RuralState,
  note: Words.nullable(),
  /** 0 of what nobody has entered. */
  version: z.int(),
})
export type RuralEntry = z.infer<typeof RuralEntry>

/** A province's list; `isOwn`: false while it is the one that comes with the program. */
export const RuralCriteria = z.object({
  unit: UnitName,
  items: z.array(RuralCriterion),
  isOwn: z.boolean(),
  version: z.int(),
})
export type RuralCriteria = z.infer<typeof RuralCriteria>
export const RuralCriteriaEdit = z.object({
  items: z
    .array(RuralCriterion)
    .min(1)
    .max(50)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'trùng'),
  version: z.int(),
})
export type RuralCriteriaEdit = z.infer<typeof RuralCriteriaEdit>

/** "12 HTX, 5 THT đang hoạt động": what the program knows for a line. */
export function countWords(source: RuralSource, of: RuralCounts): { vi: string; en: string } {
  switch (source) {
    case 'active':
      return {
        vi: `${of.cooperatives} HTX, ${of.groups} THT đang hoạt động`,
        en: `${of.cooperatives} cooperatives, ${of.groups} groups at work`,
      }
    case 'rated':
      return {
        vi: `${of.rated} HTX được xếp loại: ${of.effective} hoạt động hiệu quả, ${of.fair} khá trở lên`,
        en: `${of.rated} rated: ${of.effective} effective, ${of.fair} fair or better`,
      }
    case 'links':
      return {
        vi: `${of.linked} HTX, THT có liên kết tiêu thụ sản phẩm`,
        en: `${of.linked} with contracts for their products`,
      }
    case 'ocop':
      return {
        vi: `${of.ocop} chứng nhận OCOP còn hiệu lực của HTX, THT`,
        en: `${of.ocop} OCOP certificates in force`,
      }
  }
}
