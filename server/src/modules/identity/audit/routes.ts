import { AuditPage, AuditQuery } from '@hopluc/shared/audit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as entries from './service.ts'

export const auditRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/audit',
    { schema: { querystring: AuditQuery, response: { 200: AuditPage } } },
    (request) => entries.list(request.context, request.query),
  )
}
