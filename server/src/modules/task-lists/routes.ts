import { PassThrough } from 'node:stream'
import { TaskPage, TaskQuery } from '@hopluc/shared/tasks'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { writeSheet } from '../../platform/excel.ts'
import { TRACKING_COLUMNS } from './domain.ts'
import * as lists from './service.ts'

export const taskListRoutes: FastifyPluginAsyncZod = async (app) => {
  const schema = { querystring: TaskQuery, response: { 200: TaskPage } }

  app.get('/tasks', { schema }, (request, reply) => answer(request, reply, request.query))

  app.get('/tasks/mine', { schema }, (request, reply) =>
    answer(request, reply, { ...request.query, mine: true }),
  )
}

async function answer(request: FastifyRequest, reply: FastifyReply, query: TaskQuery) {
  if (query.format === 'json') return lists.list(request.context, query)
  const stream = new PassThrough()
  const sheet = {
    sheetName: 'Nhiệm vụ',
    title: 'Danh mục theo dõi nhiệm vụ',
    columns: TRACKING_COLUMNS,
    rows: lists.trackingRows(request.context, query),
  }
  writeSheet(stream, sheet).catch((error: unknown) =>
    stream.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', 'attachment; filename="nhiem-vu.xlsx"')
    .send(stream)
}
