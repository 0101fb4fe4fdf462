import {
  Difficulty,
  DifficultyBoard,
  DifficultyChoices,
  DifficultyDeed,
  DifficultyLevel,
  DifficultyPage,
  DifficultyQuery,
  DifficultyRuleChange,
  DifficultySettings,
  DifficultyTermChange,
  DifficultyTopicChange,
  NewDifficulty,
} from '@hopluc/shared/difficulties'
import { Id, Named } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import { board } from './board.ts'
import './exports.ts'
import * as difficulties from './service.ts'
import * as lists from './settings.ts'

const Params = z.object({ id: Id })

export const difficultyRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: Difficulty } }

  app.get(
    '/difficulties',
    { schema: { querystring: DifficultyQuery, response: { 200: DifficultyPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'difficulties')
        : difficulties.list(request.context, request.query),
  )

  app.post(
    '/difficulties',
    { schema: { body: NewDifficulty, response: { 201: Difficulty } } },
    async ({ context, body }, reply) =>
      reply.code(201).send(await difficulties.raise(context, body)),
  )

  app.get(
    '/difficulties/choices',
    { schema: { response: { 200: DifficultyChoices } } },
    (request) => difficulties.choices(request.context),
  )

  app.get(
    '/difficulties/board',
    {
      schema: {
        querystring: z.object({ unit: Id.optional() }),
        response: { 200: DifficultyBoard },
      },
    },
    ({ context, query }) => board(context, query.unit),
  )

  const settings = { 200: DifficultySettings }
  app.get('/difficulties/settings', { schema: { response: settings } }, ({ context }) =>
    lists.settings(context),
  )
  app.get(
    '/difficulties/settings/agencies',
    { schema: { querystring: z.object({ unit: Id }), response: { 200: z.array(Named) } } },
    ({ context, query }) => lists.agenciesFor(context, query.unit),
  )
  app.put(
    '/difficulties/topics/:id',
    { schema: { params: Params, body: DifficultyTopicChange, response: settings } },
    ({ context, params, body }) => lists.setTopic(context, params.id, body),
  )
  app.put(
    '/difficulties/terms/:level',
    {
      schema: {
        params: z.object({ level: DifficultyLevel }),
        body: DifficultyTermChange,
        response: settings,
      },
    },
    ({ context, params, body }) => lists.setTerm(context, params.level, body),
  )
  app.put(
    '/difficulties/rules',
    { schema: { body: DifficultyRuleChange, response: settings } },
    ({ context, body }) => lists.setRule(context, body),
  )

  app.get('/difficulties/:id', { schema: one }, ({ context, params }) =>
    difficulties.get(context, params.id),
  )

  app.post(
    '/difficulties/:id/deeds',
    { schema: { ...one, body: DifficultyDeed } },
    ({ context, params, body }) => difficulties.act(context, params.id, body),
  )
}
