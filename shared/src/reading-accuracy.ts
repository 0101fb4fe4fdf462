import * as z from 'zod'
import { FigureIndicator, Qualifier } from './finds.ts'
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

/** A text and what people confirmed of it, in the form of the corpus' documents. */
export const AnnotatedText = z.object({
  id: z.string(),
  text: z.string(),
  annotation: z.object({
    id: z.string(),
    meeting: z
      .object({
        date: PlainDate.nullable(),
        chair: z.object({ name: z.string(), title: z.string().nullable() }).nullable(),
        area: z.string().nullable(),
      })
      .nullable(),
    directives: z.array(
      z.object({
        quote: z.string(),
        assignees: z.array(z.string()),
        due: z.object({ text: z.string(), date: PlainDate.nullable() }).nullable(),
      }),
    ),
    figures: z.array(
      z.object({
        quote: z.string(),
        value: z.number(),
        valueMax: z.number().nullable(),
        unit: z.string(),
        indicator: FigureIndicator,
        qualifier: Qualifier,
        kind: z.enum(['actual', 'target']),
      }),
    ),
    references: z.array(
      z.object({
        quote: z.string(),
        type: z.string(),
        number: z.string().nullable(),
        date: z.string().nullable(),
      }),
    ),
    organisations: z.array(
      z.object({
        quote: z.string(),
        kind: z.enum(['cooperative', 'group', 'union', 'enterprise']),
        name: z.string(),
        place: z.string().nullable(),
      }),
    ),
  }),
})
export type AnnotatedText = z.infer<typeof AnnotatedText>

/** `left` confirmed texts more than one file takes. */
export const AnnotatedTexts = z.object({ texts: z.array(AnnotatedText), left: z.int() })
export type AnnotatedTexts = z.infer<typeof AnnotatedTexts>

export const AccuracySearch = z.object({ from: PlainDate.optional(), until: PlainDate.optional() })
export type AccuracySearch = z.infer<typeof AccuracySearch>
