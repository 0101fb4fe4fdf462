import type { MeetingRecord, MeetingSummary } from '@hopluc/shared/meetings'
import type { PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { addWorkingDays } from '../calendar/index.ts'
import { snippet } from '../documents/index.ts'
import { DAYS_OF_NOTICE, warnings } from './domain.ts'
import {
  findBody,
  listAttendees,
  listDirectives,
  listFiles,
  listPapers,
  listSteps,
  listTasks,
} from './parts.ts'
import { allowedActions } from './policy.ts'
import { agendaOf, findNext, type MeetingRow } from './store.ts'

/** A line of a list, as of a day. */
export async function summarise(
  db: Reader,
  row: MeetingRow,
  day: PlainDate,
  typed = '',
): Promise<MeetingSummary> {
  const body = await findBody(db, row.agencyId, row.heldOn ?? day)
  const inviteBy = await lastDayToInvite(db, row)
  const { agencyId: id } = row
  return {
    id: row.id,
    agency: { id, name: body?.name ?? '', shortName: body?.shortName ?? '' },
    kind: row.kind,
    title: row.title,
    heldOn: row.heldOn,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    place: row.place,
    chairName: row.chairName,
    state: row.state,
    invitedOn: row.invitedOn,
    invited: row.invited,
    present: row.present,
    documents: row.documents,
    warnings: row.isOwn ? warnings(row, inviteBy, day) : [],
    snippet: typed ? snippet([row.course, row.conclusion].join('\n'), typed) : [],
  }
}

/** The whole record. A past day is read-only. */
export async function present(
  context: Context,
  db: Reader,
  row: MeetingRow,
  day = context.today,
): Promise<MeetingRecord> {
  const agenda = agendaOf(row)
  const steps = await listSteps(db, row.id)
  return {
    ...(await summarise(db, row, day)),
    chairTitle: row.chairTitle,
    secretaryName: row.secretaryName,
    secretaryTitle: row.secretaryTitle,
    agenda,
    course: row.course,
    conclusion: row.conclusion,
    note: row.note,
    inviteBy: row.state === 'planned' ? await lastDayToInvite(db, row) : null,
    attendees: await listAttendees(db, row.id),
    files: await listFiles(db, row.id),
    papers: await listPapers(db, row.id),
    directives: await listDirectives(db, row.id),
    openTasks: await tasksOf(db, row, day),
    history: steps.map((step) => ({ ...step, at: step.at.toISOString() })),
    version: row.version,
    allowed: day === context.today ? allowedActions(context.actor, row) : [],
  }
}

async function lastDayToInvite(db: Reader, { heldOn, state }: MeetingRow) {
  return heldOn && state === 'planned' ? addWorkingDays(db, heldOn, -DAYS_OF_NOTICE) : null
}

/**
 * The committee's open tasks come back to its next planned meeting by themselves; a meeting that was
 * held keeps those it went through.
 */
export async function tasksOf(db: Reader, row: MeetingRow, day: PlainDate) {
  if (row.state === 'cancelled') return []
  if (row.state !== 'planned') {
    const ids = agendaOf(row).flatMap(({ taskIds }) => taskIds)
    return listTasks(db, { ids }, day)
  }
  const next = await findNext(db, row.agencyId, day)
  return next === row.id ? listTasks(db, { committeeId: row.agencyId }, day) : []
}
