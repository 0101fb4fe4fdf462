import { ChangesQuery, OrganisationChanges, UnitHolding } from '@hopluc/shared/organisation-changes'
import { DraftedPlan, PlanFromFile } from '@hopluc/shared/reorganisation-file'
import { ReorganisationReport } from '@hopluc/shared/reorganisation-report'
import {
  NewReorganisation,
  Reorganisation,
  ReorganisationCommand,
  ReorganisationEdit,
  ReorganisationPage,
  ReorganisationPreview,
  ReorganisationQuery,
} from '@hopluc/shared/reorganisations'
import { AsOf, Id } from '@hopluc/shared/values'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { PassThrough } from 'node:stream'
import * as z from 'zod'
import type { Context } from '../../platform/context.ts'
import { type SheetToWrite, writeSheet } from '../../platform/excel.ts'
import { systemContext } from '../../platform/jobs-run.ts'
import * as changes from './changes.ts'
import * as files from './from-file.ts'
import { noSystem } from './refusals.ts'
import { REPORT_COLUMNS, reportRows } from './report.ts'
import * as reorganisations from './service.ts'

const Params = z.object({ id: Id })
/** A plan of a whole nation is a few megabytes. */
const MAX_PLAN = 16 * 1024 * 1024

export const reorganisationRoutes: FastifyPluginAsyncZod = async (app) => {
  /** Counting and moving are the system's: it works for the administrator, who sees numbers alone. */
  const systemOf = ({ now }: Context) => {
    const { jobsDb } = app.services
    if (!jobsDb) throw noSystem()
    return systemContext({ jobsDb, now: () => now })
  }

  app.get(
    '/reorganisations',
    { schema: { querystring: ReorganisationQuery, response: { 200: ReorganisationPage } } },
    ({ context, query }) => reorganisations.list(context, query),
  )

  app.post(
    '/reorganisations',
    { bodyLimit: MAX_PLAN, schema: { body: NewReorganisation, response: { 201: Reorganisation } } },
    async ({ context, body }, reply) =>
      reply.code(201).send(await reorganisations.draw(context, body)),
  )

  app.post(
    '/reorganisations/plans',
    { schema: { body: PlanFromFile, response: { 200: DraftedPlan } } },
    ({ context, body }) => files.planFromFile(context, body),
  )

  app.get(
    '/reorganisations/:id',
    { schema: { params: Params, response: { 200: Reorganisation } } },
    ({ context, params }) => reorganisations.get(context, params.id),
  )

  app.put(
    '/reorganisations/:id',
    {
      bodyLimit: MAX_PLAN,
      schema: { params: Params, body: ReorganisationEdit, response: { 200: Reorganisation } },
    },
    ({ context, params, body }) => reorganisations.change(context, params.id, body),
  )

  app.post(
    '/reorganisations/:id/preview',
    {
      schema: {
        params: Params,
        body: ReorganisationCommand,
        response: { 200: ReorganisationPreview },
      },
    },
    ({ context, params, body }) =>
      reorganisations.preview(context, systemOf(context), params.id, body),
  )

  const command = { params: Params, body: ReorganisationCommand, response: { 200: Reorganisation } }
  app.post('/reorganisations/:id/apply', { schema: command }, ({ context, params, body }) =>
    reorganisations.apply(context, systemOf(context), app.services.jobs, params.id, body),
  )

  app.post('/reorganisations/:id/schedule', { schema: command }, ({ context, params, body }) =>
    reorganisations.schedule(context, systemOf(context), params.id, body),
  )

  app.post('/reorganisations/:id/unschedule', { schema: command }, ({ context, params, body }) =>
    reorganisations.unschedule(context, params.id, body),
  )

  app.post('/reorganisations/:id/undo', { schema: command }, ({ context, params, body }) =>
    reorganisations.undo(context, systemOf(context), app.services.jobs, params.id, body),
  )

  app.get(
    '/reorganisations/:id/report',
    {
      schema: {
        params: Params,
        querystring: z.object({ format: z.enum(['json', 'xlsx']).default('json') }),
        response: { 200: ReorganisationReport },
      },
    },
    async ({ context, params, query }, reply) => {
      const report = await reorganisations.report(context, params.id)
      if (query.format === 'json') return report
      return asExcel(reply, 'sap-xep.xlsx', {
        sheetName: 'Kết quả sắp xếp',
        columns: REPORT_COLUMNS,
        rows: reportRows(report),
      })
    },
  )

  app.get(
    '/organisation/changes',
    { schema: { querystring: ChangesQuery, response: { 200: OrganisationChanges } } },
    async ({ context, query }, reply) => {
      if (query.format === 'json') return changes.changes(context, query)
      return asExcel(reply, 'bang-chuyen-doi.xlsx', {
        sheetName: 'Bảng chuyển đổi',
        title: 'Bảng chuyển đổi đơn vị hành chính',
        columns: changes.CONVERSION,
        rows: await changes.conversion(context, query),
      })
    },
  )

  app.get(
    '/units/:id/holding',
    { schema: { params: Params, querystring: AsOf, response: { 200: UnitHolding } } },
    ({ context, params, query }) => changes.holding(context, params.id, query.asOf),
  )
}

function asExcel(reply: FastifyReply, name: string, sheet: SheetToWrite) {
  const stream = new PassThrough()
  writeSheet(stream, sheet).catch((error: unknown) =>
    stream.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(stream)
}
