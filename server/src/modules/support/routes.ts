import {
  NewSupportApplication,
  NewSupportCall,
  NewSupportOpinion,
  NewSupportProgramme,
  SupportApplication,
  SupportDeed,
  SupportPage,
  SupportProgramme,
  SupportProgrammeEdit,
  SupportProgrammes,
  SupportQuery,
} from '@hopluc/shared/support'
import { SupportRanking, SupportOfEntity } from '@hopluc/shared/support-views'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { asFile, WORD } from '../documents/index.ts'
import { answerSheet } from '../exports/index.ts'
import { ofEntity } from './eligibility.ts'
import './exports.ts'
import { decisionPaper } from './paper.ts'
import { addProgramme, editProgramme, openCall, programmes } from './programmes.ts'
import { ranking } from './ranking.ts'
import * as support from './service.ts'

const Params = z.object({ id: Id })

export const supportRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: SupportApplication } }
  const made = { 201: SupportProgramme }

  app.get('/support-programmes', { schema: { response: { 200: SupportProgrammes } } }, (request) =>
    programmes(request.context),
  )

  app.post(
    '/support-programmes',
    { schema: { body: NewSupportProgramme, response: made } },
    async ({ context, body }, reply) => reply.code(201).send(await addProgramme(context, body)),
  )

  app.put(
    '/support-programmes/:id',
    { schema: { params: Params, body: SupportProgrammeEdit, response: { 200: SupportProgramme } } },
    ({ context, params, body }) => editProgramme(context, params.id, body),
  )

  app.post(
    '/support-calls',
    { schema: { body: NewSupportCall, response: made } },
    async ({ context, body }, reply) => reply.code(201).send(await openCall(context, body)),
  )

  app.get(
    '/support-calls/:id/ranking',
    { schema: { params: Params, response: { 200: SupportRanking } } },
    ({ context, params }) => ranking(context, params.id),
  )

  app.get('/support-entities/own', { schema: { response: { 200: SupportOfEntity } } }, (request) =>
    ofEntity(request.context),
  )

  app.get(
    '/support-entities/:id',
    { schema: { params: Params, response: { 200: SupportOfEntity } } },
    ({ context, params }) => ofEntity(context, params.id),
  )

  app.get(
    '/support-applications',
    { schema: { querystring: SupportQuery, response: { 200: SupportPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'supports')
        : support.list(request.context, request.query),
  )

  app.post(
    '/support-applications',
    { schema: { body: NewSupportApplication, response: { 201: SupportApplication } } },
    async ({ context, body }, reply) => reply.code(201).send(await support.apply(context, body)),
  )

  app.get('/support-applications/:id', { schema: one }, ({ context, params }) =>
    support.get(context, params.id),
  )

  app.get(
    '/support-applications/:id/decision',
    { schema: { params: Params } },
    async ({ context, params }, reply) => {
      const paper = await decisionPaper(context, params.id)
      return asFile(reply, 'Quyết định hỗ trợ.docx', WORD).send(paper)
    },
  )

  app.post(
    '/support-applications/:id/opinions',
    { schema: { ...one, body: NewSupportOpinion } },
    ({ context, params, body }) => support.appraise(context, params.id, body),
  )

  app.post(
    '/support-applications/:id/deeds',
    { schema: { ...one, body: SupportDeed } },
    ({ context, params, body }) => support.act(context, params.id, body),
  )
}
