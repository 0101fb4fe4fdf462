import { PasswordLink, SignInByLink, SignInLink } from '@hopluc/shared/accounts'
import { PasswordReset, Session } from '@hopluc/shared/session'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { COOKIE, cookies, originOf } from '../session/index.ts'
import * as links from './service.ts'

const config = { isPublic: true }

export const linkRoutes: FastifyPluginAsyncZod = async (app) => {
  const { db, now } = app.services
  const { answer, asking } = cookies(app.services)

  // The token is in the body: addresses are written down by proxies.
  app.post(
    '/password-resets/look',
    {
      config,
      schema: {
        body: PasswordReset.pick({ token: true }),
        response: { 200: PasswordLink.nullable() },
      },
    },
    ({ body }) => links.lookAt(db, now(), body.token),
  )

  app.post(
    '/password-resets',
    { config, schema: { body: PasswordReset, response: { 204: z.null() } } },
    async ({ body }, reply) => {
      await links.setPassword(db, now(), body.token, body.next)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/session/link',
    { config, schema: { body: SignInByLink, response: { 200: Session } } },
    async (request, reply) => {
      const earlier = request.cookies[COOKIE]
      const opening = links.enterByLink(db, now(), request.body, originOf(request), earlier)
      return answer(await asking(reply, opening), reply)
    },
  )

  app.post(
    '/accounts/:id/sign-in-link',
    { schema: { params: z.object({ id: Id }), response: { 201: SignInLink } } },
    async (request, reply) => {
      const link = await links.makeSignInLink(request.context, request.params.id)
      request.idempotency = undefined // an answer with a link in it is not kept
      return reply.code(201).send(link)
    },
  )
}
