import {
  CommitteeWork,
  DutyChange,
  DutyEnd,
  DutyMeeting,
  EntityOptions,
  EntitySearch,
  LeaderPage,
  LeaderQuery,
  NewDutyMeeting,
  NewLeader,
  Worklist,
} from '@hopluc/shared/committee-work'
import { AsOf, Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { addLeader, endLeader, leaders } from './leaders.ts'
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
    '/leaders',
    { schema: { querystring: LeaderQuery, response: { 200: LeaderPage } } },
    ({ context, query }) => leaders(context, query),
  )

  app.post(
    '/leaders',
    { schema: { body: NewLeader, response: { 201: LeaderPage } } },
    async ({ context, body }, reply) => reply.code(201).send(await addLeader(context, body)),
  )

  app.post(
    '/leaders/:id/end',
    { schema: { params: Params, body: DutyEnd, response: { 200: LeaderPage } } },
    ({ context, params, body }) => endLeader(context, params.id, body),
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
