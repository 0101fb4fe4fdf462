import {
  Agency,
  AgencyChange,
  AgencyPage,
  AgencyQuery,
  Ending,
  NewAgency,
  OtherNames,
} from '@hopluc/shared/units'
import { AsOf, Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../../exports/index.ts'
import './exports.ts'
import * as agencies from './service.ts'

const Params = z.object({ id: Id })

export const agencyRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/agencies',
    { schema: { querystring: AgencyQuery, response: { 200: AgencyPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'agencies')
        : agencies.list(request.context, request.query),
  )

  app.get(
    '/agencies/:id',
    { schema: { params: Params, querystring: AsOf, response: { 200: Agency } } },
    ({ context, params, query }) => agencies.get(context, params.id, query.asOf),
  )

  app.post(
    '/agencies',
    { schema: { body: NewAgency, response: { 201: Agency } } },
    async (request, reply) =>
      reply.code(201).send(await agencies.found(request.context, request.body)),
  )

  app.patch(
    '/agencies/:id',
    { schema: { params: Params, body: AgencyChange, response: { 200: Agency } } },
    ({ context, params, body }) => agencies.change(context, params.id, body),
  )

  app.post(
    '/agencies/:id/end',
    { schema: { params: Params, body: Ending, response: { 200: Agency } } },
    ({ context, params, body }) => agencies.end(context, params.id, body),
  )

  app.put(
    '/agencies/:id/names',
    { schema: { params: Params, body: OtherNames, response: { 200: Agency } } },
    ({ context, params, body }) => agencies.name(context, params.id, body),
  )
}
