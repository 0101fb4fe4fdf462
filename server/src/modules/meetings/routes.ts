import {
  AttendeesChange,
  MeetingChange,
  MeetingDraft,
  MeetingDraftMade,
  MeetingPage,
  MeetingPaper,
  MeetingQuery,
  MeetingRecord,
  MeetingStep,
  NewMeeting,
} from '@hopluc/shared/meetings'
import { AsOf, Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { asFile, WORD } from '../documents/index.ts'
import { answerSheet } from '../exports/index.ts'
import { draft, paper } from './drafts.ts'
import './exports.ts'
import * as meetings from './service.ts'

const Params = z.object({ id: Id })

export const meetingRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: MeetingRecord } }

  app.get(
    '/meetings',
    { schema: { querystring: MeetingQuery, response: { 200: MeetingPage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'meetings')
        : meetings.list(request.context, request.query),
  )

  app.post(
    '/meetings',
    { schema: { body: NewMeeting, response: { 201: MeetingRecord } } },
    async (request, reply) =>
      reply.code(201).send(await meetings.create(request.context, request.body)),
  )

  app.get('/meetings/:id', { schema: { ...one, querystring: AsOf } }, (request) =>
    meetings.get(request.context, request.params.id, request.query.asOf),
  )

  app.patch('/meetings/:id', { schema: { ...one, body: MeetingChange } }, (request) =>
    meetings.change(request.context, request.params.id, request.body),
  )

  app.put('/meetings/:id/attendees', { schema: { ...one, body: AttendeesChange } }, (request) =>
    meetings.setAttendees(request.context, request.params.id, request.body),
  )

  app.post('/meetings/:id/steps', { schema: { ...one, body: MeetingStep } }, (request) =>
    meetings.step(request.context, request.params.id, request.body),
  )

  app.post(
    '/meetings/:id/drafts',
    { schema: { params: Params, body: MeetingDraft, response: { 201: MeetingDraftMade } } },
    async (request, reply) =>
      reply.code(201).send(await draft(request.context, request.params.id, request.body)),
  )

  app.get(
    '/meetings/:id/papers/:paper',
    { schema: { params: Params.extend({ paper: MeetingPaper }) } },
    async ({ context, params }, reply) => {
      const { name, bytes } = await paper(context, params.id, params.paper)
      return asFile(reply, name, WORD).send(bytes)
    },
  )
}
