import './exports.ts'
import {
  MemberImport,
  MemberImportPreview,
  MemberImportResult,
  MemberPage,
  MemberQuery,
} from '@hopluc/shared/entity-parts-people'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../../exports/index.ts'
import { writeRoutes } from '../rows/index.ts'
import * as imports from './import.ts'
import { members } from './part.ts'
import * as service from './service.ts'

const Params = z.object({ id: Id })
const Query = MemberQuery.extend({ format: z.enum(['json', 'xlsx']).default('json') })

export const memberRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/entities/:id/members',
    { schema: { params: Params, querystring: Query, response: { 200: MemberPage } } },
    async (request, reply) => {
      const { context, params, query } = request
      if (query.format === 'xlsx')
        return answerSheet(request, reply, 'entity-members', `entity=${params.id}`)
      return service.list(context, params.id, query)
    },
  )

  await app.register(writeRoutes(members))

  app.post(
    '/entities/:id/members/import/preview',
    {
      config: { costs: 'readings' },
      schema: { params: Params, body: MemberImport, response: { 200: MemberImportPreview } },
    },
    ({ context, params, body }) => imports.preview(context, params.id, body),
  )

  app.post(
    '/entities/:id/members/import',
    {
      config: { costs: 'readings' },
      schema: { params: Params, body: MemberImport, response: { 200: MemberImportResult } },
    },
    ({ context, params, body }) => imports.commit(context, params.id, body),
  )
}
