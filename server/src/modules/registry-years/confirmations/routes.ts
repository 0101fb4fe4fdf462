import {
  Confirm,
  ConfirmationPage,
  ConfirmationProgress,
  ConfirmationQuery,
  ConfirmResult,
  EntityConfirmation,
  MarkNational,
  RemindMissing,
  RemindResult,
  TakeBackConfirmation,
  Year,
} from '@hopluc/shared/entity-years'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../../exports/index.ts'
import * as confirmations from './service.ts'

const OfYear = z.object({ year: Year.optional() })

export const confirmationRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/entities/confirmations',
    { schema: { querystring: ConfirmationQuery, response: { 200: ConfirmationPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'entity-confirmations')
        : confirmations.list(request.context, request.query),
  )

  app.get(
    '/entities/confirmations/progress',
    { schema: { querystring: OfYear, response: { 200: ConfirmationProgress } } },
    ({ context, query }) => confirmations.progress(context, query.year),
  )

  app.post(
    '/entities/confirmations',
    { schema: { body: Confirm, response: { 200: ConfirmResult } } },
    ({ context, body }) => confirmations.confirm(context, body),
  )

  app.post(
    '/entities/confirmations/taken-back',
    { schema: { body: TakeBackConfirmation, response: { 200: ConfirmResult } } },
    ({ context, body }) => confirmations.takeBack(context, body),
  )

  app.post(
    '/entities/confirmations/national',
    { schema: { body: MarkNational, response: { 200: ConfirmResult } } },
    ({ context, body }) => confirmations.markNational(context, body),
  )

  app.post(
    '/entities/confirmations/reminders',
    { schema: { body: RemindMissing, response: { 200: RemindResult } } },
    ({ context, body }) => confirmations.remind(context, body),
  )

  app.get(
    '/entities/:id/confirmation',
    {
      schema: {
        params: z.object({ id: Id }),
        querystring: OfYear,
        response: { 200: EntityConfirmation },
      },
    },
    ({ context, params, query }) => confirmations.getOf(context, params.id, query.year),
  )
}
