import {
  NewRecognition,
  Recognition,
  RecognitionDeed,
  RecognitionEdit,
  RecognitionLists,
  RecognitionListsAnswer,
  RecognitionOptions,
  RecognitionOptionsQuery,
  RecognitionPage,
  RecognitionQuery,
} from '@hopluc/shared/recognitions'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import './exports.ts'
import { keepLists, lists, options } from './options.ts'
import * as recognitions from './service.ts'

const Params = z.object({ id: Id })

export const recognitionRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: Recognition } }

  app.get(
    '/recognitions',
    { schema: { querystring: RecognitionQuery, response: { 200: RecognitionPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'recognitions')
        : recognitions.list(request.context, request.query),
  )

  app.post(
    '/recognitions',
    { schema: { body: NewRecognition, response: { 201: Recognition } } },
    async ({ context, body }, reply) =>
      reply.code(201).send(await recognitions.prepare(context, body)),
  )

  app.get('/recognitions/:id', { schema: one }, ({ context, params }) =>
    recognitions.get(context, params.id),
  )

  app.put(
    '/recognitions/:id',
    { schema: { ...one, body: RecognitionEdit } },
    ({ context, params, body }) => recognitions.edit(context, params.id, body),
  )

  app.post(
    '/recognitions/:id/deeds',
    { schema: { ...one, body: RecognitionDeed } },
    ({ context, params, body }) => recognitions.act(context, params.id, body),
  )

  app.get(
    '/recognition-options',
    { schema: { querystring: RecognitionOptionsQuery, response: { 200: RecognitionOptions } } },
    ({ context, query }) => options(context, query.entity),
  )

  app.get(
    '/recognition-lists',
    { schema: { response: { 200: RecognitionListsAnswer } } },
    (request) => lists(request.context),
  )

  app.put(
    '/recognition-lists',
    { schema: { body: RecognitionLists, response: { 200: RecognitionListsAnswer } } },
    ({ context, body }) => keepLists(context, body),
  )
}
