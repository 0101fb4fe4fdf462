import { ExportJob } from '@hopluc/shared/exports'
import { Id } from '@hopluc/shared/values'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import * as exports from './service.ts'

export const exportRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/jobs/:id',
    { schema: { params: z.object({ id: Id }), response: { 200: ExportJob } } },
    ({ context, params }) => exports.getJob(context, params.id),
  )
}

/**
 * What every list answers to `?format=xlsx`, some to `csv`: its rows as a stream, or 202 with the job's address.
 * @param more filters that the address implies: "mine=true"
 */
export async function answerSheet(
  request: FastifyRequest,
  reply: FastifyReply,
  list: string,
  more = '',
) {
  const search = `${request.url.split('?')[1] ?? ''}&${more}`
  const { jobs } = request.server.services
  const answer = await exports.exportList(request.context, jobs, list, search)
  if ('job' in answer)
    return reply
      .code(202)
      .header('location', `/api/jobs/${answer.job.id}`)
      .serializer(JSON.stringify)
      .type('application/json')
      .send(answer.job)
  const name = encodeURIComponent(answer.fileName)
  return reply
    .type(answer.type)
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .send(answer.stream)
}
