import { FormQuery, OfficialForms } from '@hopluc/shared/entity-forms'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { asFile, EXCEL, sheetStream, WORD } from '../../documents/index.ts'
import { FORMS } from './mapping.ts'
import * as forms from './service.ts'
import { makeSheet } from './sheet.ts'

const Params = z.object({ id: Id })

export const formRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/entities/forms', { schema: { response: { 200: OfficialForms } } }, () => ({
    items: [...FORMS],
  }))

  app.get(
    '/entities/forms/summary',
    { schema: { querystring: FormQuery } },
    async ({ context, query }, reply) => {
      const { name, table, paper } = await forms.summary(context, query)
      if (query.format === 'xlsx')
        return asFile(reply, `${name}.xlsx`, EXCEL).send(sheetStream(table))
      return asFile(reply, `${name}.docx`, WORD).send(await paper())
    },
  )

  app.get(
    '/entities/:id/form',
    { schema: { params: Params, querystring: FormQuery } },
    async ({ context, params, query }, reply) => {
      const { name, table, paper } = await forms.ofEntity(context, params.id, query)
      if (query.format === 'xlsx')
        return asFile(reply, `${name}.xlsx`, EXCEL).send(sheetStream(table))
      return asFile(reply, `${name}.docx`, WORD).send(await paper())
    },
  )

  app.get(
    '/entities/:id/sheet',
    { schema: { params: Params } },
    async ({ context, params }, reply) => {
      const { name, paper } = await makeSheet(context, params.id)
      return asFile(reply, `${name}.docx`, WORD).send(paper)
    },
  )
}
