import { AuditPage, AuditQuery } from '@hopluc/shared/audit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { answerSheet } from '../../exports/index.ts'
import './exports.ts'
import * as entries from './service.ts'

export const auditRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/audit',
    { schema: { querystring: AuditQuery, response: { 200: AuditPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'audit')
        : entries.list(request.context, request.query),
  )
}
