import { DecisionDraft, DecisionProposal } from '@hopluc/shared/committees'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { asFile, WORD } from '../../documents/index.ts'
import * as decisions from './service.ts'

const Params = z.object({ id: Id })

export const decisionRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/committees/:id/decision-drafts',
    { schema: { params: Params, body: DecisionProposal, response: { 201: DecisionDraft } } },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await decisions.draft(context, params.id, body)),
  )

  app.get(
    '/committees/:id/decision-drafts/:draftId',
    { schema: { params: Params.extend({ draftId: Id }) } },
    async ({ context, params }, reply) => {
      const { name, bytes } = await decisions.paper(context, params.id, params.draftId)
      return asFile(reply, name, WORD).send(bytes)
    },
  )
}
