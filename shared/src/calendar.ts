import * as z from 'zod'
import { PlainDate } from './values.ts'

/** A day that is not an ordinary working day, or a weekend that is worked. */
export const CalendarDay = z.object({
  on: PlainDate,
  name: z.string(),
  isOff: z.boolean(),
  /** By the law, or by the official list of the year over it. */
  source: z.enum(['law', 'list']),
})
export type CalendarDay = z.infer<typeof CalendarDay>

export const CalendarQuery = z.object({ from: PlainDate, to: PlainDate })

/** Saturdays and Sundays are off unless a day says otherwise. */
export const Calendar = z.object({ from: PlainDate, to: PlainDate, days: z.array(CalendarDay) })
export type Calendar = z.infer<typeof Calendar>

/** The administrator's list; null takes a day out of it again. */
export const CalendarEdit = z.object({
  days: z
    .array(
      z.object({
        on: PlainDate,
        name: z.string().trim().min(1).max(200).nullable(),
        isOff: z.boolean().default(true),
      }),
    )
    .min(1)
    .max(60),
})
export type CalendarEdit = z.infer<typeof CalendarEdit>
