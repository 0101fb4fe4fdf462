import {
  ExplainQuery,
  Explanation,
  FigureTable,
  FigureTableQuery,
  PublishedChange,
  PublishedEntry,
  PublishedFigure,
  PublishedList,
  Trend,
  TrendQuery,
} from '@hopluc/shared/figures'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import { explainQuery } from './explain.ts'
import './exports.ts'
import * as published from './published.ts'
import { table, trend } from './table.ts'

const Params = z.object({ id: Id })

export const figureRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/figures',
    { schema: { querystring: FigureTableQuery, response: { 200: FigureTable } } },
    async (request, reply) => {
      const { context, query } = request
      return query.format === 'json'
        ? table(context, query)
        : answerSheet(request, reply, 'figures')
    },
  )

  app.get(
    '/figures/trend',
    { schema: { querystring: TrendQuery, response: { 200: Trend } } },
    ({ context, query }) => trend(context, query),
  )

  app.get(
    '/figures/explain',
    { schema: { querystring: ExplainQuery, response: { 200: Explanation } } },
    ({ context, query }) => explainQuery(context, query),
  )

  app.get('/figures/published', { schema: { response: { 200: PublishedList } } }, ({ context }) =>
    published.list(context),
  )

  app.post(
    '/figures/published',
    { schema: { body: PublishedEntry, response: { 201: PublishedFigure } } },
    async ({ context, body }, reply) => reply.code(201).send(await published.enter(context, body)),
  )

  app.put(
    '/figures/published/:id',
    { schema: { params: Params, body: PublishedChange, response: { 200: PublishedFigure } } },
    ({ context, params, body }) => published.change(context, params.id, body),
  )
}
