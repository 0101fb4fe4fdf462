import {
  Assessment,
  AssessmentComparison,
  AssessmentDeed,
  AssessmentPage,
  AssessmentQuery,
  AssessmentRound,
  AssessmentRoundList,
  NewAssessmentRound,
  Rescore,
  RoundCommand,
} from '@hopluc/shared/assessments'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import { compare, rescore } from './compare.ts'
import './exports.ts'
import * as rounds from './rounds.ts'
import * as assessments from './service.ts'

const Params = z.object({ id: Id })

export const assessmentRoutes: FastifyPluginAsyncZod = async (app) => {
  const round = { params: Params, response: { 200: AssessmentRound } }
  const one = { params: Params, response: { 200: Assessment } }

  app.get('/assessment-rounds', { schema: { response: { 200: AssessmentRoundList } } }, (request) =>
    rounds.list(request.context),
  )

  app.post(
    '/assessment-rounds',
    { schema: { body: NewAssessmentRound, response: { 201: AssessmentRound } } },
    async ({ context, body }, reply) => reply.code(201).send(await rounds.open(context, body)),
  )

  app.get('/assessment-rounds/:id', { schema: round }, ({ context, params }) =>
    rounds.get(context, params.id),
  )

  app.post(
    '/assessment-rounds/:id/publish',
    { schema: { ...round, body: RoundCommand } },
    ({ context, params, body }) => rounds.publish(context, params.id, body.version),
  )

  app.post(
    '/assessment-rounds/:id/rescore',
    { schema: { ...round, body: Rescore } },
    ({ context, params, body }) => rescore(context, params.id, body),
  )

  app.get(
    '/assessment-rounds/:id/compare',
    {
      schema: {
        params: Params,
        querystring: z.object({ set: Id }),
        response: { 200: AssessmentComparison },
      },
    },
    ({ context, params, query }) => compare(context, params.id, query.set),
  )

  app.get(
    '/assessments',
    { schema: { querystring: AssessmentQuery, response: { 200: AssessmentPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'assessments')
        : assessments.list(request.context, request.query),
  )

  app.get('/assessments/:id', { schema: one }, ({ context, params }) =>
    assessments.get(context, params.id),
  )

  app.post(
    '/assessments/:id/deeds',
    { schema: { ...one, body: AssessmentDeed } },
    ({ context, params, body }) => assessments.act(context, params.id, body),
  )
}
