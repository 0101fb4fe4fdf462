import * as z from 'zod'
import { AsOf, Id, Name, Named, PlainDate, Words } from './values.ts'

export const ProgrammeKind = z.enum(['meeting', 'inspection', 'report', 'task'])
export type ProgrammeKind = z.infer<typeof ProgrammeKind>

/**
 * Follows from what was made of the item: nothing yet, prepared, done, done after its day, late,
 * cancelled. Nobody sets it by hand.
 */
export const ProgrammeState = z.enum(['open', 'prepared', 'done', 'done_late', 'late', 'cancelled'])
export type ProgrammeState = z.infer<typeof ProgrammeState>

const Month = z.int().min(1).max(12)

export const ProgrammeItem = z.object({
  id: Id,
  month: Month,
  kind: ProgrammeKind,
  text: z.string(),
  lead: Named.nullable(),
  /** The member who leads, by office. */
  seat: z.object({ id: Id, words: z.string() }).nullable(),
  product: z.string().nullable(),
  dueOn: PlainDate,
  state: ProgrammeState,
  /** When it was or is to be held, made or handed in. */
  on: PlainDate.nullable(),
  meetingId: Id.nullable(),
  taskId: Id.nullable(),
  documentId: Id.nullable(),
  inspections: z.array(z.object({ id: Id, unit: z.string(), isMade: z.boolean() })),
  note: z.string().nullable(),
})
export type ProgrammeItem = z.infer<typeof ProgrammeItem>

export const ProgrammeAction = z.enum(['edit', 'issue', 'make', 'copy'])
export type ProgrammeAction = z.infer<typeof ProgrammeAction>

export const Programme = z.object({
  id: Id,
  body: Named,
  unitId: Id,
  year: z.int(),
  paper: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  documentId: Id.nullable(),
  items: z.array(ProgrammeItem),
  done: z.int(),
  late: z.int(),
  isDemo: z.boolean(),
  version: z.int(),
  allowed: z.array(ProgrammeAction),
})
export type Programme = z.infer<typeof Programme>

/** The years of a body; `programme` is that of the year, or null where there is none. */
export const ProgrammeOfYear = z.object({
  body: Named,
  year: z.int(),
  years: z.array(z.int()),
  programme: Programme.nullable(),
  allowed: z.array(z.enum(['draw_up'])),
})
export type ProgrammeOfYear = z.infer<typeof ProgrammeOfYear>
export const ProgrammeQuery = AsOf.extend({ year: z.coerce.number().int().optional() })

export const ProgrammeLine = z.object({
  id: Id.optional(),
  month: Month,
  kind: ProgrammeKind,
  text: Name,
  leadId: Id.nullable(),
  seatId: Id.nullable(),
  product: z.string().trim().max(2000).nullable(),
  dueOn: PlainDate,
})
export type ProgrammeLine = z.infer<typeof ProgrammeLine>

/** Empty, or with last year's lines a year later. */
export const NewProgramme = z.object({
  year: z.int().min(1990).max(2200),
  copyFrom: z.int().nullable(),
})
export type NewProgramme = z.infer<typeof NewProgramme>
export const ProgrammeItems = z.object({ version: z.int(), items: z.array(ProgrammeLine).max(300) })
export type ProgrammeItems = z.infer<typeof ProgrammeItems>
export const ProgrammeIssue = z.object({
  version: z.int(),
  paper: Name,
  issuedOn: PlainDate,
  documentId: Id.nullable(),
})
export type ProgrammeIssue = z.infer<typeof ProgrammeIssue>

/** What is made of an item: the meeting, tasks, inspections, the report's draft; or a note of what was done otherwise. */
export const ItemDeed = z.discriminatedUnion('action', [
  z.object({ action: z.literal('plan_meeting'), heldOn: PlainDate.nullable() }),
  z.object({ action: z.literal('give_task'), leadIds: z.array(Id).min(1).max(200) }),
  z.object({ action: z.literal('plan_inspections'), unitIds: z.array(Id).min(1).max(100) }),
  z.object({ action: z.literal('draft_report') }),
  z.object({ action: z.literal('link_document'), documentId: Id }),
  z.object({ action: z.literal('note_done'), doneOn: PlainDate, note: Words }),
  z.object({ action: z.literal('cancel'), note: Words }),
])
export type ItemDeed = z.infer<typeof ItemDeed>
export const ItemCommand = z.object({ version: z.int(), deed: ItemDeed })
export type ItemCommand = z.infer<typeof ItemCommand>
