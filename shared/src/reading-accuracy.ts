import * as z from 'zod'
import { PlainDate } from './values.ts'

/** How the proposals of one kind fared: accuracy as it is measured in use. */
export const KindAccuracy = z.object({
  proposed: z.int(),
  kept: z.int(),
  changed: z.int(),
  discarded: z.int(),
  added: z.int(),
})
export type KindAccuracy = z.infer<typeof KindAccuracy>

export const Accuracy = z.object({
  readings: z.int(),
  directives: KindAccuracy,
  figures: KindAccuracy,
  references: KindAccuracy,
  organisations: KindAccuracy,
})
export type Accuracy = z.infer<typeof Accuracy>

export const AccuracySearch = z.object({ from: PlainDate.optional(), until: PlainDate.optional() })
