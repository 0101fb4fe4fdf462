import {
  NewTradeEvent,
  TradeEventEdit,
  TradeEventPage,
  TradeEventQuery,
  TradeEventWhole,
  TradeParticipantEdit,
} from '@hopluc/shared/trade-events'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import './exports.ts'
import * as events from './service.ts'

const Params = z.object({ id: Id })

export const tradeEventRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: TradeEventWhole } }

  app.get(
    '/trade-events',
    { schema: { querystring: TradeEventQuery, response: { 200: TradeEventPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'trade-events')
        : events.list(request.context, request.query),
  )

  app.post(
    '/trade-events',
    { schema: { body: NewTradeEvent, response: { 201: TradeEventWhole } } },
    async ({ context, body }, reply) => reply.code(201).send(await events.add(context, body)),
  )

  app.get('/trade-events/:id', { schema: one }, ({ context, params }) =>
    events.get(context, params.id),
  )

  app.put(
    '/trade-events/:id',
    { schema: { ...one, body: TradeEventEdit } },
    ({ context, params, body }) => events.edit(context, params.id, body),
  )

  app.put(
    '/trade-events/:id/participants/:entityId',
    { schema: { ...one, params: Params.extend({ entityId: Id }), body: TradeParticipantEdit } },
    ({ context, params, body }) => events.putParticipant(context, params.id, params.entityId, body),
  )
}
