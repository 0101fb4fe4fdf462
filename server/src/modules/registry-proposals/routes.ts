import {
  NewProposal,
  Proposal,
  ProposalDecision,
  ProposalPage,
  Proposals,
  ProposalWithdrawal,
} from '@hopluc/shared/entity-proposals'
import { Cursor, Id, Limit } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import * as proposals from './service.ts'

const Params = z.object({ id: Id })
const One = Params.extend({ proposalId: Id })

export const proposalRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/entities/proposals',
    {
      schema: {
        querystring: z.object({ limit: Limit, cursor: Cursor.optional() }),
        response: { 200: ProposalPage },
      },
    },
    ({ context, query }) => proposals.listOpen(context, query),
  )

  app.get(
    '/entities/:id/proposals',
    { schema: { params: Params, response: { 200: Proposals } } },
    ({ context, params }) => proposals.listOf(context, params.id),
  )

  app.post(
    '/entities/:id/proposals',
    { schema: { params: Params, body: NewProposal, response: { 201: Proposals } } },
    async (request, reply) =>
      reply
        .code(201)
        .send(await proposals.propose(request.context, request.params.id, request.body)),
  )

  app.post(
    '/entities/:id/proposals/:proposalId/decision',
    { schema: { params: One, body: ProposalDecision, response: { 200: Proposal } } },
    ({ context, params, body }) => proposals.decide(context, params.id, params.proposalId, body),
  )

  app.post(
    '/entities/:id/proposals/:proposalId/withdrawal',
    { schema: { params: One, body: ProposalWithdrawal, response: { 200: Proposal } } },
    ({ context, params, body }) =>
      proposals.withdraw(context, params.id, params.proposalId, body.version),
  )
}
