import * as z from 'zod'
import { DueSource, Manner, Recurrence } from './task-deeds.ts'
import { Id, Name, Named, PlainDate, Words } from './values.ts'

export const Milestone = z.object({
  id: Id,
  title: Name,
  dueOn: PlainDate,
  doneOn: PlainDate.nullable(),
})
export type Milestone = z.infer<typeof Milestone>

/** By hand: a spoken direction, a paper already there, or a sub-task (`parentId`). */
export const NewTask = z.object({
  issuerId: Id,
  title: Name,
  content: z.string().trim().max(20_000).nullable().default(null),
  /** Several make a container with one copy each, in one step. */
  leadIds: z.array(Id).min(1).max(500),
  coIds: z.array(Id).max(100).default([]),
  /** Left out: as each lead's relation says. */
  manner: Manner.optional(),
  dueOn: PlainDate.nullable().default(null),
  dueText: z.string().trim().max(500).nullable().default(null),
  dueSource: DueSource.nullable().default(null),
  /** The day that the document's own words mean: a proposed one is never earlier. */
  textDueOn: PlainDate.nullable().default(null),
  recurrence: Recurrence.nullable().default(null),
  product: z.string().trim().max(2000).nullable().default(null),
  directedBy: z.string().trim().max(500).nullable().default(null),
  documentId: Id.nullable().default(null),
  item: z.string().trim().max(100).nullable().default(null),
  parentId: Id.nullable().default(null),
  trackerCode: z.string().trim().max(100).nullable().default(null),
  /** What cooperatives raised and the task is to solve. */
  difficultyIds: z.array(Id).max(100).default([]),
  /** The inspection whose findings the task is to put right. */
  checkId: Id.nullable().default(null),
  /** Further than a draft at once: on the chair's word, or by a paper signed already. */
  start: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('word'), text: z.string().trim().max(1000).default('') }),
      z.object({
        by: z.literal('paper'),
        number: z.string().trim().min(1).max(200),
        signedOn: PlainDate,
      }),
    ])
    .nullable()
    .default(null),
})
export type NewTask = z.infer<typeof NewTask>
export type NewTaskInput = z.input<typeof NewTask>

/** While it is a draft. */
export const TaskEdit = NewTask.pick({
  title: true,
  content: true,
  coIds: true,
  dueOn: true,
  dueText: true,
  dueSource: true,
  textDueOn: true,
  product: true,
  directedBy: true,
  item: true,
}).extend({ version: z.int(), leadId: Id })
export type TaskEdit = z.infer<typeof TaskEdit>

export const PassOn = z.object({
  postIds: z.array(Id).min(1).max(50),
  note: z.string().trim().max(2000).nullable().default(null),
})
export const NewComment = z.object({
  text: Words,
  mentions: z.array(Id).max(50).default([]),
  /** `direction` is the chair's "Cho ý kiến": it becomes a draft directive as well. */
  kind: z.enum(['exchange', 'direction']).default('exchange'),
})
export const MilestonePlan = z.object({
  version: z.int(),
  milestones: z
    .array(Milestone.extend({ id: Id.optional(), doneOn: PlainDate.nullable().default(null) }))
    .max(50),
})

/** Who can be passed a task or mentioned on it. */
export const TaskPeople = z.object({
  items: z.array(
    z.object({
      postId: Id,
      accountId: Id,
      name: z.string(),
      title: z.string(),
      agency: Named,
      isColleague: z.boolean(),
    }),
  ),
})

/** A round of opinions, as the task's page lists it. */
export const TaskRound = z.object({
  id: Id,
  title: z.string(),
  openedOn: PlainDate,
  untilOn: PlainDate,
  closedOn: PlainDate.nullable(),
  asked: z.int(),
  answered: z.int(),
  mayAnswer: z.boolean(),
})
export type TaskRound = z.infer<typeof TaskRound>
