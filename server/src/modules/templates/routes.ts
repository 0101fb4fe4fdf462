import {
  Numbering,
  NumberingChange,
  PaperTemplate,
  TemplateChange,
  TemplateParams,
  TemplatePreview,
  TemplateReset,
} from '@hopluc/shared/templates'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { asFile, WORD } from '../documents/index.ts'
import * as templates from './service.ts'

export const templateRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: TemplateParams, response: { 200: PaperTemplate } }

  app.get('/templates/:agencyId', { schema: one }, (request) =>
    templates.get(request.context, request.params.agencyId),
  )

  app.put('/templates/:agencyId', { schema: { ...one, body: TemplateChange } }, (request) =>
    templates.change(request.context, request.params.agencyId, request.body),
  )

  app.post('/templates/:agencyId/reset', { schema: { ...one, body: TemplateReset } }, (request) =>
    templates.reset(request.context, request.params.agencyId, request.body.version),
  )

  app.post(
    '/templates/:agencyId/preview',
    { schema: { params: TemplateParams, body: TemplatePreview } },
    async ({ context, params, body }, reply) => {
      const { name, bytes } = await templates.preview(context, params.agencyId, body)
      return asFile(reply, name, WORD).send(bytes)
    },
  )

  app.get('/numbering', { schema: { response: { 200: Numbering } } }, (request) =>
    templates.numbering(request.context),
  )

  app.put(
    '/numbering',
    { schema: { body: NumberingChange, response: { 200: Numbering } } },
    (request) => templates.changeNumbering(request.context, request.body),
  )
}
