import * as z from 'zod'
import { ReorganisationIssue, ReorganisationPlan } from './reorganisations.ts'
import { Id, PlainDate } from './values.ts'

/**
 * A plan drawn up from a list of successions (CSV or Excel; columns: mã cũ, tên cũ, tỉnh/huyện cũ,
 * mã mới, tên mới, loại, toàn bộ/một phần, tỷ lệ). New communes come with their people's committee
 * and their Phòng Kinh tế when asked.
 */
export const PlanFromFile = z.object({
  fileId: Id,
  onDay: PlainDate,
  withAgencies: z.boolean().default(true),
})
export type PlanFromFile = z.infer<typeof PlanFromFile>
export const DraftedPlan = z.object({
  plan: ReorganisationPlan,
  rows: z.int(),
  /** `path` is the line. */
  errors: z.array(ReorganisationIssue),
})
export type DraftedPlan = z.infer<typeof DraftedPlan>
