import {
  Demo,
  LiveSessions,
  NavigationCounts,
  PasswordChange,
  PasswordReset,
  PostSwitch,
  Session,
  SignIn,
} from '@hopluc/shared/session'
import { AsOf, Id } from '@hopluc/shared/values'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { isPassword } from '../passwords.ts'
import { COOKIE } from './authenticate.ts'
import * as sessions from './service.ts'

const PUBLIC = { isPublic: true }
const BEFORE_CHANGE = { isBeforePasswordChange: true }
const Nothing = z.null()

export const sessionRoutes: FastifyPluginAsyncZod = async (app) => {
  const { db, isDemo, now, secureCookies } = app.services
  await isPassword(null, '') // so that the first refusal takes no longer than the second
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies } as const

  const answer = ({ token, context, mustChangePassword }: sessions.Opened, reply: FastifyReply) => {
    void reply.setCookie(COOKIE, token, cookie)
    return sessions.get(context, { mustChangePassword, isDemo })
  }
  const withRetryAfter = async <T>(reply: FastifyReply, work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      if (error instanceof sessions.Wait) void reply.header('retry-after', error.seconds)
      throw error
    }
  }

  app.post(
    '/session',
    { config: PUBLIC, schema: { body: SignIn, response: { 200: Session } } },
    async (request, reply) => {
      const earlier = request.cookies[COOKIE]
      const opening = sessions.signIn(db, now(), request.body, originOf(request), earlier)
      return answer(await withRetryAfter(reply, opening), reply)
    },
  )

  app.get(
    '/session',
    { config: BEFORE_CHANGE, schema: { querystring: AsOf, response: { 200: Session } } },
    ({ context, signedIn, query }) => sessions.get(context, { ...signedIn, isDemo }, query.asOf),
  )

  app.get('/session/counts', { schema: { response: { 200: NavigationCounts } } }, (request) =>
    sessions.counts(request.context),
  )

  app.delete(
    '/session',
    { config: BEFORE_CHANGE, schema: { response: { 204: Nothing } } },
    async ({ context, signedIn }, reply) => {
      await sessions.signOut(context, signedIn.sessionId)
      return reply.clearCookie(COOKIE, cookie).code(204).send(null)
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

  app.post(
    '/password-resets',
    { config: PUBLIC, schema: { body: PasswordReset, response: { 204: Nothing } } },
    async ({ body }, reply) => {
      await sessions.resetPassword(db, now(), body.token, body.next)
      return reply.code(204).send(null)
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

function originOf({ ip, headers }: FastifyRequest): sessions.Origin {
  return { address: ip, agent: headers['user-agent'] }
}
