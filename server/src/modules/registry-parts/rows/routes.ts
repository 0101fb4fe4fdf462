import { PartQuery, PartRemoval } from '@hopluc/shared/entity-parts'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Part } from './part.ts'
import * as rows from './service.ts'

const Params = z.object({ id: Id })
const Nothing = z.null()
const PartParams = Params.extend({ partId: Id })

/** The list of one kind of record, what is added to it, changed and removed. */
export function partRoutes(part: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      `/entities/:id/${part.noun}`,
      { schema: { params: Params, querystring: PartQuery, response: { 200: part.list } } },
      ({ context, params, query }) => rows.listOf(part, context, params.id, query),
    )
    await app.register(writeRoutes(part))
  }
}

export function writeRoutes(part: Part): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      `/entities/:id/${part.noun}`,
      { schema: { params: Params, body: part.body, response: { 201: part.item } } },
      async ({ context, params, body }, reply) =>
        reply.code(201).send(await rows.add(part, context, params.id, body)),
    )

    app.put(
      `/entities/:id/${part.noun}/:partId`,
      {
        schema: {
          params: PartParams,
          body: part.body.extend({ version: z.int() }),
          response: { 200: part.item },
        },
      },
      ({ context, params, body }) => rows.change(part, context, params.id, params.partId, body),
    )

    app.delete(
      `/entities/:id/${part.noun}/:partId`,
      { schema: { params: PartParams, querystring: PartRemoval, response: { 204: Nothing } } },
      async ({ context, params, query }, reply) => {
        await rows.remove(part, context, params.id, params.partId, query.version)
        return reply.code(204).send(null)
      },
    )
  }
}
