import {
  AccountSecurity,
  NewOutsideIdentity,
  OutsideIdentityRemoval,
  ResetLink,
} from '@hopluc/shared/accounts'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import * as security from './security.ts'

const Params = z.object({ id: Id })
const Nothing = z.null()

export const securityRoutes: FastifyPluginAsyncZod = async (app) => {
  const { outsideProviders = [] } = app.services

  app.get(
    '/accounts/:id/security',
    { schema: { params: Params, response: { 200: AccountSecurity } } },
    ({ context, params }) => security.security(context, params.id, outsideProviders),
  )

  for (const [path, kind] of [
    ['reset-link', 'reset'],
    ['invitation', 'invitation'],
  ] as const)
    app.post(
      `/accounts/:id/${path}`,
      { schema: { params: Params, response: { 201: ResetLink } } },
      async (request, reply) => {
        const link = await security.makeLink(request.context, request.params.id, kind)
        request.idempotency = undefined // an answer with a link in it is not kept
        return reply.code(201).send(link)
      },
    )

  app.delete(
    '/accounts/:id/second-factor',
    { schema: { params: Params, response: { 204: Nothing } } },
    async ({ context, params }, reply) => {
      await security.removeFactors(context, params.id)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/accounts/:id/unlock',
    { schema: { params: Params, response: { 204: Nothing } } },
    async ({ context, params }, reply) => {
      await security.unlock(context, params.id)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/accounts/:id/identities',
    { schema: { params: Params, body: NewOutsideIdentity, response: { 201: AccountSecurity } } },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await security.addIdentity(context, params.id, body, outsideProviders)),
  )

  app.post(
    '/accounts/:id/identities/remove',
    {
      schema: { params: Params, body: OutsideIdentityRemoval, response: { 200: AccountSecurity } },
    },
    ({ context, params, body }) =>
      security.removeIdentity(context, params.id, body, outsideProviders),
  )
}
