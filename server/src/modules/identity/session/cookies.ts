import type { Session } from '@hopluc/shared/session'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../../../app.ts'
import { withRetryAfter } from '../retry-after.ts'
import { COOKIE } from './authenticate.ts'
import * as sessions from './service.ts'
import { SecondFactorAsked } from './sign-in.ts'

/** Holds the sign-in that waits for its second factor. */
export const STEP_COOKIE = 'hopluc_step'

export function originOf({ ip, headers }: FastifyRequest): sessions.Origin {
  return { address: ip, agent: headers['user-agent'] }
}

/** What a browser keeps of a session, and how it is given and taken away. */
export function cookies({ isDemo, isProduction = false, secureCookies }: Services) {
  const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies } as const
  const step = { ...kept, sameSite: 'strict', path: '/api/session' } as const

  const keep = (reply: FastifyReply, { token }: sessions.Opened) => {
    void reply.setCookie(COOKIE, token, kept)
  }
  /** A sign-in that asks for more leaves its cookie before it is refused. */
  const asking = async <T>(reply: FastifyReply, work: Promise<T>): Promise<T> => {
    try {
      return await withRetryAfter(reply, work)
    } catch (error) {
      if (error instanceof SecondFactorAsked) void reply.setCookie(STEP_COOKIE, error.token, step)
      throw error
    }
  }
  return {
    keep,
    dropStep: (reply: FastifyReply) => reply.clearCookie(STEP_COOKIE, step),
    asking,
    clear: (reply: FastifyReply) => reply.clearCookie(COOKIE, kept),
    answer: (opened: sessions.Opened, reply: FastifyReply): Promise<Session> => {
      keep(reply, opened)
      const { context, mustChangePassword } = opened
      return sessions.get(context, { mustChangePassword, isDemo, isProduction })
    },
  }
}
