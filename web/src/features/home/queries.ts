import { DirectivePage } from '@hopluc/shared/directives'
import { DocumentPage } from '@hopluc/shared/documents'
import { MeetingPage } from '@hopluc/shared/meetings'
import { ReadingPage } from '@hopluc/shared/readings'
import type { Role } from '@hopluc/shared/session'
import type { TaskStatus } from '@hopluc/shared/tasks'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
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

/** Directives that name nobody, or no term: the chair sees each, none is a silent gap. */
export const gapsQuery = queryOptions({
  queryKey: ['directives', 'gap'],
  queryFn: () => api.get('/directives', DirectivePage, { pending: 'gap', limit: FEW }),
})

/** Directives about which the standing agency asks the chair. */
export const questionsQuery = queryOptions({
  queryKey: ['directives', 'asked'],
  queryFn: () => api.get('/directives', DirectivePage, { pending: 'asked', limit: FEW }),
})

/** Own papers that wait for the chair, or for their signed copy. */
export const draftsQuery = (state: 'draft' | 'submitted') =>
  queryOptions({
    queryKey: ['documents', 'own', state],
    queryFn: () =>
      api.get('/documents', DocumentPage, { direction: 'outgoing', state, limit: FEW }),
  })

export const openReadingsQuery = queryOptions({
  queryKey: ['readings', 'open'],
  queryFn: () => api.get('/readings', ReadingPage, { state: 'open', limit: FEW }),
})

export const comingMeetingsQuery = (from: PlainDate) =>
  queryOptions({
    queryKey: ['meetings', 'coming', from],
    queryFn: () => api.get('/meetings', MeetingPage, { state: 'planned', from, limit: 3 }),
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
