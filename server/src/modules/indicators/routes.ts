import {
  FormulaAnswer,
  FormulaTry,
  Indicator,
  IndicatorChange,
  IndicatorList,
  NewIndicator,
} from '@hopluc/shared/indicators'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import * as indicators from './service.ts'

export const indicatorRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/indicators', { schema: { response: { 200: IndicatorList } } }, ({ context }) =>
    indicators.list(context),
  )

  app.post(
    '/indicators',
    { schema: { body: NewIndicator, response: { 201: Indicator } } },
    async ({ context, body }, reply) => reply.code(201).send(await indicators.enter(context, body)),
  )

  app.patch(
    '/indicators/:id',
    {
      schema: { params: z.object({ id: Id }), body: IndicatorChange, response: { 200: Indicator } },
    },
    ({ context, params, body }) => indicators.change(context, params.id, body),
  )

  app.post(
    '/indicators/formula',
    { schema: { body: FormulaTry, response: { 200: FormulaAnswer } } },
    ({ context, body }) => indicators.tryFormula(context, body),
  )
}
