import type { Reading } from '@hopluc/shared/finds'
import type { AccuracySearch } from '@hopluc/shared/reading-accuracy'
import type { Review } from '@hopluc/shared/readings'
import type { Id } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'
import * as refusals from './refusals.ts'

/** Confirmed readings of a body, newest first. */
export async function listConfirmed(
  db: Reader,
  ownerId: Id,
  { from: start, until }: AccuracySearch,
): Promise<{ id: Id }[]> {
  let query = db
    .selectFrom('readings')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('state', '=', 'confirmed')
  if (start) query = query.where('confirmed_at', '>=', new Date(`${start}T00:00:00+07:00`))
  if (until) query = query.where('confirmed_at', '<', new Date(`${until}T24:00:00+07:00`))
  return query.orderBy('id', 'desc').execute()
}

/** The text, what was confirmed of it, and the area that the reader saw. */
export async function getConfirmed(db: Reader, id: Id) {
  const { proposal, ...row } = await db
    .selectFrom('readings')
    .select((from) => [
      'text',
      from.ref('review').$castTo<Review>().as('review'),
      from.ref('proposal').$castTo<{ reading: Reading }>().as('proposal'),
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(refusals.notFound)
  return { ...row, area: proposal.reading.meeting?.area ?? null }
}

/** Agencies' names, the latest of each. */
export async function namesOf(db: Reader, ids: readonly Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('agency_versions')
    .select(['agency_id as id', 'name'])
    .where('agency_id', 'in', [...new Set(ids)])
    .orderBy('from_on')
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
