import {
  EntityCheck,
  CheckBoard,
  CheckBoardQuery,
  CheckDeed,
  CheckLimit,
  CheckLimitEdit,
  CheckPage,
  CheckQuery,
  MadeChecks,
  NewChecks,
} from '@hopluc/shared/entity-checks'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import './exports.ts'
import * as checks from './service.ts'

const Params = z.object({ id: Id })

export const entityCheckRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: EntityCheck } }

  app.get(
    '/entity-checks',
    { schema: { querystring: CheckQuery, response: { 200: CheckPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'entity_checks')
        : checks.list(request.context, request.query),
  )

  app.post(
    '/entity-checks',
    { schema: { body: NewChecks, response: { 201: MadeChecks } } },
    async ({ context, body }, reply) => reply.code(201).send(await checks.plan(context, body)),
  )

  app.get(
    '/entity-checks/board',
    { schema: { querystring: CheckBoardQuery, response: { 200: CheckBoard } } },
    ({ context, query }) => checks.board(context, query.year),
  )

  app.put(
    '/entity-checks/limits',
    {
      schema: { body: CheckLimitEdit, response: { 200: z.object({ items: z.array(CheckLimit) }) } },
    },
    ({ context, body }) => checks.setLimit(context, body),
  )

  app.get('/entity-checks/:id', { schema: one }, ({ context, params }) =>
    checks.get(context, params.id),
  )

  app.post(
    '/entity-checks/:id/deeds',
    { schema: { ...one, body: CheckDeed } },
    ({ context, params, body }) => checks.act(context, params.id, body),
  )
}
