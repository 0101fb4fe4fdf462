import {
  PendingTasks,
  TaskCalendar,
  TaskCalendarQuery,
  TaskSummary,
  TaskSummaryQuery,
} from '@hopluc/shared/task-overview'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as overview from './service.ts'

export const taskOverviewRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/tasks/summary',
    { schema: { querystring: TaskSummaryQuery, response: { 200: TaskSummary } } },
    (request) => overview.getSummary(request.context, request.query),
  )

  app.get(
    '/tasks/calendar',
    { schema: { querystring: TaskCalendarQuery, response: { 200: TaskCalendar } } },
    ({ context, query }) => overview.getCalendar(context, query.month, query.asOf),
  )

  app.get('/tasks/pending', { schema: { response: { 200: PendingTasks } } }, (request) =>
    overview.getPending(request.context),
  )
}
