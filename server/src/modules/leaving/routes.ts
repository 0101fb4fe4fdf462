import { Duties, HandOver, NewHandOver } from '@hopluc/shared/hand-overs'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { asFile, WORD } from '../documents/index.ts'
import * as leaving from './service.ts'

const Params = z.object({ id: Id })

export const leavingRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/accounts/:id/duties',
    { schema: { params: Params, response: { 200: Duties } } },
    ({ context, params }) => leaving.duties(context, params.id),
  )

  app.post(
    '/accounts/:id/hand-overs',
    { schema: { params: Params, body: NewHandOver, response: { 201: HandOver } } },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await leaving.handOver(context, params.id, body)),
  )

  app.get(
    '/accounts/:id/hand-overs/:handOverId/minutes',
    {
      schema: {
        params: z.object({ id: Id, handOverId: Id }),
        response: { 200: z.instanceof(Buffer) },
      },
    },
    async ({ context, params }, reply) => {
      const paper = await leaving.minutes(context, params.id, params.handOverId)
      return asFile(reply, 'Biên bản bàn giao.docx', WORD).send(paper)
    },
  )
}
