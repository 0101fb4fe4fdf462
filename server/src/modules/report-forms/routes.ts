import {
  FormChange,
  FormCheckRequest,
  FormCheckResult,
  FormQuery,
  FormRetire,
  NewForm,
  ReportFormDetail,
  ReportForms,
} from '@hopluc/shared/report-forms'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import * as forms from './service.ts'

const Params = z.object({ id: Id })

export const reportFormRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/report-forms', { schema: { response: { 200: ReportForms } } }, ({ context }) =>
    forms.list(context),
  )

  app.post(
    '/report-forms',
    { schema: { body: NewForm, response: { 201: ReportFormDetail } } },
    async ({ context, body }, reply) => reply.code(201).send(await forms.add(context, body)),
  )

  app.post(
    '/report-forms/check',
    { schema: { body: FormCheckRequest, response: { 200: FormCheckResult } } },
    ({ context, body }) => forms.check(context, body.definition),
  )

  app.get(
    '/report-forms/:id',
    { schema: { params: Params, querystring: FormQuery, response: { 200: ReportFormDetail } } },
    ({ context, params, query }) => forms.get(context, params.id, query.no),
  )

  app.put(
    '/report-forms/:id',
    { schema: { params: Params, body: FormChange, response: { 200: ReportFormDetail } } },
    ({ context, params, body }) => forms.change(context, params.id, body),
  )

  app.post(
    '/report-forms/:id/retire',
    { schema: { params: Params, body: FormRetire, response: { 200: ReportFormDetail } } },
    ({ context, params, body }) => forms.retire(context, params.id, body.version, body.isRetired),
  )
}
