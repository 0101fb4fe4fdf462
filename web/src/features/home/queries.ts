import type { Role } from '@hopluc/shared/session'
import type { TaskStatus } from '@hopluc/shared/tasks'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import * as z from 'zod'
import { api } from '../../lib/api.ts'
import {
  pendingTasksQuery,
  type TaskListQuery,
  taskListQuery,
  taskSummaryQuery,
} from '../tasks/queries.ts'

const FEW = 20
const LINES = 8
const RUNNING: readonly TaskStatus[] = ['not_taken_up', 'in_term', 'due_soon']

/*
 * Home shows little of papers, readings and meetings: only that is read here, so that their whole
 * contracts need not be loaded first.
 */
const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) })
const Id = z.string()
const HomeDirectives = listOf(
  z.object({
    id: Id,
    text: z.string(),
    gaps: z.array(z.enum(['no_assignee', 'no_deadline'])),
    noticeId: Id.nullable(),
    documentId: Id.nullable(),
    meeting: z.object({ title: z.string() }).nullable(),
    askedBack: z.object({ question: z.string() }).nullable(),
  }),
)
const HomePapers = listOf(
  z.object({ id: Id, abstract: z.string(), kind: z.string(), state: z.string() }),
)
const HomeReadings = listOf(z.object({ id: Id, title: z.string() }))
const HomeMeetings = listOf(
  z.object({
    id: Id,
    title: z.string(),
    heldOn: z.string().nullable(),
    startsAt: z.string().nullable(),
    place: z.string().nullable(),
  }),
)

/** Directives that name nobody, or no term: the chair sees each, none is a silent gap. */
export const gapsQuery = queryOptions({
  queryKey: ['directives', 'gap'],
  queryFn: () => api.get('/directives', HomeDirectives, { pending: 'gap', limit: FEW }),
})

/** Directives about which the standing agency asks the chair. */
export const questionsQuery = queryOptions({
  queryKey: ['directives', 'asked'],
  queryFn: () => api.get('/directives', HomeDirectives, { pending: 'asked', limit: FEW }),
})

/** Own papers that wait for the chair, or for their signed copy. */
export const draftsQuery = (state: 'draft' | 'submitted') =>
  queryOptions({
    queryKey: ['documents', 'own', state],
    queryFn: () => api.get('/documents', HomePapers, { direction: 'outgoing', state, limit: FEW }),
  })

export const openReadingsQuery = queryOptions({
  queryKey: ['readings', 'open'],
  queryFn: () => api.get('/readings', HomeReadings, { state: 'open', limit: FEW }),
})

export const comingMeetingsQuery = (from: PlainDate) =>
  queryOptions({
    queryKey: ['meetings', 'coming', from],
    queryFn: () => api.get('/meetings', HomeMeetings, { state: 'planned', from, limit: 3 }),
  })

/** The late ones that the chair sees: given, not asked. */
export const longestSearch: TaskListQuery = { status: 'overdue', sort: 'due', manner: 'assign' }
export const lateSearch: TaskListQuery = { status: 'overdue', sort: 'due' }
/** What ends within seven days. */
export const weekSearch = (today: PlainDate): TaskListQuery => ({
  status: RUNNING.join(','),
  dueFrom: today,
  dueTo: addDays(today, 7),
  sort: 'due',
})

export const linesQuery = (search: TaskListQuery, asOf?: PlainDate) =>
  taskListQuery({ ...search, asOf, limit: LINES })

/** What the page of a role needs before it can be read, asked for at once. */
export function prefetchHome(
  queries: QueryClient,
  role: Role | undefined,
  today: PlainDate,
  asOf?: PlainDate,
): void {
  const isSteering = role === 'chair' || role === 'delegate' || role === 'observer'
  const isWorking = role === 'leader' || role === 'officer' || role === 'clerk'
  if (!isSteering && !isWorking && role !== 'standing') return
  if (role !== 'observer') void queries.prefetchQuery(pendingTasksQuery)
  if (!isWorking) void queries.prefetchQuery(taskSummaryQuery(asOf))
  void queries.prefetchQuery(linesQuery(isSteering ? longestSearch : lateSearch, asOf))
  if (!isSteering && !asOf) void queries.prefetchQuery(linesQuery(weekSearch(today)))
}
