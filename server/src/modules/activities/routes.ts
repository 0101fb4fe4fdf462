import {
  Activity,
  ActivityEdit,
  ActivityPage,
  ActivityQuery,
  NewActivity,
} from '@hopluc/shared/activities'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import './exports.ts'
import * as activities from './service.ts'

const Params = z.object({ id: Id })

export const activityRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: Activity } }

  app.get(
    '/activities',
    { schema: { querystring: ActivityQuery, response: { 200: ActivityPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'activities')
        : activities.list(request.context, request.query),
  )

  app.post(
    '/activities',
    { schema: { body: NewActivity, response: { 201: Activity } } },
    async ({ context, body }, reply) => reply.code(201).send(await activities.add(context, body)),
  )

  app.get('/activities/:id', { schema: one }, ({ context, params }) =>
    activities.get(context, params.id),
  )

  app.put(
    '/activities/:id',
    { schema: { ...one, body: ActivityEdit } },
    ({ context, params, body }) => activities.edit(context, params.id, body),
  )
}
