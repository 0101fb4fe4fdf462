import {
  DialogueBoard,
  DialogueQuery,
  DifficultyOptions,
  NewDialogue,
  PutDifficulties,
} from '@hopluc/shared/dialogues'
import { MeetingRecord } from '@hopluc/shared/meetings'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import './exports.ts'
import * as dialogues from './service.ts'

const Params = z.object({ id: Id })

export const dialogueRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/dialogues',
    { schema: { querystring: DialogueQuery, response: { 200: DialogueBoard } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'dialogues')
        : dialogues.board(request.context, request.query),
  )

  app.post(
    '/dialogues',
    { schema: { body: NewDialogue, response: { 201: MeetingRecord } } },
    async ({ context, body }, reply) => reply.code(201).send(await dialogues.plan(context, body)),
  )

  app.get(
    '/difficulties/:id/options',
    { schema: { params: Params, response: { 200: DifficultyOptions } } },
    ({ context, params }) => dialogues.options(context, params.id),
  )

  app.post(
    '/meetings/:id/difficulties',
    { schema: { params: Params, body: PutDifficulties, response: { 200: MeetingRecord } } },
    ({ context, params, body }) => dialogues.putBefore(context, params.id, body),
  )
}
