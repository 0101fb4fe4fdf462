import {
  DunningCommand,
  DunningDone,
  DunningLetter,
  DunningLetterCommand,
  DunningProposals,
  DunningTextCommand,
  DunningTexts,
} from '@hopluc/shared/dunning'
import { AsOf } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as dunning from './service.ts'

export const dunningRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/dunning',
    { schema: { querystring: AsOf, response: { 200: DunningProposals } } },
    (request) => dunning.proposals(request.context, request.query.asOf),
  )

  app.post(
    '/dunning/texts',
    { schema: { body: DunningTextCommand, response: { 200: DunningTexts } } },
    (request) => dunning.texts(request.context, request.body.taskIds),
  )

  app.post(
    '/dunning',
    { schema: { body: DunningCommand, response: { 200: DunningDone } } },
    (request) => dunning.climb(request.context, request.body),
  )

  app.post(
    '/dunning/letters',
    { schema: { body: DunningLetterCommand, response: { 200: DunningLetter } } },
    (request) => dunning.letter(request.context, request.body),
  )
}
