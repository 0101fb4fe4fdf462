import { KeptView, KeptViews, NewView, ViewQuery } from '@hopluc/shared/saved-views'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import * as views from './service.ts'

export const viewRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/views',
    { schema: { querystring: ViewQuery, response: { 200: KeptViews } } },
    ({ context, query }) => views.list(context, query.list),
  )

  app.post(
    '/views',
    { schema: { body: NewView, response: { 201: KeptView } } },
    async (request, reply) => reply.code(201).send(await views.keep(request.context, request.body)),
  )

  app.delete(
    '/views/:id',
    { schema: { params: z.object({ id: Id }), response: { 204: z.null() } } },
    async ({ context, params }, reply) => {
      await views.remove(context, params.id)
      return reply.code(204).send(null)
    },
  )
}
