import {
  Inspection,
  InspectionCancel,
  InspectionChange,
  InspectionPage,
  InspectionQuery,
  InspectionRecord,
  NewInspection,
  RemedyTask,
} from '@hopluc/shared/committee-work'
import { AsOf, Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { asFile, EXCEL, sheetStream, WORD } from '../../documents/index.ts'
import { inspectionSheet } from './exports.ts'
import { paper } from './paper.ts'
import * as inspections from './service.ts'

const Params = z.object({ id: Id })

export const inspectionRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: Inspection } }

  app.get(
    '/inspections',
    { schema: { querystring: InspectionQuery, response: { 200: InspectionPage } } },
    async ({ context, query }, reply) => {
      if (query.format !== 'xlsx') return inspections.list(context, query)
      const sheet = inspectionSheet(query, (part) => inspections.list(context, part))
      return asFile(reply, 'Danh sách kiểm tra.xlsx', EXCEL).send(sheetStream(sheet))
    },
  )

  app.post(
    '/committees/:id/inspections',
    { schema: { params: Params, body: NewInspection, response: { 201: Inspection } } },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await inspections.plan(context, params.id, body)),
  )

  app.get('/inspections/:id', { schema: { ...one, querystring: AsOf } }, (request) =>
    inspections.get(request.context, request.params.id, request.query.asOf),
  )

  app.patch('/inspections/:id', { schema: { ...one, body: InspectionChange } }, (request) =>
    inspections.change(request.context, request.params.id, request.body),
  )

  app.post('/inspections/:id/record', { schema: { ...one, body: InspectionRecord } }, (request) =>
    inspections.record(request.context, request.params.id, request.body),
  )

  app.post('/inspections/:id/cancel', { schema: { ...one, body: InspectionCancel } }, (request) =>
    inspections.cancel(request.context, request.params.id, request.body),
  )

  app.post(
    '/inspections/:id/remedies/:remedyId/task',
    {
      schema: {
        params: Params.extend({ remedyId: Id }),
        body: RemedyTask,
        response: { 200: Inspection },
      },
    },
    ({ context, params, body }) =>
      inspections.giveTask(context, params.id, params.remedyId, body.version),
  )

  app.get('/inspections/:id/paper', { schema: { params: Params } }, async (request, reply) => {
    const { name, bytes } = await paper(request.context, request.params.id)
    return asFile(reply, name, WORD).send(bytes)
  })
}
