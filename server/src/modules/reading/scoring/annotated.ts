import { FigureIndicator, type Reading } from '@hopluc/shared/finds'
import { PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'

/**
 * What a careful officer records from a document, in the form of the corpus. Every `quote` is an
 * exact, contiguous part of the text. `date` of a reference may be a law's year alone ("2012").
 */
export const Annotated = z.object({
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
      qualifier: z.enum(['exact', 'about', 'at_least', 'at_most', 'range']),
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
})
export type Annotated = z.infer<typeof Annotated>

/** A reading as the corpus would annotate it. */
export function annotated(id: string, reading: Reading): Annotated {
  const { meeting } = reading
  return {
    id,
    meeting: meeting && { date: meeting.date, chair: meeting.chair, area: meeting.area },
    directives: reading.directives.map(({ quote, assignees, due }) => ({
      quote,
      assignees,
      due: due && { text: due.text, date: due.date },
    })),
    figures: reading.figures.map(
      ({ quote, value, valueMax, unit, indicator, qualifier, kind }) => ({
        quote,
        value,
        valueMax,
        unit,
        indicator,
        qualifier,
        kind,
      }),
    ),
    references: reading.references.map(({ quote, type, number, date }) => ({
      quote,
      type,
      number,
      date,
    })),
    organisations: reading.organisations.map(({ quote, kind, name, place }) => ({
      quote,
      kind,
      name,
      place,
    })),
  }
}
