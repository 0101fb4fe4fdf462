import type { Review } from '@hopluc/shared/readings'
import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { createMeeting } from '../meetings/index.ts'
import * as refusals from './refusals.ts'

/** The meeting that the text tells of: one of the register, a new one, or none. */
export async function meetingFor(
  tx: Tx,
  context: Context,
  ownerId: Id,
  { meeting, title }: Review,
): Promise<Id | null> {
  if (meeting.use === 'none') return null
  if (meeting.use === 'link') {
    if (!meeting.id) throw refusals.meetingDayMissing()
    const known = await tx
      .selectFrom('meetings')
      .select('id')
      .where('id', '=', meeting.id)
      .executeTakeFirstOrThrow(refusals.notFound)
    return known.id
  }
  if (!meeting.heldOn) throw refusals.meetingDayMissing()
  const same = await tx
    .selectFrom('meetings')
    .select('id')
    .where('agency_id', '=', ownerId)
    .where('held_on', '=', meeting.heldOn)
    .where('kind', '=', meeting.kind)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  if (same) return same.id
  return createMeeting(tx, context, {
    kind: meeting.kind,
    title: (meeting.title || title).slice(0, 500),
    agencyId: ownerId,
    heldOn: meeting.heldOn,
    place: meeting.place,
    chairName: meeting.chairName,
    chairTitle: meeting.chairTitle,
    state: 'held',
  })
}
