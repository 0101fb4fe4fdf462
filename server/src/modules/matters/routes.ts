import { MatterJob, MatterRequest } from '@hopluc/shared/matters'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import * as matters from './service.ts'

export const matterRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/matters',
    { config: { costs: 'exports' }, schema: { body: MatterRequest, response: { 202: MatterJob } } },
    async ({ context, body }, reply) => {
      const job = await matters.ask(context, app.services.jobs, body)
      return reply.code(202).header('location', `/api/matters/${job.id}`).send(job)
    },
  )

  app.get(
    '/matters/:id',
    { schema: { params: z.object({ id: Id }), response: { 200: MatterJob } } },
    ({ context, params }) => matters.getJob(context, params.id),
  )
}
