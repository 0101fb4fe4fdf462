import {
  Double,
  DoubleComparison,
  DoublePage,
  DoubleQuery,
  EntityMerge,
  KeepApart,
  MergedEntity,
  MergeUndo,
} from '@hopluc/shared/entity-doubles'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import * as doubles from './service.ts'

const Params = z.object({ id: Id })

export const registryDoublesRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/entity-doubles',
    { schema: { querystring: DoubleQuery, response: { 200: DoublePage } } },
    ({ context, query }) => doubles.list(context, query),
  )

  app.get(
    '/entity-doubles/:id',
    { schema: { params: Params, response: { 200: DoubleComparison } } },
    ({ context, params }) => doubles.compare(context, params.id),
  )

  app.post(
    '/entity-doubles/:id/keep-apart',
    { schema: { params: Params, body: KeepApart, response: { 200: Double } } },
    ({ context, params, body }) => doubles.keepApart(context, params.id, body),
  )

  app.post(
    '/entity-doubles/:id/merge',
    { schema: { params: Params, body: EntityMerge, response: { 200: MergedEntity } } },
    ({ context, params, body }) => doubles.merge(context, params.id, body),
  )

  app.post(
    '/entity-merges/:id/undo',
    { schema: { params: Params, body: MergeUndo, response: { 200: Double } } },
    ({ context, params, body }) => doubles.undo(context, params.id, body),
  )
}
