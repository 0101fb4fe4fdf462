import { Ending, NewUnit, Unit, UnitChange, UnitPage, UnitQuery } from '@hopluc/shared/units'
import { AsOf, Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../../exports/index.ts'
import './exports.ts'
import * as units from './service.ts'

const Params = z.object({ id: Id })

export const placeRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/units',
    { schema: { querystring: UnitQuery, response: { 200: UnitPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'units')
        : units.list(request.context, request.query),
  )

  app.get(
    '/units/:id',
    { schema: { params: Params, querystring: AsOf, response: { 200: Unit } } },
    ({ context, params, query }) => units.get(context, params.id, query.asOf),
  )

  app.post(
    '/units',
    { schema: { body: NewUnit, response: { 201: Unit } } },
    async (request, reply) =>
      reply.code(201).send(await units.found(request.context, request.body)),
  )

  app.patch(
    '/units/:id',
    { schema: { params: Params, body: UnitChange, response: { 200: Unit } } },
    ({ context, params, body }) => units.change(context, params.id, body),
  )

  app.post(
    '/units/:id/end',
    { schema: { params: Params, body: Ending, response: { 200: Unit } } },
    ({ context, params, body }) => units.end(context, params.id, body),
  )
}
