import {
  Account,
  AccountChange,
  AccountPage,
  AccountQuery,
  CreatedAccount,
  NewAccount,
  PostAddition,
  RoleTable,
} from '@hopluc/shared/accounts'
import { LiveSessions } from '@hopluc/shared/session'
import { Ending } from '@hopluc/shared/units'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { endSession, listSessions } from '../session/index.ts'
import { answerSheet } from '../../exports/index.ts'
import './exports.ts'
import * as accounts from './service.ts'

const Params = z.object({ id: Id })
const Nothing = z.null()

export const accountRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/accounts',
    { schema: { querystring: AccountQuery, response: { 200: AccountPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'accounts')
        : accounts.list(request.context, request.query),
  )

  app.get('/accounts/:id', { schema: { params: Params, response: { 200: Account } } }, (request) =>
    accounts.get(request.context, request.params.id),
  )

  app.post(
    '/accounts',
    { schema: { body: NewAccount, response: { 201: CreatedAccount } } },
    async (request, reply) => {
      const created = await accounts.create(request.context, request.body)
      request.idempotency = undefined // an answer with a password in it is not kept
      return reply.code(201).send(created)
    },
  )

  app.patch(
    '/accounts/:id',
    { schema: { params: Params, body: AccountChange, response: { 200: Account } } },
    ({ context, params, body }) => accounts.change(context, params.id, body),
  )

  app.post(
    '/accounts/:id/posts',
    { schema: { params: Params, body: PostAddition, response: { 201: Account } } },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await accounts.addPost(context, params.id, body)),
  )

  app.post(
    '/accounts/:id/posts/:postId/end',
    {
      schema: {
        params: z.object({ id: Id, postId: Id }),
        body: Ending,
        response: { 200: Account },
      },
    },
    ({ context, params, body }) => accounts.endPost(context, params.id, params.postId, body),
  )

  app.get(
    '/accounts/:id/sessions',
    { schema: { params: Params, response: { 200: LiveSessions } } },
    ({ context, params, signedIn }) => listSessions(context, params.id, signedIn.sessionId),
  )

  app.delete(
    '/accounts/:id/sessions',
    { schema: { params: Params, response: { 204: Nothing } } },
    async ({ context, params }, reply) => {
      await accounts.endSessions(context, params.id)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/accounts/:id/sessions/:sessionId',
    { schema: { params: z.object({ id: Id, sessionId: Id }), response: { 204: Nothing } } },
    async ({ context, params }, reply) => {
      await endSession(context, params.id, params.sessionId)
      return reply.code(204).send(null)
    },
  )

  app.get('/roles', { schema: { response: { 200: RoleTable } } }, () => accounts.roles())
}
