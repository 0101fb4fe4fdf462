import {
  Allotments,
  AskExplanation,
  FixWhole,
  LinkTask,
  NewPlan,
  NewTarget,
  Plan,
  PlanChange,
  PlanDeed,
  PlanPage,
  PlanQuery,
  Registration,
  Target,
  TargetChange,
  TargetProposals,
  TargetSummary,
} from '@hopluc/shared/plans'
import { AsOf, Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import './exports.ts'
import { propose } from './proposals.ts'
import * as plans from './service.ts'
import * as targets from './targets.ts'

const Params = z.object({ id: Id })
const Version = z.object({ version: z.coerce.number().int() })
const Gone = z.object({ gone: z.literal(true) })
const GONE = { gone: true } as const

export const planRoutes: FastifyPluginAsyncZod = async (app) => {
  const plan = { params: Params, response: { 200: Plan } }
  const target = { params: Params, response: { 200: Target } }

  app.get(
    '/plans',
    { schema: { querystring: PlanQuery, response: { 200: PlanPage } } },
    ({ context, query }) => plans.list(context, query),
  )

  app.post(
    '/plans',
    { schema: { body: NewPlan, response: { 201: Plan } } },
    async ({ context, body }, reply) => reply.code(201).send(await plans.make(context, body)),
  )

  app.get(
    '/plans/:id',
    {
      schema: {
        ...plan,
        querystring: AsOf.extend({ format: z.enum(['json', 'xlsx']).optional() }),
      },
    },
    (request, reply) => {
      const { context, params, query } = request
      return query.format === 'xlsx'
        ? answerSheet(request, reply, 'targets', `plan=${params.id}`)
        : plans.get(context, params.id, query.asOf)
    },
  )

  app.get(
    '/plans/:id/proposals',
    { schema: { params: Params, response: { 200: TargetProposals } } },
    ({ context, params }) => propose(context, params.id),
  )

  app.patch('/plans/:id', { schema: { ...plan, body: PlanChange } }, ({ context, params, body }) =>
    plans.change(context, params.id, body),
  )

  app.post(
    '/plans/:id/deeds',
    { schema: { ...plan, body: PlanDeed } },
    ({ context, params, body }) => plans.act(context, params.id, body),
  )

  app.delete(
    '/plans/:id',
    { schema: { params: Params, querystring: Version, response: { 200: Gone } } },
    async ({ context, params, query }) => {
      await plans.drop(context, params.id, query.version)
      return GONE
    },
  )

  app.post(
    '/plans/:id/targets',
    { schema: { params: Params, body: NewTarget, response: { 201: Target } } },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await targets.add(context, params.id, body)),
  )

  app.get(
    '/targets/summary',
    { schema: { querystring: AsOf, response: { 200: TargetSummary } } },
    ({ context, query }) => plans.summary(context, query.asOf),
  )

  app.get(
    '/targets/:id',
    { schema: { ...target, querystring: AsOf } },
    ({ context, params, query }) => targets.get(context, params.id, query.asOf),
  )

  app.patch(
    '/targets/:id',
    { schema: { ...target, body: TargetChange } },
    ({ context, params, body }) => targets.change(context, params.id, body),
  )

  app.delete(
    '/targets/:id',
    { schema: { params: Params, querystring: Version, response: { 200: Gone } } },
    async ({ context, params, query }) => {
      await targets.remove(context, params.id, query.version)
      return GONE
    },
  )

  app.put(
    '/targets/:id/allotments',
    { schema: { ...target, body: Allotments } },
    ({ context, params, body }) => targets.allot(context, params.id, body),
  )

  app.post(
    '/targets/:id/registrations',
    { schema: { ...target, body: Registration } },
    ({ context, params, body }) => targets.register(context, params.id, body),
  )

  app.post(
    '/targets/:id/whole',
    { schema: { ...target, body: FixWhole } },
    ({ context, params, body }) => targets.fixWhole(context, params.id, body),
  )

  app.post(
    '/targets/:id/explanations',
    { schema: { ...target, body: AskExplanation } },
    ({ context, params, body }) => targets.askExplanation(context, params.id, body),
  )

  app.post(
    '/targets/:id/tasks',
    { schema: { ...target, body: LinkTask } },
    ({ context, params, body }) => targets.linkTask(context, params.id, body.taskId),
  )
}
