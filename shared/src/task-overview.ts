import * as z from 'zod'
import { TaskAction, TaskCapacity, TaskStatus, Wish } from './task-deeds.ts'
import { TaskRow } from './tasks.ts'
import { Id, Named, PlainDate } from './values.ts'

/** Of the tasks given (giao) that were due by the day: below five, no rate, only the two numbers. */
export const AgencySummary = z.object({
  agency: Named,
  byStatus: z.record(TaskStatus, z.int()),
  open: z.int(),
  overdue: z.int(),
  /** Tasks whose due day fell in the agency's own time and on or before the day, or done before it. */
  due: z.int(),
  inTime: z.int(),
  rate: z.number().nullable(),
})
export type AgencySummary = z.infer<typeof AgencySummary>
export const TaskSummary = z.object({
  asOf: PlainDate,
  total: AgencySummary.omit({ agency: true }),
  /** Late first, then by name. Never persons. */
  agencies: z.array(AgencySummary),
  /** Đề nghị phối hợp: counted apart, without rates. */
  requested: z.array(AgencySummary.pick({ agency: true, byStatus: true, open: true })),
})
export type TaskSummary = z.infer<typeof TaskSummary>
export const TaskSummaryQuery = z.object({
  asOf: PlainDate.optional(),
  issuer: Id.optional(),
  /** Only tasks assigned from this day on. */
  from: PlainDate.optional(),
})

export const TaskCalendarQuery = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  asOf: PlainDate.optional(),
})
export const TaskCalendar = z.object({
  items: z.array(
    z.object({
      on: PlainDate,
      kind: z.enum(['due', 'milestone', 'opinions', 'explanation']),
      taskId: Id,
      code: z.string(),
      title: z.string(),
      status: TaskStatus,
      lead: Named.nullable(),
    }),
  ),
})
export type TaskCalendar = z.infer<typeof TaskCalendar>

/** What waits for my word, by role: approve, decide, confirm, answer, explain, take up, issue, give an opinion. */
export const PendingTask = z.object({
  kind: z.enum([
    'approve',
    'decide',
    'confirm',
    'answer',
    'explain',
    'take_up',
    'issue',
    'opinion',
  ]),
  task: TaskRow,
  /** The wish to decide. */
  seq: z.int().nullable(),
  wish: Wish.nullable(),
  roundId: Id.nullable(),
  since: PlainDate,
  text: z.string(),
  byWords: z.string(),
})
export type PendingTask = z.infer<typeof PendingTask>
export const PendingTasks = z.object({ items: z.array(PendingTask) })
export type PendingTasks = z.infer<typeof PendingTasks>

/** Role × action, as the app shows it to everyone. */
export const TaskRights = z.object({
  rows: z.array(z.object({ action: TaskAction, capacities: z.array(TaskCapacity) })),
})
export type TaskRights = z.infer<typeof TaskRights>
