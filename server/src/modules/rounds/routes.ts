import {
  NewRound,
  RemindReturns,
  RemindReturnsResult,
  Round,
  RoundChange,
  RoundClose,
  RoundPage,
  RoundPreview,
  RoundQuery,
  RoundReturnQuery,
  RoundReturns,
} from '@hopluc/shared/rounds'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import * as lists from './lists.ts'
import * as rounds from './service.ts'

const Params = z.object({ id: Id })

export const roundRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/rounds',
    { schema: { querystring: RoundQuery, response: { 200: RoundPage } } },
    ({ context, query }) => rounds.list(context, query),
  )

  app.post(
    '/rounds',
    { schema: { body: NewRound, response: { 201: Round } } },
    async ({ context, body }, reply) => reply.code(201).send(await rounds.open(context, body)),
  )

  app.post(
    '/rounds/preview',
    { schema: { body: NewRound, response: { 200: RoundPreview } } },
    ({ context, body }) => rounds.preview(context, body),
  )

  app.get(
    '/rounds/:id',
    { schema: { params: Params, response: { 200: Round } } },
    ({ context, params }) => rounds.get(context, params.id),
  )

  app.patch(
    '/rounds/:id',
    { schema: { params: Params, body: RoundChange, response: { 200: Round } } },
    ({ context, params, body }) => rounds.change(context, params.id, body),
  )

  app.post(
    '/rounds/:id/close',
    { schema: { params: Params, body: RoundClose, response: { 200: Round } } },
    ({ context, params, body }) => rounds.close(context, params.id, body.version, body.isClosed),
  )

  app.get(
    '/rounds/:id/returns',
    { schema: { params: Params, querystring: RoundReturnQuery, response: { 200: RoundReturns } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, lists.LIST, `round=${request.params.id}`)
        : lists.listReturnsOf(request.context, request.params.id, request.query),
  )

  app.post(
    '/rounds/:id/reminders',
    { schema: { params: Params, body: RemindReturns, response: { 200: RemindReturnsResult } } },
    ({ context, params, body }) => rounds.remind(context, params.id, body),
  )
}
