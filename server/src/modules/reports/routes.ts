import {
  NewReport,
  NewReportTemplate,
  PublicReport,
  Report,
  ReportCode,
  ReportIssue,
  ReportOptions,
  ReportPage,
  ReportQuery,
  ReportStep,
  ReportTemplate,
  ReportTemplateChange,
  ReportTemplates,
  ReportTemplateStep,
  ReportTexts,
  TemplateCheck,
  TemplateToCheck,
  TemplateWordList,
} from '@hopluc/shared/reports'
import { Id } from '@hopluc/shared/values'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { asFile, EXCEL, WORD } from '../documents/index.ts'
import { issue, type SignedUpload, takeSigned } from './issue.ts'
import { outdated } from './present.ts'
import { check as checkCode } from './public.ts'
import * as reports from './service.ts'
import { notPdf } from './signed-compare.ts'
import { check } from './template-checking.ts'
import * as templates from './templates.ts'

const Params = z.object({ id: Id })
const Key = z.object({ key: z.string().max(60) })
const Seq = z.object({ seq: z.coerce.number().int().min(1).optional() })
const ofReport = { params: Params, response: { 200: Report } }
const ofTemplate = { params: Params, response: { 200: ReportTemplate } }

export const reportRoutes: FastifyPluginAsyncZod = async (app) => {
  const { db, jobs, publicAddress } = app.services
  const work = (request: FastifyRequest): reports.Making => ({
    jobs,
    site: publicAddress ?? `${request.protocol}://${request.host}`,
  })

  app.get(
    '/reports',
    { schema: { querystring: ReportQuery, response: { 200: ReportPage } } },
    ({ context, query }) => reports.list(context, query),
  )
  app.get('/reports/options', { schema: { response: { 200: ReportOptions } } }, ({ context }) =>
    reports.options(context),
  )
  app.post(
    '/reports',
    { schema: { body: NewReport, response: { 201: Report } } },
    async (request, reply) =>
      reply.code(201).send(await reports.create(request.context, request.body, work(request))),
  )
  app.get('/reports/:id', { schema: ofReport }, ({ context, params }) =>
    reports.get(context, params.id),
  )
  app.get(
    '/reports/:id/outdated',
    { schema: { params: Params, response: { 200: Outdated } } },
    async ({ context, params }) => ({ items: await outdated(context, params.id) }),
  )
  app.put(
    '/reports/:id/texts',
    { schema: { ...ofReport, body: ReportTexts } },
    ({ context, params, body }) => reports.write(context, params.id, body),
  )
  app.post('/reports/:id/make', { schema: { ...ofReport, body: ReportStep } }, (request) =>
    reports.remake(request.context, request.params.id, request.body, work(request)),
  )
  app.post(
    '/reports/:id/submit',
    { schema: { ...ofReport, body: ReportStep } },
    ({ context, params, body }) => reports.submit(context, params.id, body),
  )
  app.post(
    '/reports/:id/redraft',
    { schema: { ...ofReport, body: ReportStep } },
    ({ context, params, body }) => reports.redraft(context, params.id, body),
  )
  app.post(
    '/reports/:id/signed-paper',
    { schema: ofReport, config: { costs: 'uploads' } },
    async (request) => {
      const { file, version } = await signedForm(request)
      return takeSigned(request.context, request.params.id, version, file)
    },
  )
  app.post(
    '/reports/:id/issue',
    { schema: { ...ofReport, body: ReportIssue } },
    ({ context, params, body }) => issue(context, params.id, body),
  )
  app.post('/reports/:id/correct', { schema: { ...ofReport, body: ReportStep } }, (request) =>
    reports.correct(request.context, request.params.id, request.body, work(request)),
  )
  const ofFile = { params: Params, querystring: Seq }
  const sendFile = async (
    {
      context,
      params,
      query,
    }: Pick<FastifyRequest, 'context'> & {
      params: { id: Id }
      query: { seq?: number | undefined }
    },
    reply: FastifyReply,
    which: 'word' | 'marked' | 'sheet',
  ) => {
    const { name, bytes } = await reports.file(context, params.id, which, query.seq)
    return asFile(reply, name, which === 'sheet' ? EXCEL : WORD).send(bytes)
  }
  app.get('/reports/:id/report.docx', { schema: ofFile }, (request, reply) =>
    sendFile(request, reply, 'word'),
  )
  app.get('/reports/:id/marked.docx', { schema: ofFile }, (request, reply) =>
    sendFile(request, reply, 'marked'),
  )
  app.get('/reports/:id/annex.xlsx', { schema: ofFile }, (request, reply) =>
    sendFile(request, reply, 'sheet'),
  )

  app.get('/report-templates', { schema: { response: { 200: ReportTemplates } } }, ({ context }) =>
    templates.list(context),
  )
  app.get(
    '/report-templates/words',
    { schema: { response: { 200: TemplateWordList } } },
    ({ context }) => templates.words(context),
  )
  app.get(
    '/report-templates/:key/file',
    { schema: { params: Key } },
    async ({ context, params }, reply) => {
      const { name, bytes } = await templates.file(context, params.key)
      return asFile(reply, name, WORD).send(bytes)
    },
  )
  app.post(
    '/report-templates/check',
    { schema: { body: TemplateToCheck, response: { 200: TemplateCheck } } },
    ({ context, body }) => check(context, body),
  )
  app.post(
    '/report-templates',
    { schema: { body: NewReportTemplate, response: { 201: ReportTemplate } } },
    async ({ context, body }, reply) => reply.code(201).send(await templates.add(context, body)),
  )
  app.put(
    '/report-templates/:id',
    { schema: { ...ofTemplate, body: ReportTemplateChange } },
    ({ context, params, body }) => templates.change(context, params.id, body),
  )
  app.post(
    '/report-templates/:id/end',
    { schema: { ...ofTemplate, body: ReportTemplateStep } },
    ({ context, params, body }) => templates.end(context, params.id, body.version),
  )

  app.get(
    '/public/reports/:code',
    {
      config: { isPublic: true },
      schema: { params: z.object({ code: ReportCode }), response: { 200: PublicReport } },
    },
    ({ params }) => checkCode(db, params.code),
  )
}

const Outdated = z.object({ items: z.array(z.object({ position: z.int(), printed: z.string() })) })
const Version = z.coerce.number().int()

async function signedForm(
  request: FastifyRequest,
): Promise<{ file: SignedUpload; version: number }> {
  let file: SignedUpload | undefined
  let version: unknown
  let isStatedOpen = false
  if (!request.isMultipart()) throw notPdf()
  for await (const part of request.parts()) {
    if (part.type === 'file')
      file = { name: part.filename, bytes: await part.toBuffer(), isStatedOpen: false }
    else if (part.fieldname === 'version') version = part.value
    else if (part.fieldname === 'statedOpen') isStatedOpen = part.value === 'true'
  }
  const parsed = Version.safeParse(version)
  if (!file || !parsed.success) throw notPdf()
  return { file: { ...file, isStatedOpen }, version: parsed.data }
}
