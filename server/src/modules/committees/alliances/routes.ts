import { Alliance, BoardElection, CongressChange, NewCongress } from '@hopluc/shared/alliances'
import { AsOf, Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import * as alliances from './service.ts'

const Params = z.object({ id: Id })

export const allianceRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: Alliance } }

  app.get('/alliances/:id', { schema: { ...one, querystring: AsOf } }, (request) =>
    alliances.get(request.context, request.params.id, request.query.asOf),
  )

  app.post(
    '/alliances/:id/congresses',
    { schema: { params: Params, body: NewCongress, response: { 201: Alliance } } },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await alliances.hold(context, params.id, body)),
  )

  app.patch(
    '/alliances/:id/congresses/:congressId',
    {
      schema: {
        params: Params.extend({ congressId: Id }),
        body: CongressChange,
        response: { 200: Alliance },
      },
    },
    ({ context, params, body }) => alliances.change(context, params.id, params.congressId, body),
  )

  app.post('/alliances/:id/boards', { schema: { ...one, body: BoardElection } }, (request) =>
    alliances.elect(request.context, request.params.id, request.body),
  )
}
