import { ApiTokens, MadeApiToken, NewApiToken } from '@hopluc/shared/api-tokens'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { isNounForTokens, nounOf } from './domain.ts'
import * as tokens from './service.ts'

const Nothing = z.null()

/** Every first part of an address to which a program may have access; new modules join by themselves. */
function nounsOf(routes: string): string[] {
  const nouns = [...routes.matchAll(/"(\/api\/[^"]+)"/g)].map(([, route = '']) => nounOf(route))
  return [...new Set(nouns)].filter(isNounForTokens).toSorted()
}

export const tokenRoutes: FastifyPluginAsyncZod = async (app) => {
  let known: string[] | undefined
  const nouns = () => (known ??= nounsOf(JSON.stringify(Object.keys(app.swagger().paths ?? {}))))

  app.get('/tokens', { schema: { response: { 200: ApiTokens } } }, ({ context }) =>
    tokens.list(context, context.actor.accountId, nouns()),
  )

  app.post(
    '/tokens',
    { schema: { body: NewApiToken, response: { 201: MadeApiToken } } },
    async (request, reply) => {
      const made = await tokens.make(request.context, request.body, nouns())
      request.idempotency = undefined // an answer with a token in it is not kept
      return reply.code(201).send(made)
    },
  )

  app.delete(
    '/tokens/:id',
    { schema: { params: z.object({ id: Id }), response: { 204: Nothing } } },
    async ({ context, params }, reply) => {
      await tokens.end(context, context.actor.accountId, params.id)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/accounts/:id/tokens',
    { schema: { params: z.object({ id: Id }), response: { 200: ApiTokens } } },
    ({ context, params }) => tokens.list(context, params.id, []),
  )

  app.delete(
    '/accounts/:id/tokens/:tokenId',
    { schema: { params: z.object({ id: Id, tokenId: Id }), response: { 204: Nothing } } },
    async ({ context, params }, reply) => {
      await tokens.end(context, params.id, params.tokenId)
      return reply.code(204).send(null)
    },
  )
}
