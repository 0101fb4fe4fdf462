import { PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'

/** What stands in an address may be anything; what makes no sense is left out. */
const Text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined)
const Day = PlainDate.optional().catch(undefined)

/** What a list's address holds. States are several by comma: `status=overdue,due_soon`. */
export const TaskListSearch = z.object({
  status: Text,
  manner: z.enum(['assign', 'request']).optional().catch(undefined),
  lead: Text,
  co: Text,
  issuer: Text,
  document: Text,
  parent: Text,
  unit: Text,
  parts: z.enum(['top', 'all', 'each']).optional().catch(undefined),
  q: Text,
  dueFrom: Day,
  dueTo: Day,
  year: z.coerce.number().int().optional().catch(undefined),
  sort: z.enum(['due', '-due', 'number', '-number', 'status']).optional().catch(undefined),
  cursor: Text,
})
export type TaskListSearch = z.infer<typeof TaskListSearch>

/** Without a wish of one's own: all states by urgency, one state by its terms. */
export function ordered<Search extends TaskListSearch>(search: Search): Search {
  return { ...search, sort: search.sort ?? (search.status ? 'due' : 'status') }
}

export const TaskBoardSearch = TaskListSearch.pick({
  manner: true,
  lead: true,
  parts: true,
  q: true,
  year: true,
})

export const TaskCalendarSearch = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
})

/**
 * `parent`: a sub-task is handed down; `document`: a paper that is registered already; `difficulties`:
 * what the task is to solve, ids with commas between them, with `title` in their words; `check`: the
 * inspection whose findings it is to put right.
 */
export const NewTaskSearch = z.object({
  parent: Text,
  document: Text,
  lead: Text,
  difficulties: Text,
  check: Text,
  title: Text,
})

export const SelfReviewSearch = z.object({
  quarter: z
    .string()
    .regex(/^\d{4}-Q[1-4]$/)
    .optional()
    .catch(undefined),
  agency: Text,
})
