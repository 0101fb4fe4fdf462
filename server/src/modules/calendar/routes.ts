import { Calendar, CalendarEdit, CalendarQuery } from '@hopluc/shared/calendar'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as calendar from './service.ts'

export const calendarRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/calendar',
    { schema: { querystring: CalendarQuery, response: { 200: Calendar } } },
    (request) => calendar.get(request.context, request.query.from, request.query.to),
  )

  app.put('/calendar', { schema: { body: CalendarEdit, response: { 200: Calendar } } }, (request) =>
    calendar.edit(request.context, request.body),
  )
}
