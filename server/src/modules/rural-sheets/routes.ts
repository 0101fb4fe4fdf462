import {
  RuralCriteria,
  RuralCriteriaEdit,
  RuralEntry,
  RuralPaperQuery,
  RuralSheet,
  RuralSheetQuery,
} from '@hopluc/shared/rural-sheets'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { asFile, EXCEL, sheetStream, WORD } from '../documents/index.ts'
import { makePaper, printedLines, titleOf } from './paper.ts'
import * as rural from './service.ts'

export const ruralRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/rural-sheets',
    { schema: { querystring: RuralSheetQuery, response: { 200: RuralSheet } } },
    ({ context, query }) => rural.sheet(context, query),
  )

  app.get(
    '/rural-sheets/paper',
    { schema: { querystring: RuralPaperQuery } },
    async ({ context, query }, reply) => {
      const sheet = await rural.sheet(context, query)
      const title = titleOf(sheet)
      if (query.as === 'docx')
        return asFile(reply, `${title}.docx`, WORD).send(await makePaper(sheet))
      return asFile(reply, `${title}.xlsx`, EXCEL).send(
        sheetStream({
          sheetName: 'Minh chứng',
          title,
          columns: COLUMNS,
          rows: printedLines(sheet),
        }),
      )
    },
  )

  app.put(
    '/rural-sheets',
    { schema: { body: RuralEntry, response: { 200: RuralSheet } } },
    ({ context, body }) => rural.enter(context, body),
  )

  app.get(
    '/rural-sheets/criteria',
    { schema: { response: { 200: RuralCriteria } } },
    ({ context }) => rural.criteria(context),
  )

  app.put(
    '/rural-sheets/criteria',
    { schema: { body: RuralCriteriaEdit, response: { 200: RuralCriteria } } },
    ({ context, body }) => rural.keepCriteria(context, body),
  )
}

const COLUMNS = [
  { header: 'TT', key: 'no', width: 6, kind: 'text' },
  { header: 'Nội dung', key: 'name', width: 50, kind: 'text' },
  { header: 'Mức yêu cầu', key: 'threshold', width: 30, kind: 'text' },
  { header: 'Minh chứng từ hệ thống', key: 'evidence', width: 50, kind: 'text' },
  { header: 'Kết quả', key: 'state', width: 16, kind: 'text' },
  { header: 'Ghi chú', key: 'note', width: 50, kind: 'text' },
] as const
