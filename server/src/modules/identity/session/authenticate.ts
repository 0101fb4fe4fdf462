import type { Kysely } from 'kysely'
import { calendarDay } from '../../../platform/clock.ts'
import type { Actor } from '../../../platform/context.ts'
import type { Schema } from '../../../platform/db.ts'
import type { Authenticate } from '../../../platform/requests.ts'
import { hashOf } from '../tokens.ts'
import { postEnded } from './refusals.ts'
import { findPerson, findSession } from './store.ts'

export const COOKIE = 'hopluc_session'

/** What a page asks by itself, while nobody is at it, does not keep a session alive. */
const BY_ITSELF = 'hopluc-background'

/** Knows the person by the cookie. A session whose post has ended is refused, not moved to another. */
export function authenticator({ db }: { db: Kysely<Schema> }): Authenticate {
  return async (request, now) => {
    const token = request.cookies[COOKIE]
    if (!token) return undefined
    const sessionId = hashOf(token)
    const isUse = request.headers[BY_ITSELF] === undefined
    const session = await findSession(db, sessionId, now, calendarDay(now), isUse)
    if (!session) return undefined
    if (!session.person) throw postEnded()
    return { ...session.person, sessionId }
  }
}

/** For work in the background: the actor as they are today, none when the post is no longer theirs. */
export function actorFinder(db: Kysely<Schema>) {
  return async ({ accountId, postId }: Actor, now: Date): Promise<Actor | undefined> =>
    (await findPerson(db, accountId, calendarDay(now), postId))?.actor
}
