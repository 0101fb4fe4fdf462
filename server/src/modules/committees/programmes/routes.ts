import {
  ItemCommand,
  NewProgramme,
  Programme,
  ProgrammeIssue,
  ProgrammeItems,
  ProgrammeOfYear,
  ProgrammeQuery,
} from '@hopluc/shared/programmes'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { asFile, WORD } from '../../documents/index.ts'
import { paper } from './paper.ts'
import * as programmes from './service.ts'

const Params = z.object({ id: Id })

export const programmeRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: Programme } }

  app.get(
    '/committees/:id/programme',
    { schema: { params: Params, querystring: ProgrammeQuery, response: { 200: ProgrammeOfYear } } },
    ({ context, params, query }) => programmes.ofYear(context, params.id, query),
  )

  app.post(
    '/committees/:id/programmes',
    { schema: { params: Params, body: NewProgramme, response: { 201: Programme } } },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await programmes.drawUp(context, params.id, body)),
  )

  app.put('/programmes/:id/items', { schema: { ...one, body: ProgrammeItems } }, (request) =>
    programmes.change(request.context, request.params.id, request.body),
  )

  app.post('/programmes/:id/issue', { schema: { ...one, body: ProgrammeIssue } }, (request) =>
    programmes.issue(request.context, request.params.id, request.body),
  )

  app.post(
    '/programmes/:id/items/:itemId/deeds',
    {
      schema: {
        params: Params.extend({ itemId: Id }),
        body: ItemCommand,
        response: { 200: Programme },
      },
    },
    ({ context, params, body }) => programmes.make(context, params.id, params.itemId, body),
  )

  app.get('/programmes/:id/paper', { schema: { params: Params } }, async (request, reply) => {
    const { name, bytes } = await paper(request.context, request.params.id)
    return asFile(reply, name, WORD).send(bytes)
  })
}
