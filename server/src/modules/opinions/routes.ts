import {
  CloseRound,
  NewOpinionRound,
  OpinionAnswer,
  OpinionReplies,
  OpinionRound,
} from '@hopluc/shared/opinions'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { asFile, WORD } from '../documents/index.ts'
import * as opinions from './service.ts'

const Params = z.object({ id: Id })
const Shown = { params: Params, response: { 200: OpinionRound } }

export const opinionRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/tasks/:id/opinion-rounds',
    { schema: { ...Shown, body: NewOpinionRound } },
    (request) => opinions.open(request.context, request.params.id, request.body),
  )

  app.get('/opinion-rounds/:id', { schema: Shown }, (request) =>
    opinions.get(request.context, request.params.id),
  )

  app.get('/opinion-rounds/:id/summary', { schema: { params: Params } }, async (request, reply) => {
    const paper = await opinions.summary(request.context, request.params.id)
    return asFile(reply, 'Tổng hợp, tiếp thu, giải trình ý kiến.docx', WORD).send(paper)
  })

  app.post(
    '/opinion-rounds/:id/answers',
    { schema: { ...Shown, body: OpinionAnswer } },
    (request) => opinions.answer(request.context, request.params.id, request.body),
  )

  app.post(
    '/opinion-rounds/:id/replies',
    { schema: { ...Shown, body: OpinionReplies } },
    (request) => opinions.reply(request.context, request.params.id, request.body),
  )

  app.post('/opinion-rounds/:id/close', { schema: { ...Shown, body: CloseRound } }, (request) =>
    opinions.close(request.context, request.params.id, request.body.version),
  )
}
