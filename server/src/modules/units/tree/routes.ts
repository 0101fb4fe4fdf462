import { createHash } from 'node:crypto'
import { UnitTree, UnitTreeQuery } from '@hopluc/shared/units'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { tree } from './store.ts'

export const treeRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/units/tree',
    { schema: { querystring: UnitTreeQuery, response: { 200: UnitTree, 304: z.null() } } },
    async ({ context, query: { under, asOf = context.today }, headers }, reply) => {
      const units = await context.read((db) => tree(db, asOf, under))
      const mark = createHash('sha1').update(asOf)
      for (const unit of units) mark.update(unit.join('|'))
      const tag = `"${mark.digest('base64url')}"`
      void reply.header('cache-control', 'private, no-cache').header('etag', tag)
      if (headers['if-none-match'] === tag) return reply.code(304).send(null)
      return { day: asOf, units }
    },
  )
}
