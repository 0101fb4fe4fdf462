import {
  Entity,
  EntityChange,
  EntityEventEntry,
  EntityEventVoid,
  EntityHistory,
  NewEntity,
} from '@hopluc/shared/entities'
import {
  EntityCountQuery,
  EntityCounts,
  EntityPage,
  EntityPointQuery,
  EntityPoints,
  EntityQuery,
} from '@hopluc/shared/entity-lists'
import { AsOf, Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import { change } from './change.ts'
import { create } from './create.ts'
import { addEvent, voidEvent } from './events.ts'
import './exports.ts'
import * as registry from './service.ts'
import { settingRoutes } from './settings/index.ts'

const Params = z.object({ id: Id })

export const registryRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(settingRoutes)
  const one = { params: Params, response: { 200: Entity } }

  app.get(
    '/entities',
    { schema: { querystring: EntityQuery, response: { 200: EntityPage } } },
    async (request, reply) => {
      const { context, query } = request
      return query.format === 'json'
        ? registry.list(context, query)
        : answerSheet(request, reply, 'entities')
    },
  )

  app.get(
    '/entities/counts',
    { schema: { querystring: EntityCountQuery, response: { 200: EntityCounts } } },
    ({ context, query }) => registry.count(context, query),
  )

  app.get(
    '/entities/points',
    { schema: { querystring: EntityPointQuery, response: { 200: EntityPoints } } },
    ({ context, query }) => registry.points(context, query),
  )

  app.post(
    '/entities',
    { schema: { body: NewEntity, response: { 201: Entity } } },
    async (request, reply) => reply.code(201).send(await create(request.context, request.body)),
  )

  app.get('/entities/:id', { schema: { ...one, querystring: AsOf } }, (request) =>
    registry.get(request.context, request.params.id, request.query.asOf),
  )

  app.get(
    '/entities/:id/versions',
    { schema: { params: Params, response: { 200: EntityHistory } } },
    ({ context, params }) => registry.listVersions(context, params.id),
  )

  app.patch('/entities/:id', { schema: { ...one, body: EntityChange } }, (request) =>
    change(request.context, request.params.id, request.body),
  )

  app.post('/entities/:id/events', { schema: { ...one, body: EntityEventEntry } }, (request) =>
    addEvent(request.context, request.params.id, request.body),
  )

  app.post(
    '/entities/:id/events/:eventId/void',
    {
      schema: {
        params: Params.extend({ eventId: Id }),
        body: EntityEventVoid,
        response: { 200: Entity },
      },
    },
    ({ context, params, body }) => voidEvent(context, params.id, params.eventId, body),
  )
}
