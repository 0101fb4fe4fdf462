import {
  AllianceDueChange,
  AllianceDueOpening,
  AllianceDuePage,
  AllianceDueQuery,
} from '@hopluc/shared/alliance-dues'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import './exports.ts'
import * as dues from './service.ts'

const Params = z.object({ id: Id })

export const allianceDueRoutes: FastifyPluginAsyncZod = async (app) => {
  const page = { params: Params, response: { 200: AllianceDuePage } }

  app.get(
    '/alliances/:id/dues',
    { schema: { ...page, querystring: AllianceDueQuery } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'alliance-dues', `alliance=${request.params.id}`)
        : dues.list(request.context, request.params.id, request.query),
  )

  app.post(
    '/alliances/:id/dues',
    { schema: { ...page, body: AllianceDueOpening } },
    ({ context, params, body }) => dues.open(context, params.id, body),
  )

  app.put(
    '/alliance-dues/:id',
    { schema: { ...page, body: AllianceDueChange } },
    ({ context, params, body }) => dues.keep(context, params.id, body),
  )
}
