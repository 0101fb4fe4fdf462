import { MarketBoard, MarketEntry, MarketPricePage, MarketPriceQuery } from '@hopluc/shared/market'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { answerSheet } from '../exports/index.ts'
import './exports.ts'
import * as market from './service.ts'

export const marketRoutes: FastifyPluginAsyncZod = async (app) => {
  const board = { response: { 200: MarketBoard } }

  app.get('/market-board', { schema: board }, (request) => market.board(request.context))

  app.get(
    '/market-prices',
    { schema: { querystring: MarketPriceQuery, response: { 200: MarketPricePage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'market-prices')
        : market.list(request.context, request.query),
  )

  app.put('/market-prices', { schema: { ...board, body: MarketEntry } }, ({ context, body }) =>
    market.enter(context, body),
  )
}
