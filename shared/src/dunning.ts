import * as z from 'zod'
import { TaskRow, TaskRung } from './tasks.ts'
import { Id, Named, PlainDate } from './values.ts'

export const Rung = TaskRung.shape.rung
export type Rung = z.infer<typeof Rung>

/** Late tasks (giao only) by agency, with the rung reached and the next one, proposed by rule. */
export const DunningProposal = z.object({
  agency: Named,
  tasks: z.array(
    z.object({
      task: TaskRow,
      rungs: z.array(TaskRung),
      next: Rung,
      /** Why this rung: a sentence. */
      reason: z.object({ vi: z.string(), en: z.string() }),
    }),
  ),
})
export type DunningProposal = z.infer<typeof DunningProposal>
export const DunningProposals = z.object({ asOf: PlainDate, items: z.array(DunningProposal) })
export type DunningProposals = z.infer<typeof DunningProposals>

const TaskIds = z.array(Id).min(1).max(200)

/** Text to copy into Zalo, one an agency. */
export const DunningTextCommand = z.object({ taskIds: TaskIds })
export const DunningTexts = z.object({
  items: z.array(z.object({ agency: Named, text: z.string() })),
})
export type DunningTexts = z.infer<typeof DunningTexts>

/** A rung without a paper of its own: a reminder, or a place in the report or on the agenda. */
export const DunningCommand = z.object({
  taskIds: TaskIds,
  rung: z.enum(['reminder', 'report', 'agenda']),
  /** "qua điện thoại" */
  note: z.string().trim().max(1000).nullable().default(null),
})
export type DunningCommand = z.infer<typeof DunningCommand>
export const DunningDone = z.object({ recorded: z.int() })

/** A letter for one or several agencies, under TL. TRƯỞNG BAN or as a draft for the People's Committee. */
export const DunningLetterCommand = z.object({
  taskIds: TaskIds,
  answerBy: PlainDate,
  under: z.enum(['committee', 'people_committee']).default('committee'),
})
export type DunningLetterCommand = z.infer<typeof DunningLetterCommand>
/** The draft as registered, and its file. */
export const DunningLetter = z.object({
  documentId: Id,
  fileId: Id,
  fileName: z.string(),
  tasks: z.int(),
})
export type DunningLetter = z.infer<typeof DunningLetter>
