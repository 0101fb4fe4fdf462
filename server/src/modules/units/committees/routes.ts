import {
  Committee,
  CommitteeDecision,
  CommitteePage,
  CommitteeQuery,
  MemberChange,
  MissingCommittees,
  NewCommittee,
  NewDelegation,
} from '@hopluc/shared/committees'
import { Ending } from '@hopluc/shared/units'
import { AsOf, Id, PlainDate } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../../exports/index.ts'
import './exports.ts'
import * as committees from './service.ts'

const Params = z.object({ id: Id })
const MemberParams = z.object({ id: Id, memberId: Id })
const PostParams = z.object({ id: Id, postId: Id })
const LastDay = z.object({ untilOn: PlainDate })

export const committeeRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/committees',
    { schema: { querystring: CommitteeQuery, response: { 200: CommitteePage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'committees')
        : committees.list(request.context, request.query),
  )

  app.get(
    '/committees/missing',
    { schema: { querystring: CommitteeQuery, response: { 200: MissingCommittees } } },
    (request) => committees.listMissing(request.context, request.query),
  )

  app.get(
    '/committees/:id',
    { schema: { params: Params, querystring: AsOf, response: { 200: Committee } } },
    ({ context, params, query }) => committees.get(context, params.id, query.asOf),
  )

  app.post(
    '/committees',
    { schema: { body: NewCommittee, response: { 201: Committee } } },
    async (request, reply) =>
      reply.code(201).send(await committees.found(request.context, request.body)),
  )

  app.post(
    '/committees/:id/decisions',
    { schema: { params: Params, body: CommitteeDecision, response: { 200: Committee } } },
    ({ context, params, body }) => committees.decide(context, params.id, body),
  )

  app.patch(
    '/committees/:id/members/:memberId',
    { schema: { params: MemberParams, body: MemberChange, response: { 200: Committee } } },
    ({ context, params, body }) =>
      committees.changeMember(context, params.id, params.memberId, body),
  )

  app.post(
    '/committees/:id/members/:memberId/end',
    { schema: { params: MemberParams, body: Ending, response: { 200: Committee } } },
    ({ context, params, body }) => committees.endMember(context, params.id, params.memberId, body),
  )

  app.post(
    '/committees/:id/delegations',
    { schema: { params: Params, body: NewDelegation, response: { 201: Committee } } },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await committees.delegate(context, params.id, body)),
  )

  app.post(
    '/committees/:id/delegations/:postId/end',
    { schema: { params: PostParams, body: LastDay, response: { 200: Committee } } },
    ({ context, params, body }) =>
      committees.endDelegation(context, params.id, params.postId, body.untilOn),
  )
}
