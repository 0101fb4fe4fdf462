import * as z from 'zod'
import { Id } from './values.ts'

/** The Excel file of a long list, made in the background for the account that asked. */
export const ExportJob = z.object({
  id: Id,
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** Kept for seven days. */
  file: z.object({ id: Id, name: z.string(), size: z.int() }).nullable(),
  error: z.string().nullable(),
})
export type ExportJob = z.infer<typeof ExportJob>
