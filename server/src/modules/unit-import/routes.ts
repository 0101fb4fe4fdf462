import { UnitImportCommand, UnitImportPreview, UnitImportResult } from '@hopluc/shared/unit-import'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import * as imports from './service.ts'

export const unitImportRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/units/imports/preview',
    { schema: { body: UnitImportCommand, response: { 200: UnitImportPreview } } },
    (request) => imports.preview(request.context, request.body),
  )

  app.post(
    '/units/imports',
    {
      schema: {
        body: UnitImportCommand,
        response: { 200: UnitImportResult, 202: UnitImportResult },
      },
    },
    async ({ context, body }, reply) => {
      const result = await imports.start(context, app.services.jobs, body)
      return reply.code(result.job ? 202 : 200).send(result)
    },
  )

  app.get(
    '/units/imports/:id',
    { schema: { params: z.object({ id: Id }), response: { 200: UnitImportResult } } },
    ({ context, params }) => imports.getImport(context, params.id),
  )
}
