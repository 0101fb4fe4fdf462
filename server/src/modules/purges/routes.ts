import {
  NewPurge,
  NewRetentionRule,
  Purge,
  PurgeConfirmation,
  PurgePage,
  RetentionRules,
} from '@hopluc/shared/purges'
import { Cursor, Id, Limit, PlainDate } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Context } from '../../platform/context.ts'
import { systemContext } from '../../platform/jobs-run.ts'
import { asFile, WORD } from '../documents/index.ts'
import * as acts from './acts.ts'

const Params = z.object({ id: Id })

export const purgeRoutes: FastifyPluginAsyncZod = async (app) => {
  /** Looking through all records is the system's: it answers numbers and days, no words. */
  const systemOf = ({ now }: Context) => {
    const { jobsDb } = app.services
    if (!jobsDb) throw new Error('this server has no connection of the jobs')
    return systemContext({ jobsDb, now: () => now })
  }

  app.get(
    '/purges',
    {
      schema: {
        querystring: z.object({ limit: Limit, cursor: Cursor.optional() }),
        response: { 200: PurgePage },
      },
    },
    ({ context, query }) => acts.list(context, query.limit, query.cursor),
  )

  app.post(
    '/purges',
    { schema: { body: NewPurge, response: { 201: Purge } } },
    async ({ context, body }, reply) =>
      reply.code(201).send(await acts.draw(context, systemOf(context), body)),
  )

  app.get('/purges/:id', { schema: { params: Params, response: { 200: Purge } } }, (request) =>
    acts.get(request.context, request.params.id),
  )

  app.post(
    '/purges/:id/drop',
    {
      schema: {
        params: Params,
        body: z.object({ version: z.int() }),
        response: { 200: z.object({ ok: z.boolean() }) },
      },
    },
    async ({ context, params, body }) => {
      await acts.drop(context, params.id, body.version)
      return { ok: true }
    },
  )

  app.post(
    '/purges/:id/confirm',
    { schema: { params: Params, body: PurgeConfirmation, response: { 200: Purge } } },
    ({ context, params, body }) => acts.confirm(context, app.services.jobs, params.id, body),
  )

  app.get(
    '/purges/:id/minutes',
    { schema: { params: Params, response: { 200: z.instanceof(Buffer) } } },
    async ({ context, params }, reply) => {
      const paper = await acts.minutes(context, params.id)
      return asFile(reply, 'Biên bản tiêu hủy tài liệu.docx', WORD).send(paper)
    },
  )

  app.get('/retention-rules', { schema: { response: { 200: RetentionRules } } }, ({ context }) =>
    acts.listRules(context),
  )

  app.post(
    '/retention-rules',
    { schema: { body: NewRetentionRule, response: { 201: RetentionRules } } },
    async ({ context, body }, reply) => reply.code(201).send(await acts.addRule(context, body)),
  )

  app.post(
    '/retention-rules/:id/end',
    {
      schema: {
        params: Params,
        body: z.object({ untilOn: PlainDate }),
        response: { 200: RetentionRules },
      },
    },
    ({ context, params, body }) => acts.endRule(context, params.id, body.untilOn),
  )
}
