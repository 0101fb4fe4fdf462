import * as z from 'zod'
import { DifficultyItem } from './difficulties.ts'
import { MeetingState, TimeOfDay } from './meetings.ts'
import { UnitName } from './units.ts'
import { Id, PlainDate } from './values.ts'

const Year = z.coerce.number().int().min(2000).max(2100)

/** The meeting of a commune's leaders with its cooperatives in a quarter; null: none is planned. */
export const DialogueCell = z.object({
  quarter: z.int(),
  meeting: z.object({ id: Id, heldOn: PlainDate.nullable(), state: MeetingState }).nullable(),
  /** What was raised at it. */
  raised: z.int(),
})
export type DialogueCell = z.infer<typeof DialogueCell>

export const DialogueRow = z.object({ unit: UnitName, cells: z.array(DialogueCell).length(4) })
export type DialogueRow = z.infer<typeof DialogueRow>

/** Communes by quarters of a year. */
export const DialogueBoard = z.object({
  year: z.int(),
  asOf: PlainDate,
  rows: z.array(DialogueRow),
  /** More communes than are shown: choose a province. */
  isCut: z.boolean(),
  /** Provinces to choose from, for who sees several. */
  provinces: z.array(UnitName),
  /** The commune for which the person may plan one; null: none. */
  own: UnitName.nullable(),
})
export type DialogueBoard = z.infer<typeof DialogueBoard>

export const DialogueQuery = z.object({
  year: Year.optional(),
  unit: Id.optional(),
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type DialogueQuery = z.infer<typeof DialogueQuery>

/** Plans the commune's meeting: the rest comes from the register and from what waits for an answer. */
export const NewDialogue = z.object({
  heldOn: PlainDate,
  startsAt: TimeOfDay.nullable().default(null),
  place: z.string().trim().max(500).nullable().default(null),
})
export type NewDialogue = z.infer<typeof NewDialogue>

/** What may be made of a difficulty: answered with similar ones, put before a meeting, made a task. */
export const DifficultyOptions = z.object({
  similar: z.array(DifficultyItem),
  meetings: z.array(z.object({ id: Id, title: z.string(), heldOn: PlainDate.nullable() })),
})
export type DifficultyOptions = z.infer<typeof DifficultyOptions>

/** What goes on a meeting's agenda. */
export const PutDifficulties = z.object({ difficultyIds: z.array(Id).min(1).max(100) })
export type PutDifficulties = z.infer<typeof PutDifficulties>
