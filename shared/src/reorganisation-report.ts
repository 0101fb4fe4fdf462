import * as z from 'zod'
import { Held, InWords } from './reorganisations.ts'
import { Id } from './values.ts'

/** What moved, line by line; page and Excel show the same. */
export const ReportLine = z.object({
  module: z.string(),
  what: InWords,
  subject: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  count: z.int().nullable(),
  /** Of which unit or agencies it speaks: each reads the lines of the own. */
  unitIds: z.array(Id),
  agencyIds: z.array(Id),
})
export type ReportLine = z.infer<typeof ReportLine>

export const ReorganisationReport = z.object({
  seconds: z.number(),
  held: z.array(Held),
  lines: z.array(ReportLine),
})
export type ReorganisationReport = z.infer<typeof ReorganisationReport>
