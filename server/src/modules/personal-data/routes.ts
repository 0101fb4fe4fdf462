import {
  AccountContact,
  ContactChange,
  DataCopy,
  DataDeadlineChange,
  DataDeadlines,
  DataFoundList,
  DataRequest,
  DataRequestCommand,
  DataRequestPage,
  DataRequestQuery,
  FieldBasis,
  NewDataRequest,
  PersonalFields,
  Reveal,
  Revealed,
} from '@hopluc/shared/personal-data'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { asFile, EXCEL, sheetStream } from '../documents/index.ts'
import { changeContact, getContact } from './contacts.ts'
import * as copies from './copies.ts'
import { listDeadlines, setDeadline } from './deadlines.ts'
import * as requests from './requests.ts'
import * as personal from './service.ts'

const Params = z.object({ id: Id })

export const personalDataRoutes: FastifyPluginAsyncZod = async (app) => {
  const { jobs } = app.services

  app.get(
    '/personal-data/fields',
    { schema: { response: { 200: PersonalFields } } },
    ({ context }) => personal.listFields(context),
  )

  app.post(
    '/personal-data/fields/basis',
    { schema: { body: FieldBasis, response: { 200: PersonalFields } } },
    ({ context, body }) => personal.setBasis(context, body),
  )

  app.post(
    '/personal-data/reveal',
    { schema: { body: Reveal, response: { 200: Revealed } } },
    async (request) => {
      const revealed = await personal.reveal(request.context, request.body)
      request.idempotency = undefined // the value is kept nowhere else
      return revealed
    },
  )

  app.get(
    '/accounts/:id/contact',
    { schema: { params: Params, response: { 200: AccountContact } } },
    ({ context, params }) => getContact(context, params.id),
  )

  app.put(
    '/accounts/:id/contact',
    { schema: { params: Params, body: ContactChange, response: { 200: AccountContact } } },
    ({ context, params, body }) => changeContact(context, params.id, body),
  )

  app.get(
    '/personal-data/deadlines',
    { schema: { response: { 200: DataDeadlines } } },
    ({ context }) => listDeadlines(context),
  )

  app.post(
    '/personal-data/deadlines',
    { schema: { body: DataDeadlineChange, response: { 200: DataDeadlines } } },
    ({ context, body }) => setDeadline(context, body),
  )

  app.get(
    '/personal-data/requests',
    { schema: { querystring: DataRequestQuery, response: { 200: DataRequestPage } } },
    ({ context, query }) => requests.list(context, query),
  )

  app.get(
    '/personal-data/requests/:id',
    { schema: { params: Params, response: { 200: DataRequest } } },
    ({ context, params }) => requests.get(context, params.id),
  )

  app.post(
    '/personal-data/requests',
    { schema: { body: NewDataRequest, response: { 201: DataRequest } } },
    async ({ context, body }, reply) =>
      reply.code(201).send(await requests.register(context, jobs, body)),
  )

  app.post(
    '/personal-data/requests/:id/steps',
    { schema: { params: Params, body: DataRequestCommand, response: { 200: DataRequest } } },
    ({ context, params, body }) => requests.act(context, params.id, body),
  )

  app.post(
    '/personal-data/requests/:id/search',
    { schema: { params: Params, response: { 200: DataFoundList } } },
    async (request) => {
      const found = await copies.search(request.context, request.params.id)
      request.idempotency = undefined
      return found
    },
  )

  app.post(
    '/personal-data/requests/:id/copy',
    { schema: { params: Params, body: DataCopy } },
    async ({ context, params, body }, reply) => {
      const { name, sheet } = await copies.copy(context, params.id, body.with)
      return asFile(reply, name, EXCEL).send(sheetStream(sheet))
    },
  )
}
