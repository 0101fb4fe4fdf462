import { AnnotatedText } from '@hopluc/shared/reading-accuracy'
import type { Reading } from '@hopluc/shared/finds'
import type * as z from 'zod'

/**
 * What a careful officer records from a document, in the form of the corpus. Every `quote` is an
 * exact, contiguous part of the text. `date` of a reference may be a law's year alone ("2012").
 */
export const Annotated = AnnotatedText.shape.annotation
export type Annotated = z.infer<typeof Annotated>

/** A reading as the corpus would annotate it. */
export function annotated(id: string, reading: Reading): Annotated {
  const { meeting } = reading
  return Annotated.parse({
    ...reading,
    id,
    meeting: meeting && { date: meeting.date, chair: meeting.chair, area: meeting.area },
  })
}
