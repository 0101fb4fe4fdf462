import { SearchAnswer, SearchQuestion } from '@hopluc/shared/search'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { search } from './service.ts'

export const searchRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/search',
    {
      config: { costs: 'search' },
      schema: { querystring: SearchQuestion, response: { 200: SearchAnswer } },
    },
    (request) => search(request.context, request.query),
  )
}
