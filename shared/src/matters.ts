import * as z from 'zod'
import { ExportJob } from './exports.ts'
import { Id } from './values.ts'

/** From which record the file of its matter is made. */
export const MatterKind = z.enum(['document', 'meeting', 'task'])
export type MatterKind = z.infer<typeof MatterKind>

export const MatterRequest = z.object({ kind: MatterKind, id: Id })
export type MatterRequest = z.infer<typeof MatterRequest>

/** The archive of a matter (hồ sơ công việc) while it is made, and when it is there. */
export const MatterJob = ExportJob.extend({
  /** Files put in so far, of all. */
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
})
export type MatterJob = z.infer<typeof MatterJob>
