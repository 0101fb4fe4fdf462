import {
  CellPatch,
  ExcelResult,
  ExcelUpload,
  OwnAnswer,
  OwnReturns,
  OwnRow,
  PatchResult,
  ReturnDeed,
} from '@hopluc/shared/return-deeds'
import { Return } from '@hopluc/shared/returns'
import { MyReturns, MyReturnsQuery } from '@hopluc/shared/rounds'
import { Id } from '@hopluc/shared/values'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { asFile, EXCEL, sheetStream, WORD } from '../documents/index.ts'
import { act } from './deeds.ts'
import * as excel from './excel.ts'
import * as lists from './lists.ts'
import * as own from './own.ts'
import { patch } from './patch.ts'
import { get } from './present.ts'
import { print } from './print.ts'
import { noFile } from './refusals.ts'
import { takeSigned } from './signed.ts'

const Params = z.object({ id: Id })
const OwnParams = z.object({ id: Id, entityId: Id })

async function uploaded(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  const part = request.isMultipart() ? await request.file() : undefined
  if (!part) throw noFile()
  return { name: part.filename, bytes: await part.toBuffer() }
}

export const returnRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/returns',
    { schema: { querystring: MyReturnsQuery, response: { 200: MyReturns } } },
    ({ context, query }) => lists.listMine(context, query),
  )

  app.get(
    '/returns/:id',
    { schema: { params: Params, response: { 200: Return } } },
    ({ context, params }) => get(context, params.id),
  )

  app.patch(
    '/returns/:id/cells',
    { schema: { params: Params, body: CellPatch, response: { 200: PatchResult } } },
    ({ context, params, body }) => patch(context, params.id, body),
  )

  app.post(
    '/returns/:id/deeds',
    { schema: { params: Params, body: ReturnDeed, response: { 200: Return } } },
    ({ context, params, body }) => act(context, params.id, body),
  )

  app.get(
    '/returns/:id/print',
    { schema: { params: Params } },
    async ({ context, params }, reply) => {
      const { name, paper } = await print(context, params.id)
      return asFile(reply, `${name}.docx`, WORD).send(paper)
    },
  )

  app.get(
    '/returns/:id/excel',
    {
      schema: { params: Params, querystring: z.object({ section: z.string().max(40).optional() }) },
    },
    async ({ context, params, query }, reply) => {
      const { name, sheet } = await excel.template(context, params.id, query.section)
      return asFile(reply, `${name}.xlsx`, EXCEL).send(sheetStream(sheet))
    },
  )

  app.post(
    '/returns/:id/excel',
    {
      config: { costs: 'uploads' },
      schema: {
        params: Params,
        querystring: ExcelUpload,
        consumes: ['multipart/form-data'],
        response: { 200: ExcelResult },
      },
    },
    async (request) => {
      const { bytes } = await uploaded(request)
      return excel.take(request.context, request.params.id, bytes, request.query.isPreview)
    },
  )

  app.put(
    '/returns/:id/signed',
    {
      config: { costs: 'uploads' },
      schema: { params: Params, consumes: ['multipart/form-data'], response: { 200: Return } },
    },
    async (request) => takeSigned(request.context, request.params.id, await uploaded(request)),
  )

  app.get('/own-returns', { schema: { response: { 200: OwnReturns } } }, ({ context }) =>
    own.listOwn(context),
  )

  app.get(
    '/own-returns/:id/:entityId',
    { schema: { params: OwnParams, response: { 200: OwnRow } } },
    ({ context, params }) => own.getOwn(context, params.id, params.entityId),
  )

  app.put(
    '/own-returns/:id/:entityId',
    { schema: { params: OwnParams, body: OwnAnswer, response: { 200: OwnRow } } },
    ({ context, params, body }) => own.answerOwn(context, params.id, params.entityId, body),
  )
}
