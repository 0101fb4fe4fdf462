import { PasskeyOptions, SecondFactorDue, SecondFactorProof } from '@hopluc/shared/second-factor'
import { Session, SignIn } from '@hopluc/shared/session'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isPassword } from '../passwords.ts'
import { COOKIE } from './authenticate.ts'
import { cookies, originOf, STEP_COOKIE } from './cookies.ts'
import * as signing from './sign-in.ts'

const PUBLIC = { isPublic: true }

export const signInRoutes: FastifyPluginAsyncZod = async (app) => {
  const { db, now, passkeySite: site } = app.services
  const { answer, asking, dropStep } = cookies(app.services)
  await isPassword(null, '') // so that the first refusal takes no longer than the second

  app.post(
    '/session',
    { config: PUBLIC, schema: { body: SignIn, response: { 200: Session } } },
    async (request, reply) => {
      const earlier = request.cookies[COOKIE]
      const opening = signing.signIn(db, now(), request.body, originOf(request), earlier)
      return answer(await asking(reply, opening), reply)
    },
  )

  app.get(
    '/session/second-factor',
    { config: PUBLIC, schema: { response: { 200: SecondFactorDue.nullable() } } },
    ({ cookies: sent }) => signing.dueFactor(db, now(), sent[STEP_COOKIE], site),
  )

  app.post(
    '/session/second-factor/challenge',
    { config: PUBLIC, schema: { response: { 200: PasskeyOptions } } },
    ({ cookies: sent }) => signing.challenge(db, now(), sent[STEP_COOKIE], site),
  )

  app.post(
    '/session/second-factor',
    { config: PUBLIC, schema: { body: SecondFactorProof, response: { 200: Session } } },
    async (request, reply) => {
      const { [STEP_COOKIE]: step, [COOKIE]: earlier } = request.cookies
      const origin = originOf(request)
      const rest = { origin, site, ...(earlier && { earlier }) }
      const opening = signing.passSecondFactor(db, now(), step, request.body, rest)
      const opened = await asking(reply, opening)
      return answer(opened, dropStep(reply))
    },
  )
}
