import * as z from 'zod'
import { answerApart } from '../../../platform/apart-thread.ts'
import { membersIn } from './sheet.ts'

const File = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  sheet: z.string().optional(),
  mapping: z.record(z.string(), z.int()).optional(),
})

answerApart(File, membersIn)
