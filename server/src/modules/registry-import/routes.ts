import {
  EntityBulkChange,
  EntityBulkOrder,
  EntityBulkPreview,
  EntityImportCommand,
  EntityImportOrder,
  EntityImportPreview,
  EntityImportResult,
  ImportCounts,
  KeptMappings,
  PastImportPage,
  PastImportQuery,
} from '@hopluc/shared/entity-import'
import { EntityQuery } from '@hopluc/shared/entity-lists'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { asFile, EXCEL, sheetStream } from '../documents/index.ts'
import { answerSheet } from '../exports/index.ts'
import * as bulk from './bulk.ts'
import { FULL_LIST } from './full-list.ts'
import * as mappings from './mappings.ts'
import * as past from './past.ts'
import { remarks } from './remarks.ts'
import * as imports from './service.ts'
import { template } from './template.ts'

const Params = z.object({ id: Id })
const READS = { costs: 'readings' } as const

export const registryImportRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/entities/imports/template', ({ context }, reply) =>
    asFile(reply, 'Mẫu danh sách HTX, THT.xlsx', EXCEL).send(sheetStream(template(context))),
  )

  app.post(
    '/entities/imports/preview',
    {
      config: READS,
      schema: { body: EntityImportCommand, response: { 200: EntityImportPreview } },
    },
    ({ context, body }) => imports.preview(context, body),
  )

  app.post(
    '/entities/imports/remarks',
    { config: READS, schema: { body: EntityImportCommand } },
    async ({ context, body }, reply) =>
      asFile(reply, 'Danh sách cần sửa.xlsx', EXCEL).send(
        sheetStream(await remarks(context, body)),
      ),
  )

  app.post(
    '/entities/imports',
    {
      config: READS,
      schema: {
        body: EntityImportOrder,
        response: { 200: EntityImportResult, 202: EntityImportResult },
      },
    },
    async ({ context, body }, reply) => {
      const result = await imports.start(context, app.services.jobs, body)
      return reply.code(result.job ? 202 : 200).send(result)
    },
  )

  app.get(
    '/entities/imports',
    { schema: { querystring: PastImportQuery, response: { 200: PastImportPage } } },
    ({ context, query }) => past.list(context, query),
  )

  app.get(
    '/entities/imports/:id/rejected',
    { config: READS, schema: { params: Params } },
    async ({ context, params }, reply) =>
      asFile(reply, 'Danh sách cần sửa.xlsx', EXCEL).send(
        sheetStream(await past.rejected(context, params.id)),
      ),
  )

  app.get(
    '/entities/imports/:id',
    { schema: { params: Params, response: { 200: EntityImportResult } } },
    ({ context, params }) => imports.getImport(context, params.id),
  )

  app.get(
    '/entities/import-mappings',
    { schema: { response: { 200: KeptMappings } } },
    ({ context }) => mappings.list(context),
  )

  app.delete(
    '/entities/import-mappings/:id',
    { schema: { params: Params, response: { 204: z.null() } } },
    async ({ context, params }, reply) => {
      await mappings.forget(context, params.id)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/entities/bulk-changes/preview',
    { schema: { body: EntityBulkChange, response: { 200: EntityBulkPreview } } },
    ({ context, body }) => bulk.preview(context, body),
  )

  app.post(
    '/entities/bulk-changes',
    { schema: { body: EntityBulkOrder, response: { 200: ImportCounts } } },
    ({ context, body }) => bulk.carryOut(context, body),
  )

  app.get(
    '/entities/full',
    {
      schema: {
        querystring: EntityQuery.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
      },
    },
    (request, reply) => answerSheet(request, reply, FULL_LIST),
  )
}
