import { Quarter, SelfReview, SelfReviewEntry, SelfReviewQuery } from '@hopluc/shared/self-reviews'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { asFile, WORD } from '../documents/index.ts'
import * as reviews from './service.ts'

export const selfReviewRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/self-reviews',
    { schema: { querystring: SelfReviewQuery, response: { 200: SelfReview } } },
    ({ context, query }) => reviews.get(context, query.quarter, query.agency),
  )

  app.post(
    '/self-reviews',
    { schema: { body: SelfReviewEntry, response: { 200: SelfReview } } },
    (request) => reviews.enter(request.context, request.body),
  )

  app.get(
    '/self-reviews/paper',
    { schema: { querystring: SelfReviewQuery } },
    async ({ context, query }, reply) => {
      const paper = await reviews.paper(context, query.quarter, query.agency)
      return asFile(reply, `Rà soát nhiệm vụ ${query.quarter}.docx`, WORD).send(paper)
    },
  )

  app.get(
    '/tasks/mine/products',
    { schema: { querystring: z.object({ quarter: Quarter }) } },
    async ({ context, query }, reply) => {
      const paper = await reviews.products(context, query.quarter)
      return asFile(reply, `Danh mục sản phẩm ${query.quarter}.docx`, WORD).send(paper)
    },
  )
}
