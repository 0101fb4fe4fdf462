import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/index.ts'
import { listAttendees } from './parts.ts'
import type { MeetingRow } from './store.ts'

async function invitedAgencies(tx: Tx, id: Id): Promise<Id[]> {
  const attendees = await listAttendees(tx, id)
  return attendees.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId]))
}

const facts = ({ title, heldOn, startsAt, place }: MeetingRow) => ({
  title,
  heldOn,
  startsAt,
  place,
})

/** The invited agencies are told; told again where the invitation leaves again on another day. */
export async function tellInvited(tx: Tx, context: Context, meeting: MeetingRow): Promise<void> {
  await tell(tx, context, {
    to: { agencyIds: await invitedAgencies(tx, meeting.id) },
    kind: 'meeting.invited',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    params: { ...facts(meeting), by: context.actor.byWords },
    dedupe: `meeting.invited:${meeting.id}:${meeting.heldOn}`,
  })
}

/** Another day, hour or place after the invitation left. */
export async function tellChanged(
  tx: Tx,
  context: Context,
  before: MeetingRow,
  after: MeetingRow,
): Promise<void> {
  if (before.invitedOn === null || before.state !== 'planned') return
  const isSame =
    before.heldOn === after.heldOn &&
    before.startsAt === after.startsAt &&
    before.place === after.place
  if (isSame) return
  await tell(tx, context, {
    to: { agencyIds: await invitedAgencies(tx, after.id) },
    kind: 'meeting.changed',
    subjectKind: 'meeting',
    subjectId: after.id,
    params: { ...facts(after), by: context.actor.byWords },
    dedupe: `meeting.changed:${after.id}:${after.version}`,
  })
}

export async function tellCancelled(
  tx: Tx,
  context: Context,
  meeting: MeetingRow,
  note: string | undefined,
): Promise<void> {
  if (meeting.invitedOn === null) return
  await tell(tx, context, {
    to: { agencyIds: await invitedAgencies(tx, meeting.id) },
    kind: 'meeting.changed',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    params: { ...facts(meeting), by: context.actor.byWords, cancelled: note ?? '' },
    dedupe: `meeting.cancelled:${meeting.id}`,
  })
}
