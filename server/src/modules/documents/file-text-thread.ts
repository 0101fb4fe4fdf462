import * as z from 'zod'
import { answerApart } from '../../platform/apart-thread.ts'
import { fileText } from './file-text.ts'

const Given = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  name: z.string(),
  mediaType: z.string(),
})

answerApart(Given, fileText)
