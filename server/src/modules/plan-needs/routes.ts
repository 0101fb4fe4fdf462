import {
  AllotFunds,
  ChoosePolicies,
  NeedsReminded,
  NewSupportPolicy,
  PlanNeeds,
  PlanNeedsQuery,
  StateNeeds,
  SupportPolicies,
  SupportPolicy,
  SupportPolicyChange,
} from '@hopluc/shared/plan-needs'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import './exports.ts'
import * as policies from './policies.ts'
import * as needs from './service.ts'

const Params = z.object({ id: Id })

export const planNeedRoutes: FastifyPluginAsyncZod = async (app) => {
  const answer = { params: Params, response: { 200: PlanNeeds } }

  app.get(
    '/plans/:id/needs',
    { schema: { ...answer, querystring: PlanNeedsQuery } },
    (request, reply) => {
      const { context, params, query } = request
      return query.format === 'xlsx'
        ? answerSheet(request, reply, 'plan-needs', `plan=${params.id}`)
        : needs.get(context, params.id, query)
    },
  )

  app.post(
    '/plans/:id/needs',
    { schema: { ...answer, body: StateNeeds } },
    ({ context, params, body }) => needs.state(context, params.id, body),
  )

  app.post(
    '/plans/:id/reminders',
    { schema: { params: Params, response: { 200: NeedsReminded } } },
    ({ context, params }) => needs.remind(context, params.id),
  )

  app.put(
    '/plans/:id/policies',
    { schema: { ...answer, body: ChoosePolicies } },
    ({ context, params, body }) => needs.choose(context, params.id, body),
  )

  app.put(
    '/plans/:id/funds',
    { schema: { ...answer, body: AllotFunds } },
    ({ context, params, body }) => needs.allot(context, params.id, body),
  )

  app.get('/support-policies', { schema: { response: { 200: SupportPolicies } } }, ({ context }) =>
    policies.list(context),
  )

  app.post(
    '/support-policies',
    { schema: { body: NewSupportPolicy, response: { 201: SupportPolicy } } },
    async ({ context, body }, reply) => reply.code(201).send(await policies.add(context, body)),
  )

  app.patch(
    '/support-policies/:id',
    { schema: { params: Params, body: SupportPolicyChange, response: { 200: SupportPolicy } } },
    ({ context, params, body }) => policies.change(context, params.id, body),
  )
}
