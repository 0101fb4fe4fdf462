import { EntitySuggestions, SuggestQuery } from '@hopluc/shared/entity-doubles'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { findEntities } from './store.ts'

export const registrySearchRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/entities/suggest',
    {
      config: { costs: 'search' },
      schema: { querystring: SuggestQuery, response: { 200: EntitySuggestions } },
    },
    async ({ context, query: { q, limit } }) => ({
      items: await context.read((db) => findEntities(db, q, limit, context.today)),
    }),
  )
}
