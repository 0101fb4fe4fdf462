import * as z from 'zod'
import { TaskFile } from './tasks.ts'
import { Id, Name, Named, PlainDate, Words } from './values.ts'

/** Whether a remark was taken over; `reply` explains what was not. */
export const OpinionHandling = z.enum(['taken', 'partly', 'explained'])
export type OpinionHandling = z.infer<typeof OpinionHandling>

/** A remark with its place in the text ("Mục II.3", "Toàn văn") and what became of it. */
export const OpinionRemark = z.object({
  place: z.string().trim().min(1).max(200),
  text: Words,
  handling: OpinionHandling.nullable().default(null),
  reply: z.string().trim().max(4000).nullable().default(null),
})
export type OpinionRemark = z.infer<typeof OpinionRemark>

/** What one agency said. No answer after the day is shown as silence. */
export const Opinion = z.object({
  agency: Named,
  answer: z.enum(['agree', 'remarks']).nullable(),
  remarks: z.array(OpinionRemark),
  paper: z.string().nullable(),
  answeredOn: PlainDate.nullable(),
  byWords: z.string().nullable(),
  isSilent: z.boolean(),
  isLate: z.boolean(),
})
export type Opinion = z.infer<typeof Opinion>

/** A text sent to co-ordinators for their opinion, until a day. */
export const OpinionRound = z.object({
  id: Id,
  taskId: Id,
  taskTitle: z.string(),
  title: z.string(),
  text: z.string(),
  file: TaskFile.nullable(),
  openedOn: PlainDate,
  untilOn: PlainDate,
  closedOn: PlainDate.nullable(),
  opinions: z.array(Opinion),
  version: z.int(),
  allowed: z.array(z.enum(['answer', 'reply', 'close'])),
})
export type OpinionRound = z.infer<typeof OpinionRound>

export const NewOpinionRound = z.object({
  title: Name,
  text: Words,
  fileId: Id.nullable().default(null),
  untilOn: PlainDate,
  agencyIds: z.array(Id).min(1).max(100),
  version: z.int(),
})
export type NewOpinionRound = z.infer<typeof NewOpinionRound>

export const OpinionAnswer = z.object({
  answer: z.enum(['agree', 'remarks']),
  remarks: z
    .array(OpinionRemark.pick({ place: true, text: true }))
    .max(200)
    .default([]),
  /** Number and day of the agency's own letter, as one writes it. */
  paper: z.string().trim().max(200).nullable().default(null),
})
export type OpinionAnswer = z.infer<typeof OpinionAnswer>

/** What becomes of an agency's remarks, in their order. */
export const OpinionReplies = z.object({
  version: z.int(),
  agencyId: Id,
  replies: z.array(OpinionRemark.pick({ handling: true, reply: true })).max(200),
})
export type OpinionReplies = z.infer<typeof OpinionReplies>

export const CloseRound = z.object({ version: z.int() })
