import {
  AffiliatePage,
  AffiliateQuery,
  LinkGraph,
  LinkGraphQuery,
  MarketPage,
  MarketQuery,
} from '@hopluc/shared/entity-parts-links'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { partRoutes } from '../rows/index.ts'
import * as affiliates from './affiliates.ts'
import * as overview from './overview.ts'
import { marketNotices, memberships, valueLinks } from './parts.ts'

const Params = z.object({ id: Id })

export const linkRoutes: FastifyPluginAsyncZod = async (app) => {
  const members = { params: Params, querystring: AffiliateQuery, response: { 200: AffiliatePage } }

  app.get('/entities/:id/affiliates', { schema: members }, ({ context, params, query }) =>
    affiliates.ofUnion(context, params.id, query),
  )

  app.get('/alliances/:id/members', { schema: members }, ({ context, params, query }) =>
    affiliates.ofAlliance(context, params.id, query),
  )

  app.get(
    '/entities/market-notices',
    { schema: { querystring: MarketQuery, response: { 200: MarketPage } } },
    ({ context, query }) => overview.listMarket(context, query),
  )

  app.get(
    '/entities/value-links',
    { schema: { querystring: LinkGraphQuery, response: { 200: LinkGraph } } },
    ({ context, query }) => overview.graph(context, query),
  )

  for (const part of [memberships, marketNotices, valueLinks]) await app.register(partRoutes(part))
}
