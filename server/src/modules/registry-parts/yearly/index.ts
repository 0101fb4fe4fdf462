import {
  EntityFigures,
  FigureEdit,
  FigureHistory,
  FigureHistoryQuery,
  FigureQuery,
} from '@hopluc/shared/entity-parts-figures'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import * as figures from './service.ts'

const Params = z.object({ id: Id })

export const figureRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/entities/:id/figures',
    { schema: { params: Params, querystring: FigureQuery, response: { 200: EntityFigures } } },
    ({ context, params, query }) => figures.get(context, params.id, query),
  )

  app.put(
    '/entities/:id/figures',
    { schema: { params: Params, body: FigureEdit, response: { 200: EntityFigures } } },
    ({ context, params, body }) => figures.put(context, params.id, body),
  )

  app.get(
    '/entities/:id/figures/history',
    {
      schema: { params: Params, querystring: FigureHistoryQuery, response: { 200: FigureHistory } },
    },
    ({ context, params, query }) => figures.history(context, params.id, query.key, query.year),
  )
}
