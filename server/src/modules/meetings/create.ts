import { randomUUIDv7 as newId } from 'node:crypto'
import type { MeetingState, NewMeeting } from '@hopluc/shared/meetings'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import {
  appendStep,
  findBody,
  insertInvited,
  isOwnBody,
  listAttachable,
  replaceFiles,
} from './parts.ts'
import { mayPlan } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

/** `state: 'held'` is for a meeting that comes into the register after it took place. */
export type MeetingToMake = Omit<NewMeeting, 'invited' | 'fileIds'> &
  Partial<Pick<NewMeeting, 'invited' | 'fileIds'>> & {
    state?: Extract<MeetingState, 'planned' | 'held'>
  }

/**
 * Plans a meeting, or records one that was held, in the transaction of the caller.
 * @throws AppError `meetings.not_own_body`, `.day_missing`, `.not_yet_held`, `documents.state_secret`.
 */
export async function createMeeting(tx: Tx, context: Context, meeting: MeetingToMake): Promise<Id> {
  const { actor, today } = context
  const { state = 'planned', invited = [], fileIds = [] } = meeting
  assertAllowed(mayPlan(actor))
  assertNoStateSecret(meeting.title, meeting.course, meeting.conclusion)
  const agencyId = meeting.agencyId ?? actor.committeeId ?? actor.agencyId
  const body = (await isOwnBody(tx, agencyId)) && (await findBody(tx, agencyId, today))
  if (!body) throw refusals.notOwnBody()
  if (state === 'held') assertHeld(meeting.heldOn ?? null, today)
  assertOrder(meeting)
  const id = newId()
  await store.insert(tx, {
    id,
    agency_id: agencyId,
    agency_unit_id: body.unitId,
    kind: meeting.kind,
    title: meeting.title,
    held_on: meeting.heldOn ?? null,
    starts_at: meeting.startsAt ?? null,
    ends_at: meeting.endsAt ?? null,
    place: meeting.place ?? null,
    chair_name: meeting.chairName ?? null,
    chair_title: meeting.chairTitle ?? null,
    secretary_name: meeting.secretaryName ?? null,
    secretary_title: meeting.secretaryTitle ?? null,
    agenda: JSON.stringify(meeting.agenda ?? []),
    course: meeting.course ?? null,
    conclusion: meeting.conclusion ?? null,
    note: meeting.note ?? null,
    state,
    invited_on: null,
    created_by: actor.accountId,
  })
  await insertInvited(tx, id, invited)
  await assertFiles(tx, fileIds)
  await replaceFiles(tx, id, fileIds)
  await appendStep(tx, actor, id, { action: 'create', on: today })
  const { title, kind, heldOn } = meeting
  await audit.record(tx, actor, 'meeting.create', id, { title, kind, heldOn, state })
  return id
}

/** A meeting was held on a day that is not to come. */
export function assertHeld(heldOn: string | null, today: string): void {
  if (heldOn === null) throw refusals.dayMissing()
  if (heldOn > today) throw refusals.notYetHeld()
}

export function assertOrder(times: {
  startsAt?: string | null | undefined
  endsAt?: string | null | undefined
}): void {
  const { startsAt, endsAt } = times
  if (startsAt && endsAt && endsAt <= startsAt) throw refusals.endsBeforeStart()
}

/** Papers are handed over by who sent them. */
export async function assertFiles(tx: Tx, fileIds: readonly Id[]): Promise<void> {
  if (fileIds.length === 0) return
  const own = await listAttachable(tx, fileIds)
  if (fileIds.some((id) => !own.includes(id))) throw refusals.unknownFile()
}
