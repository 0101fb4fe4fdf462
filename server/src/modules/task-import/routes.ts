import { ImportCommand, ImportPreview, ImportResult } from '@hopluc/shared/task-import'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as imports from './service.ts'

export const taskImportRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/tasks/import/preview',
    {
      config: { costs: 'readings' },
      schema: { body: ImportCommand, response: { 200: ImportPreview } },
    },
    (request) => imports.preview(request.context, request.body),
  )

  app.post(
    '/tasks/import',
    {
      config: { costs: 'readings' },
      schema: { body: ImportCommand, response: { 200: ImportResult } },
    },
    (request) => imports.commit(request.context, request.body),
  )
}
