import { ImportMapping } from '@hopluc/shared/task-import'
import { PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'
import { answerApart } from '../../platform/apart-thread.ts'
import { listOf } from './list.ts'

const File = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  today: PlainDate,
  sheet: z.string().optional(),
  headerRow: z.int().optional(),
  mapping: ImportMapping.optional(),
})

answerApart(File, listOf)
