import { WordList, WordListChange } from '@hopluc/shared/reading-words'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as words from './service.ts'

export const wordRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/reading-words', { schema: { response: { 200: WordList } } }, (request) =>
    words.get(request.context),
  )

  app.put(
    '/reading-words',
    { schema: { body: WordListChange, response: { 200: WordList } } },
    (request) => words.change(request.context, request.body),
  )
}
