import { NoticePage, NoticeQuery, NoticesSeen, UnseenNotices } from '@hopluc/shared/notices'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as notices from './service.ts'

export const noticeRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/notices',
    { schema: { querystring: NoticeQuery, response: { 200: NoticePage } } },
    (request) => notices.list(request.context, request.query),
  )

  app.post(
    '/notices/seen',
    { schema: { body: NoticesSeen, response: { 200: UnseenNotices } } },
    (request) => notices.markSeen(request.context, request.body.ids),
  )
}
