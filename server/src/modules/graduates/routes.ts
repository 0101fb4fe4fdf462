import {
  GraduateDeed,
  GraduatePage,
  GraduateQuery,
  GraduateWhole,
  NewGraduate,
  WageFloor,
} from '@hopluc/shared/graduates'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import './exports.ts'
import { keepFloor, takeOutFloor } from './floors.ts'
import * as graduates from './service.ts'

const Params = z.object({ id: Id })
const Floors = GraduatePage.shape.floors

export const graduateRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: GraduateWhole } }

  app.get(
    '/graduates',
    { schema: { querystring: GraduateQuery, response: { 200: GraduatePage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'graduates')
        : graduates.list(request.context, request.query),
  )

  app.post(
    '/graduates',
    { schema: { body: NewGraduate, response: { 201: GraduateWhole } } },
    async ({ context, body }, reply) => reply.code(201).send(await graduates.start(context, body)),
  )

  app.get('/graduates/:id', { schema: one }, ({ context, params }) =>
    graduates.get(context, params.id),
  )

  app.post(
    '/graduates/:id/deeds',
    { schema: { ...one, body: GraduateDeed } },
    ({ context, params, body }) => graduates.act(context, params.id, body),
  )

  app.post(
    '/wage-floors',
    { schema: { body: WageFloor, response: { 201: Floors } } },
    async ({ context, body }, reply) => reply.code(201).send(await keepFloor(context, body)),
  )

  app.delete(
    '/wage-floors/:id',
    { schema: { params: Params, response: { 200: Floors } } },
    ({ context, params }) => takeOutFloor(context, params.id),
  )
}
