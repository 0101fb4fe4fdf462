import {
  NewWork,
  Work,
  WorkChange,
  WorkDone,
  WorkPage,
  WorkQuery,
  WorkSuggestions,
  WorkSums,
  Year,
} from '@hopluc/shared/entity-years'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../../exports/index.ts'
import * as worklist from './service.ts'
import { suggest } from './suggestions.ts'

const OfYear = z.object({ year: Year.optional() })
const Params = z.object({ workId: Id })

export const worklistRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/entities/worklist',
    { schema: { querystring: WorkQuery, response: { 200: WorkPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'commune-works')
        : worklist.list(request.context, request.query),
  )

  app.get(
    '/entities/worklist/sums',
    { schema: { querystring: OfYear, response: { 200: WorkSums } } },
    ({ context, query }) => worklist.sums(context, query.year),
  )

  app.get(
    '/entities/worklist/suggestions',
    {
      schema: {
        querystring: OfYear.extend({ unit: Id.optional() }),
        response: { 200: WorkSuggestions },
      },
    },
    ({ context, query }) => suggest(context, query.year, query.unit),
  )

  app.post(
    '/entities/worklist',
    { schema: { body: NewWork, response: { 201: Work } } },
    async (request, reply) =>
      reply.code(201).send(await worklist.add(request.context, request.body)),
  )

  app.patch(
    '/entities/worklist/:workId',
    { schema: { params: Params, body: WorkChange, response: { 200: Work } } },
    ({ context, params, body }) => worklist.change(context, params.workId, body),
  )

  app.post(
    '/entities/worklist/:workId/done',
    { schema: { params: Params, body: WorkDone, response: { 200: Work } } },
    ({ context, params, body }) => worklist.finish(context, params.workId, body),
  )
}
