import type { Kysely } from 'kysely'
import { calendarDay } from '../../../platform/clock.ts'
import type { Actor } from '../../../platform/context.ts'
import type { Schema } from '../../../platform/db.ts'
import type { Authenticate } from '../../../platform/requests.ts'
import { bearerOf, byToken } from '../api-tokens/index.ts'
import { hashOf } from '../tokens.ts'
import { lacksSecondFactor } from './lacks.ts'
import { postEnded } from './refusals.ts'
import { findPerson, findSession } from './store.ts'

export const COOKIE = 'hopluc_session'

/** What a page asks by itself, while nobody is at it, does not keep a session alive. */
const BY_ITSELF = 'hopluc-background'

/**
 * Knows the person by a token in the header, else by the cookie. A session or token whose post has
 * ended is refused, not moved to another.
 */
export function authenticator({
  db,
  isProduction = false,
}: {
  db: Kysely<Schema>
  isProduction?: boolean
}): Authenticate {
  return async (request, now) => {
    const today = calendarDay(now)
    const bearer = bearerOf(request)
    if (bearer !== undefined) {
      const token = await byToken(db, request, bearer, now)
      const person = token && (await findPerson(db, token.accountId, today, token.postId))
      if (!token) return undefined
      if (!person) throw postEnded()
      return { ...person, id: token.id, sessionId: hashOf(bearer), mustSetSecondFactor: false }
    }
    const secret = request.cookies[COOKIE]
    if (!secret) return undefined
    const sessionId = hashOf(secret)
    const isUse = request.headers[BY_ITSELF] === undefined
    const session = await findSession(db, sessionId, now, today, isUse)
    if (!session) return undefined
    const { person } = session
    if (!person) throw postEnded()
    const mustSetSecondFactor = await lacksSecondFactor(db, person.actor, today, isProduction)
    return { ...person, id: session.id, sessionId, mustSetSecondFactor }
  }
}

/** For work in the background: the actor as they are today, none when the post is no longer theirs. */
export function actorFinder(db: Kysely<Schema>) {
  return async ({ accountId, postId }: Actor, now: Date): Promise<Actor | undefined> =>
    (await findPerson(db, accountId, calendarDay(now), postId))?.actor
}
