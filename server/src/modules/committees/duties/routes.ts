import {
  CommitteeWork,
  DutyChange,
  DutyMeeting,
  EntityOptions,
  EntitySearch,
  NewDutyMeeting,
  Worklist,
} from '@hopluc/shared/committee-work'
import { AsOf, Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import * as duties from './service.ts'

const Params = z.object({ id: Id })
const SeatParams = z.object({ id: Id, seatId: Id })

export const dutyRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/committees/:id/work',
    { schema: { params: Params, querystring: AsOf, response: { 200: CommitteeWork } } },
    ({ context, params, query }) => duties.work(context, params.id, query.asOf),
  )

  app.put(
    '/committees/:id/seats/:seatId/duties',
    { schema: { params: SeatParams, body: DutyChange, response: { 200: CommitteeWork } } },
    ({ context, params, body }) => duties.assign(context, params.id, params.seatId, body),
  )

  app.get(
    '/committees/:id/seats/:seatId/worklist',
    { schema: { params: SeatParams, querystring: AsOf, response: { 200: Worklist } } },
    ({ context, params, query }) => duties.worklist(context, params.id, params.seatId, query.asOf),
  )

  app.get(
    '/duties/entities',
    { schema: { querystring: EntitySearch, response: { 200: EntityOptions } } },
    ({ context, query }) => duties.entities(context, query.q),
  )

  app.post(
    '/duties/:id/meetings',
    { schema: { params: Params, body: NewDutyMeeting, response: { 201: DutyMeeting } } },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await duties.meet(context, params.id, body)),
  )
}
