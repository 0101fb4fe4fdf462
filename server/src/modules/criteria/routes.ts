import {
  CriteriaCopy,
  CriteriaIssue,
  CriteriaSet,
  CriteriaSetList,
  CriteriaWrite,
  MeasureList,
} from '@hopluc/shared/criteria'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { measureCatalog } from '../entity-measures/index.ts'
import * as criteria from './service.ts'

const Params = z.object({ id: Id })

export const criteriaRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: CriteriaSet } }

  app.get('/measures', { schema: { response: { 200: MeasureList } } }, () => ({
    items: [...measureCatalog],
  }))

  app.get('/criteria-sets', { schema: { response: { 200: CriteriaSetList } } }, (request) =>
    criteria.list(request.context),
  )

  app.post(
    '/criteria-sets',
    { schema: { body: CriteriaCopy, response: { 201: CriteriaSet } } },
    async ({ context, body }, reply) => reply.code(201).send(await criteria.copy(context, body)),
  )

  app.get('/criteria-sets/:id', { schema: one }, ({ context, params }) =>
    criteria.get(context, params.id),
  )

  app.put(
    '/criteria-sets/:id',
    { schema: { ...one, body: CriteriaWrite } },
    ({ context, params, body }) => criteria.edit(context, params.id, body),
  )

  app.post(
    '/criteria-sets/:id/issue',
    { schema: { ...one, body: CriteriaIssue } },
    ({ context, params, body }) => criteria.issue(context, params.id, body.version),
  )
}
