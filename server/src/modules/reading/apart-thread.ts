import { ReadingWords } from '@hopluc/shared/reading-words'
import * as z from 'zod'
import { answerApart } from '../../platform/apart-thread.ts'
import { markOf } from './marks.ts'
import { read } from './reader/index.ts'
import { textFrom } from './texts.ts'

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const Task = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), text: z.string(), words: ReadingWords.optional() }),
  z.object({ kind: z.literal('text'), bytes: Bytes, filename: z.string() }),
])

answerApart(Task, async (task) => {
  if (task.kind === 'read') return read(task.text, task.words ? { words: task.words } : {})
  const mark = await markOf(task.bytes, task.filename)
  return mark === null ? textFrom(task.bytes, task.filename) : { mark }
})
