import {
  CourseAttendance,
  CourseCertificates,
  CourseEdit,
  CoursePage,
  CoursePeopleQuery,
  CourseQuery,
  CourseWhole,
  NewCourse,
  NewCoursePerson,
} from '@hopluc/shared/courses'
import { Id } from '@hopluc/shared/values'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { answerSheet } from '../exports/index.ts'
import './exports.ts'
import * as courses from './service.ts'

const Params = z.object({ id: Id })

export const courseRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { params: Params, response: { 200: CourseWhole } }

  app.get(
    '/courses',
    { schema: { querystring: CourseQuery, response: { 200: CoursePage } } },
    (request, reply) =>
      request.query.format === 'xlsx'
        ? answerSheet(request, reply, 'courses')
        : courses.list(request.context, request.query),
  )

  app.get('/course-people', { schema: { querystring: CoursePeopleQuery } }, (request, reply) =>
    answerSheet(request, reply, 'course-people'),
  )

  app.post(
    '/courses',
    { schema: { body: NewCourse, response: { 201: CourseWhole } } },
    async ({ context, body }, reply) => reply.code(201).send(await courses.plan(context, body)),
  )

  app.get('/courses/:id', { schema: one }, ({ context, params }) => courses.get(context, params.id))

  app.put('/courses/:id', { schema: { ...one, body: CourseEdit } }, ({ context, params, body }) =>
    courses.edit(context, params.id, body),
  )

  app.post(
    '/courses/:id/people',
    { schema: { ...one, body: NewCoursePerson } },
    ({ context, params, body }) => courses.enrol(context, params.id, body),
  )

  app.delete(
    '/courses/:id/people/:personId',
    { schema: { ...one, params: Params.extend({ personId: Id }) } },
    ({ context, params }) => courses.takeOut(context, params.id, params.personId),
  )

  app.post(
    '/courses/:id/attendance',
    { schema: { ...one, body: CourseAttendance } },
    ({ context, params, body }) => courses.attend(context, params.id, body),
  )

  app.post(
    '/courses/:id/certificates',
    { schema: { ...one, body: CourseCertificates } },
    ({ context, params, body }) => courses.certify(context, params.id, body),
  )
}
