import {
  LevelPage,
  LevelQuery,
  Reminded,
  Reminding,
  RequirementChange,
} from '@hopluc/shared/committee-levels'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { asFile, WORD } from '../../documents/index.ts'
import { answerSheet } from '../../exports/index.ts'
import './exports.ts'
import * as levels from './service.ts'

const Params = z.object({ id: Id })
const Units = z.object({
  units: z.string().transform((text, context) => {
    const { data } = z.array(Id).min(1).max(500).safeParse(text.split(','))
    if (!data) context.addIssue('no unit')
    return data ?? z.NEVER
  }),
})

export const levelRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/committees/levels',
    { schema: { querystring: LevelQuery, response: { 200: LevelPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'committee-levels')
        : levels.list(request.context, request.query),
  )

  app.put(
    '/committees/:id/requirement',
    { schema: { params: Params, body: RequirementChange, response: { 200: LevelPage } } },
    ({ context, params, body }) => levels.require(context, params.id, body),
  )

  app.post(
    '/committees/:id/reminders',
    { schema: { params: Params, body: Reminding, response: { 200: Reminded } } },
    ({ context, params, body }) => levels.remind(context, params.id, body),
  )

  app.get(
    '/committees/:id/reminders/letter',
    { schema: { params: Params, querystring: Units } },
    async ({ context, params, query }, reply) => {
      const { name, bytes } = await levels.letter(context, params.id, query.units)
      return asFile(reply, name, WORD).send(bytes)
    },
  )
}
