import type { DocumentState, PaperKind, StoredFile } from '@hopluc/shared/documents'
import type {
  AgendaTask,
  Attendance,
  Attendee,
  AttendeesChange,
  Invited,
  MeetingDirective,
  MeetingDocument,
} from '@hopluc/shared/meetings'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'

/** In the order of the list; an agency that was invited sees its own line. */
export function listAttendees(db: Reader, id: Id): Promise<Attendee[]> {
  return db
    .selectFrom('meeting_attendees')
    .select((from) => [
      'id',
      'agency_id as agencyId',
      'name',
      'title',
      from.ref('attendance').$castTo<Attendance>().as('attendance'),
      'person',
      'person_title as personTitle',
      'note',
    ])
    .where('meeting_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function insertInvited(
  tx: Tx,
  meetingId: Id,
  invited: readonly Invited[],
): Promise<void> {
  if (invited.length === 0) return
  await tx
    .insertInto('meeting_attendees')
    .values(
      invited.map(({ agencyId, name, title }, position) => ({
        id: newId(),
        meeting_id: meetingId,
        agency_id: agencyId,
        name,
        title,
        position,
      })),
    )
    .execute()
}

/** Makes the list what was sent: lines without an id are new, lines not sent are gone. */
export async function replaceAttendees(
  tx: Tx,
  meetingId: Id,
  { attendees }: AttendeesChange,
): Promise<void> {
  const kept = attendees.flatMap(({ id }) => (id === null ? [] : [id]))
  let gone = tx.deleteFrom('meeting_attendees').where('meeting_id', '=', meetingId)
  if (kept.length > 0) gone = gone.where('id', 'not in', kept)
  await gone.execute()
  for (const [position, { id, agencyId, personTitle, ...line }] of attendees.entries()) {
    const row = { ...line, agency_id: agencyId, person_title: personTitle, position }
    if (id === null) {
      await tx
        .insertInto('meeting_attendees')
        .values({ ...row, id: newId(), meeting_id: meetingId })
        .execute()
    } else {
      await tx
        .updateTable('meeting_attendees')
        .set(row)
        .where('id', '=', id)
        .where('meeting_id', '=', meetingId)
        .execute()
    }
  }
}

export function listFiles(db: Reader, id: Id): Promise<StoredFile[]> {
  return db
    .selectFrom('meeting_files as m')
    .innerJoin('files as f', 'f.id', 'm.file_id')
    .select(['f.id', 'f.name', 'f.size', 'f.media_type as mediaType'])
    .where('m.meeting_id', '=', id)
    .orderBy('m.position')
    .execute()
}

/** Own uploads among these that the meeting does not have yet; all others are left out. */
export async function listAttachable(db: Reader, fileIds: readonly Id[]): Promise<Id[]> {
  if (fileIds.length === 0) return []
  const rows = await db
    .selectFrom('files')
    .select('id')
    .where('id', 'in', [...fileIds])
    .where(sql<boolean>`created_by = (select account_id from acting)`)
    .execute()
  return rows.map((row) => row.id)
}

/** The meeting has exactly these papers afterwards; who is invited reads them. */
export async function replaceFiles(tx: Tx, meetingId: Id, fileIds: readonly Id[]): Promise<void> {
  const before = await listFiles(tx, meetingId)
  for (const { id } of before.filter((file) => !fileIds.includes(file.id))) {
    await tx
      .deleteFrom('meeting_files')
      .where('meeting_id', '=', meetingId)
      .where('file_id', '=', id)
      .execute()
    await tx
      .deleteFrom('file_links')
      .where('file_id', '=', id)
      .where('subject_kind', '=', 'meeting')
      .where('subject_id', '=', meetingId)
      .execute()
  }
  for (const [position, fileId] of fileIds.entries()) {
    if (before.some(({ id }) => id === fileId)) continue
    await tx
      .insertInto('file_links')
      .values({ file_id: fileId, subject_kind: 'meeting', subject_id: meetingId })
      .execute()
    await tx
      .insertInto('meeting_files')
      .values({ meeting_id: meetingId, file_id: fileId, position })
      .execute()
  }
}

/** Papers of the register that belong to the meeting: invitation, minutes, notice. */
export function listPapers(db: Reader, id: Id): Promise<MeetingDocument[]> {
  return db
    .selectFrom('documents')
    .select((from) => [
      'id',
      from.ref('kind').$castTo<PaperKind>().as('kind'),
      'symbol',
      'issued_on as issuedOn',
      'abstract',
      from.ref('state').$castTo<DocumentState>().as('state'),
    ])
    .where('meeting_id', '=', id)
    .orderBy('id')
    .limit(100)
    .execute()
}

/** What was concluded there, with the tasks made from it. */
export async function listDirectives(db: Reader, id: Id): Promise<MeetingDirective[]> {
  const rows = await db
    .selectFrom('directives as d')
    .leftJoin('tasks as t', (join) =>
      join.onRef('t.directive_id', '=', 'd.id').on('t.parent_id', 'is', null),
    )
    .select(['d.id', 'd.item', 'd.text', 'd.due_on as dueOn', 't.id as taskId'])
    .where('d.meeting_id', '=', id)
    .orderBy('d.position')
    .limit(500)
    .execute()
  const seen = new Set<Id>()
  return rows.filter((row) => !seen.has(row.id) && seen.add(row.id))
}

const CLOSED = ['drafted', 'done_in_time', 'done_late', 'cancelled']

/** Tasks of the committee as they stand on a day: those still open, or those named. */
export async function listTasks(
  db: Reader,
  wanted: { committeeId: Id } | { ids: readonly Id[] },
  day: PlainDate,
): Promise<AgendaTask[]> {
  let rows = db
    .selectFrom('tasks as t')
    .innerJoin('task_spans as s', 's.task_id', 't.id')
    .leftJoin('agency_versions as v', (join) =>
      join
        .onRef('v.agency_id', '=', 's.lead_id')
        .on('v.from_on', '<=', day)
        .on('v.until_on', '>=', day),
    )
    .select(['t.id', 't.title', 's.status', 's.due_on as dueOn'])
    .select(sql<string>`coalesce(v.short_name, '')`.as('lead'))
    .where('s.from_on', '<=', day)
    .where('s.until_on', '>=', day)
  if ('ids' in wanted) {
    if (wanted.ids.length === 0) return []
    rows = rows.where('t.id', 'in', [...wanted.ids])
  } else {
    rows = rows
      .where('t.issuer_id', '=', wanted.committeeId)
      .where('t.parent_id', 'is', null)
      .where('s.status', 'not in', CLOSED)
  }
  return rows
    .orderBy(sql`array_position(array['overdue', 'due_soon', 'waiting_confirmation'], s.status)`)
    .orderBy('s.due_on')
    .orderBy('t.id')
    .limit(500)
    .execute()
}

export interface BodyOnDay extends Named {
  kind: string
  unitId: Id
  symbol: string | null
  /** "tỉnh Hưng Yên", and "Hưng Yên". */
  unit: string
  place: string
}

/** A body as of a day, with the unit that its papers name. */
export function findBody(db: Reader, id: Id, day: PlainDate): Promise<BodyOnDay | undefined> {
  return db
    .selectFrom('agency_versions as a')
    .innerJoin('unit_versions as u', 'u.unit_id', 'a.unit_id')
    .select([
      'a.agency_id as id',
      'a.name',
      'a.short_name as shortName',
      'a.kind',
      'a.unit_id as unitId',
      'a.symbol',
      sql<string>`u.kind || ' ' || u.name`.as('unit'),
      'u.name as place',
    ])
    .where('a.agency_id', '=', id)
    .orderBy(
      (from) => from.and([from('a.from_on', '<=', day), from('a.until_on', '>=', day)]),
      'desc',
    )
    .orderBy(
      (from) => from.and([from('u.from_on', '<=', day), from('u.until_on', '>=', day)]),
      'desc',
    )
    .orderBy('u.from_on', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Whether the person at this post acts for the body. */
export async function isOwnBody(db: Reader, id: Id): Promise<boolean> {
  const row = await db
    .selectFrom('visible_agencies')
    .select('agency_id')
    .where('agency_id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

export interface HistoryStep {
  action: string
  note: string | null
  on: PlainDate
  by: string
  at: Date
}

export function listSteps(db: Reader, id: Id): Promise<HistoryStep[]> {
  return db
    .selectFrom('meeting_steps')
    .select(['action', 'note', 'on_day as on', 'by_words as by', 'recorded_at as at'])
    .where('meeting_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(200)
    .execute()
}

/** Appends what was done; the meeting is locked by its writer, so the sequence has no race. */
export async function appendStep(
  tx: Tx,
  actor: Actor,
  id: Id,
  step: { action: string; on: PlainDate; note?: string | undefined },
): Promise<void> {
  await tx
    .insertInto('meeting_steps')
    .values({
      meeting_id: id,
      seq: sql<number>`(select coalesce(max(seq), 0) + 1 from meeting_steps where meeting_id = ${id})`,
      action: step.action,
      note: step.note || null,
      on_day: step.on,
      by_words: actor.byWords,
      account_id: actor.accountId,
      post_id: actor.postId,
    })
    .execute()
}
