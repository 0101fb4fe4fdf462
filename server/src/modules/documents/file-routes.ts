import { UploadedFile } from '@hopluc/shared/document-files'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { AppError } from '../../platform/errors.ts'
import { download } from '../../platform/files.ts'
import { upload } from './uploads.ts'

/** Files of whatever record: sent ahead of it, and fetched by whoever may see it. */
export const fileRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/files',
    {
      config: { costs: 'uploads' },
      schema: {
        consumes: ['multipart/form-data'],
        description:
          'One file, in the field "file" of a form; before it the field "statedOpen" with "true" for a scan or picture that is no state secret',
        response: { 201: UploadedFile },
      },
    },
    async (request, reply) => {
      const part = request.isMultipart() ? await request.file() : undefined
      if (!part) throw noFile()
      const { filename: name, file: source, fields } = part
      const isStatedOpen = isTrue(fields.statedOpen)
      return reply.code(201).send(await upload(request.context, { name, source, isStatedOpen }))
    },
  )

  app.get('/files/:id', { schema: { params: z.object({ id: Id }) } }, async (request, reply) => {
    const { headers, body } = await download(request.context, request.params.id)
    return reply.headers(headers).send(body)
  })
}

/** A field of the form that came before the file. */
function isTrue(field: unknown): boolean {
  return typeof field === 'object' && field !== null && 'value' in field && field.value === 'true'
}

function noFile() {
  return new AppError('rule', 'files.none', {
    vi: 'Chưa có tệp nào được gửi. Hãy chọn một tệp.',
    en: 'No file was sent. Choose one.',
  })
}
