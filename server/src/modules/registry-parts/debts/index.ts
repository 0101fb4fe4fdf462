import { PartQuery } from '@hopluc/shared/entity-parts'
import { DebtProgress, DebtProgressQuery, Debts } from '@hopluc/shared/entity-parts-debts'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { partRoutes, writeRoutes } from '../rows/index.ts'
import { debts, settlements } from './parts.ts'
import * as service from './service.ts'

export const debtRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/entities/debts',
    { schema: { querystring: DebtProgressQuery, response: { 200: DebtProgress } } },
    ({ context, query }) => service.progress(context, query),
  )

  app.get(
    '/entities/:id/debts',
    { schema: { params: z.object({ id: Id }), querystring: PartQuery, response: { 200: Debts } } },
    ({ context, params, query }) => service.ofEntity(context, params.id, query),
  )

  await app.register(writeRoutes(debts))
  await app.register(partRoutes(settlements))
}
