import {
  Demo,
  LiveSessions,
  NavigationCounts,
  PasswordChange,
  PostSwitch,
  Session,
} from '@hopluc/shared/session'
import { AsOf, Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { withRetryAfter } from '../retry-after.ts'
import { cookies, originOf } from './cookies.ts'
import * as sessions from './service.ts'

const PUBLIC = { isPublic: true }
const BEFORE_CHANGE = { isBeforePasswordChange: true }
const Nothing = z.null()

export const sessionRoutes: FastifyPluginAsyncZod = async (app) => {
  const { db, isDemo, isProduction = false, now } = app.services
  const { answer, clear } = cookies(app.services)

  app.get(
    '/session',
    { config: BEFORE_CHANGE, schema: { querystring: AsOf, response: { 200: Session } } },
    ({ context, signedIn, query }) =>
      sessions.get(context, { ...signedIn, isDemo, isProduction }, query.asOf),
  )

  app.get('/session/counts', { schema: { response: { 200: NavigationCounts } } }, (request) =>
    sessions.counts(request.context),
  )

  app.delete(
    '/session',
    { config: BEFORE_CHANGE, schema: { response: { 204: Nothing } } },
    async ({ context, signedIn }, reply) => {
      await sessions.signOut(context, signedIn.sessionId)
      return clear(reply).code(204).send(null)
    },
  )

  app.post(
    '/session/post',
    { schema: { body: PostSwitch, response: { 200: Session } } },
    async ({ context, signedIn, body }, reply) =>
      answer(await sessions.switchPost(db, context, signedIn.sessionId, body.postId), reply),
  )

  app.post(
    '/session/password',
    { config: BEFORE_CHANGE, schema: { body: PasswordChange, response: { 200: Session } } },
    async (request, reply) => {
      const { context, signedIn, body } = request
      const change = sessions.changePassword(
        db,
        context,
        signedIn.sessionId,
        body,
        originOf(request),
      )
      return answer(await withRetryAfter(reply, change), reply)
    },
  )

  app.get('/sessions', { schema: { response: { 200: LiveSessions } } }, ({ context, signedIn }) =>
    sessions.listSessions(context, context.actor.accountId, signedIn.sessionId),
  )

  app.delete(
    '/sessions/:id',
    { schema: { params: z.object({ id: Id }), response: { 204: Nothing } } },
    async ({ context, params }, reply) => {
      await sessions.endSession(context, context.actor.accountId, params.id)
      return reply.code(204).send(null)
    },
  )

  app.get('/demo', { config: PUBLIC, schema: { response: { 200: Demo } } }, () =>
    sessions.demo(db, now(), isDemo),
  )
}
