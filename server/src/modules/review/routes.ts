import { Accuracy, AccuracySearch, AnnotatedTexts } from '@hopluc/shared/reading-accuracy'
import {
  NewReading,
  ReadingAgencies,
  ReadingConfirm,
  ReadingConfirmed,
  ReadingDetail,
  ReadingDiscard,
  ReadingOutcome,
  ReadingPage,
  ReadingQuery,
  ReviewSave,
  ReviewSaved,
} from '@hopluc/shared/readings'
import { Id, PlainDate } from '@hopluc/shared/values'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { AppError } from '../../platform/errors.ts'
import { answerSheet } from '../exports/index.ts'
import './exports.ts'
import { exportAnnotated } from './annotated.ts'
import { confirm } from './confirm.ts'
import * as readings from './service.ts'

const Params = z.object({ id: Id })
const one = { params: Params }
/** A review of a long text with all its finds is larger than most requests. */
const LARGE = 16 * 1024 * 1024

const FormFields = z.object({
  meetingId: Id.optional(),
  again: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
})

export const readingRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/readings',
    {
      config: { costs: 'readings' },
      bodyLimit: LARGE,
      schema: {
        body: NewReading.nullish(),
        response: { 200: ReadingOutcome, 201: ReadingOutcome },
      },
    },
    async (request, reply) => {
      const outcome = request.isMultipart()
        ? await fromForm(request)
        : await readings.create(request.context, textOrDocument(request.body))
      return reply.code(outcome.outcome === 'created' ? 201 : 200).send(outcome)
    },
  )

  app.get(
    '/readings',
    { schema: { querystring: ReadingQuery, response: { 200: ReadingPage } } },
    (request, reply) => {
      const { limit, cursor, format, ...search } = request.query
      return format === 'xlsx'
        ? answerSheet(request, reply, 'readings')
        : readings.list(request.context, search, limit, cursor)
    },
  )

  app.get(
    '/readings/accuracy',
    { schema: { querystring: AccuracySearch, response: { 200: Accuracy } } },
    ({ context, query }) => readings.accuracy(context, query),
  )

  app.post(
    '/readings/annotated',
    { schema: { body: AccuracySearch, response: { 200: AnnotatedTexts } } },
    async ({ context, body }, reply) => {
      const texts = await exportAnnotated(context, body)
      return reply
        .header('content-disposition', 'attachment; filename="annotated-texts.json"')
        .send(texts)
    },
  )

  app.get('/readings/:id', { schema: { ...one, response: { 200: ReadingDetail } } }, (request) =>
    readings.get(request.context, request.params.id),
  )

  app.get(
    '/readings/:id/agencies',
    {
      schema: {
        ...one,
        querystring: z.object({ on: PlainDate.optional() }),
        response: { 200: ReadingAgencies },
      },
    },
    ({ context, params, query }) => readings.agencies(context, params.id, query.on),
  )

  app.put(
    '/readings/:id/review',
    { bodyLimit: LARGE, schema: { ...one, body: ReviewSave, response: { 200: ReviewSaved } } },
    ({ context, params, body }) => readings.save(context, params.id, body),
  )

  app.post(
    '/readings/:id/confirm',
    { schema: { ...one, body: ReadingConfirm, response: { 200: ReadingConfirmed } } },
    ({ context, params, body }) => confirm(context, params.id, body),
  )

  app.post(
    '/readings/:id/discard',
    { schema: { ...one, body: ReadingDiscard, response: { 200: ReadingDetail } } },
    ({ context, params, body }) => readings.discard(context, params.id, body.version),
  )
}

async function fromForm(request: FastifyRequest) {
  const fields: Record<string, unknown> = {}
  let file: readings.Upload | undefined
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { name: part.filename, bytes: await part.toBuffer() }
    else fields[part.fieldname] = part.value
  }
  if (!file) throw nothingSent()
  const { data } = FormFields.safeParse(fields)
  if (!data) throw nothingSent()
  const { meetingId, again } = data
  return readings.createFromFile(request.context, file, { again, meetingId: meetingId ?? null })
}

function textOrDocument(body: NewReading | null | undefined): NewReading {
  if (body && (body.text !== undefined || body.documentId !== undefined)) return body
  throw nothingSent()
}

function nothingSent() {
  return new AppError('rule', 'readings.nothing_sent', {
    vi: 'Chưa có nội dung. Hãy dán văn bản hoặc chọn tệp.',
    en: 'There is nothing to read. Paste a text or choose a file.',
  })
}
