import {
  DocumentOptions,
  DocumentPage,
  DocumentQuery,
  DocumentRecord,
} from '@hopluc/shared/documents'
import {
  DocumentChange,
  DocumentFileChange,
  DocumentFileRemoval,
  DocumentLink,
  DocumentReaders,
  DocumentRegistration,
  DocumentStep,
  DocumentUnlink,
  Recognised,
  Recognition,
} from '@hopluc/shared/document-commands'
import { Book, BookQuery } from '@hopluc/shared/document-books'
import { AsOf, Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import { readBook } from './books.ts'
import { printBook } from './prints.ts'
import { asFile, WORD } from './downloads.ts'
import './book-exports.ts'
import './exports.ts'
import * as documents from './service.ts'

const Params = z.object({ id: Id })
/** A text of two million letters, in bytes. */
const TEXT_LIMIT = 8 * 1024 * 1024

export const documentRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: DocumentRecord } }

  app.get(
    '/documents',
    { schema: { querystring: DocumentQuery, response: { 200: DocumentPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'documents')
        : documents.list(request.context, request.query),
  )

  app.get('/documents/options', { schema: { response: { 200: DocumentOptions } } }, (request) =>
    documents.options(request.context),
  )

  app.get(
    '/documents/books',
    { schema: { querystring: BookQuery, response: { 200: Book } } },
    async (request, reply) => {
      const { context, query } = request
      if (query.format === 'xlsx')
        return answerSheet(request, reply, `documents.book.${query.direction}`)
      const book = await readBook(context, query)
      if (query.format === 'json') return book
      const name = `Sổ văn bản ${query.direction === 'outgoing' ? 'đi' : 'đến'} ${query.year}`
      return asFile(reply, `${name}.docx`, WORD).send(await printBook(context, query, book))
    },
  )

  app.post(
    '/documents/recognitions',
    { schema: { body: Recognition, response: { 200: Recognised } }, bodyLimit: TEXT_LIMIT },
    async (request) => ({ items: await documents.recognise(request.context, request.body) }),
  )

  app.post(
    '/documents',
    {
      schema: { body: DocumentRegistration, response: { 201: DocumentRecord } },
      bodyLimit: TEXT_LIMIT,
    },
    async (request, reply) =>
      reply.code(201).send(await documents.register(request.context, request.body)),
  )

  app.get('/documents/:id', { schema: { ...one, querystring: AsOf } }, (request) =>
    documents.get(request.context, request.params.id, request.query.asOf),
  )

  app.patch(
    '/documents/:id',
    { schema: { ...one, body: DocumentChange }, bodyLimit: TEXT_LIMIT },
    (request) => documents.change(request.context, request.params.id, request.body),
  )

  app.post('/documents/:id/steps', { schema: { ...one, body: DocumentStep } }, (request) =>
    documents.step(request.context, request.params.id, request.body),
  )

  app.put('/documents/:id/readers', { schema: { ...one, body: DocumentReaders } }, (request) =>
    documents.setReaders(request.context, request.params.id, request.body),
  )

  app.post('/documents/:id/links', { schema: { ...one, body: DocumentLink } }, (request) =>
    documents.link(request.context, request.params.id, request.body),
  )

  app.post('/documents/:id/unlinks', { schema: { ...one, body: DocumentUnlink } }, (request) =>
    documents.unlink(request.context, request.params.id, request.body),
  )

  app.post('/documents/:id/files', { schema: { ...one, body: DocumentFileChange } }, (request) =>
    documents.attach(request.context, request.params.id, request.body),
  )

  app.post(
    '/documents/:id/file-removals',
    { schema: { ...one, body: DocumentFileRemoval } },
    (request) => documents.detach(request.context, request.params.id, request.body),
  )
}
