import {
  Directive,
  DirectiveAnswer,
  DirectiveChange,
  DirectivePage,
  DirectiveQuestion,
  DirectiveQuery,
  Notice,
  NoticeChange,
  NoticeIssue,
  NoticeReturn,
  NoticeStep,
} from '@hopluc/shared/directives'
import { Id } from '@hopluc/shared/values'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { AppError } from '../../platform/errors.ts'
import { downloadHeaders } from '../../platform/files.ts'
import { answerSheet } from '../exports/index.ts'
import './exports.ts'
import { issue } from './issue.ts'
import * as notices from './notice.ts'
import * as directives from './service.ts'
import { type SignedUpload, takeSigned } from './signed.ts'

const Params = z.object({ id: Id })
const ofDirective = { params: Params, response: { 200: Directive } }
const ofNotice = { params: Params, response: { 200: Notice } }
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const directiveRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/directives',
    { schema: { querystring: DirectiveQuery, response: { 200: DirectivePage } } },
    (request, reply) => {
      const { limit, cursor, format, ...search } = request.query
      return format === 'xlsx'
        ? answerSheet(request, reply, 'directives')
        : directives.list(request.context, search, limit, cursor)
    },
  )
  app.get('/directives/:id', { schema: ofDirective }, ({ context, params }) =>
    directives.get(context, params.id),
  )
  app.put(
    '/directives/:id',
    { schema: { ...ofDirective, body: DirectiveChange } },
    ({ context, params, body }) => directives.change(context, params.id, body),
  )
  app.post(
    '/directives/:id/ask',
    { schema: { ...ofDirective, body: DirectiveQuestion } },
    ({ context, params, body }) => directives.ask(context, params.id, body),
  )
  app.post(
    '/directives/:id/answer',
    { schema: { ...ofDirective, body: DirectiveAnswer } },
    ({ context, params, body }) => directives.answer(context, params.id, body),
  )

  app.get('/documents/:id/notice', { schema: ofNotice }, ({ context, params }) =>
    notices.get(context, params.id),
  )
  app.get(
    '/documents/:id/notice.docx',
    { schema: { params: Params } },
    async ({ context, params }, reply) => {
      const { name, bytes } = await notices.paper(context, params.id)
      void reply.headers(downloadHeaders({ name, size: bytes.length, mediaType: WORD }))
      return reply.send(bytes)
    },
  )
  app.put(
    '/documents/:id/notice',
    { schema: { ...ofNotice, body: NoticeChange } },
    ({ context, params, body }) => notices.change(context, params.id, body),
  )
  app.post(
    '/documents/:id/notice/submit',
    { schema: { ...ofNotice, body: NoticeStep } },
    ({ context, params, body }) => notices.submit(context, params.id, body),
  )
  app.post(
    '/documents/:id/notice/approve',
    { schema: { ...ofNotice, body: NoticeStep } },
    ({ context, params, body }) => notices.approve(context, params.id, body),
  )
  app.post(
    '/documents/:id/notice/return',
    { schema: { ...ofNotice, body: NoticeReturn } },
    ({ context, params, body }) => notices.giveBack(context, params.id, body),
  )
  app.post(
    '/documents/:id/notice/start-by-word',
    { schema: { ...ofNotice, body: NoticeStep } },
    ({ context, params, body }) => notices.start(context, params.id, body),
  )
  app.post(
    '/documents/:id/notice/signed-paper',
    { schema: ofNotice, config: { costs: 'uploads' } },
    async (request) => {
      const { file, version } = await signedForm(request)
      return takeSigned(request.context, request.params.id, version, file)
    },
  )
  app.post(
    '/documents/:id/notice/issue',
    { schema: { ...ofNotice, body: NoticeIssue } },
    ({ context, params, body }) => issue(context, params.id, body),
  )
}

const Version = z.coerce.number().int()

async function signedForm(
  request: FastifyRequest,
): Promise<{ file: SignedUpload; version: number }> {
  let file: SignedUpload | undefined
  let version: unknown
  let isStatedOpen = false
  if (!request.isMultipart()) throw fileMissing()
  for await (const part of request.parts()) {
    if (part.type === 'file')
      file = { name: part.filename, bytes: await part.toBuffer(), isStatedOpen: false }
    else if (part.fieldname === 'version') version = part.value
    else if (part.fieldname === 'statedOpen') isStatedOpen = part.value === 'true'
  }
  const parsed = Version.safeParse(version)
  if (!file || !parsed.success) throw fileMissing()
  return { file: { ...file, isStatedOpen }, version: parsed.data }
}

function fileMissing() {
  return new AppError('rule', 'notices.file_missing', {
    vi: 'Chưa có tệp. Hãy thả bản PDF đã ký vào đây.',
    en: 'There is no file. Drop the signed PDF here.',
  })
}
