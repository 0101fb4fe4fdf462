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
import { asFile, WORD } from '../../documents/index.ts'
import { answerSheet } from '../../exports/index.ts'
import './exports.ts'
import { paper } from './paper.ts'
import * as inspections from './service.ts'

const Params = z.object({ id: Id })

export const inspectionRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: Inspection } }

  app.get(
    '/inspections',
    { schema: { querystring: InspectionQuery, response: { 200: InspectionPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'inspections')
        : inspections.list(request.context, request.query),
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
