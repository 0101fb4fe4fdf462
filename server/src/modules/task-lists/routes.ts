import { TaskPage, TaskQuery } from '@hopluc/shared/tasks'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { answerSheet } from '../exports/index.ts'
import * as lists from './service.ts'

export const taskListRoutes: FastifyPluginAsyncZod = async (app) => {
  const schema = { querystring: TaskQuery, response: { 200: TaskPage } }

  app.get('/tasks', { schema }, (request, reply) =>
    request.query.format === 'xlsx'
      ? answerSheet(request, reply, 'tasks')
      : lists.list(request.context, request.query),
  )

  app.get('/tasks/mine', { schema }, (request, reply) =>
    request.query.format === 'xlsx'
      ? answerSheet(request, reply, 'tasks', 'mine=true')
      : lists.list(request.context, { ...request.query, mine: true }),
  )
}
