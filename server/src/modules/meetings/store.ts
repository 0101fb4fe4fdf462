import {
  AgendaItem,
  type MeetingQuery,
  type MeetingState,
  type SessionKind,
} from '@hopluc/shared/meetings'
import type { Id, Page, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import type { SearchQuery } from '../documents/index.ts'

const COLUMNS = [
  'meetings.id',
  'agency_id as agencyId',
  'agency_unit_id as agencyUnitId',
  'title',
  'held_on as heldOn',
  'place',
  'chair_name as chairName',
  'chair_title as chairTitle',
  'secretary_name as secretaryName',
  'secretary_title as secretaryTitle',
  'agenda',
  'course',
  'conclusion',
  'note',
  'invited_on as invitedOn',
  'version',
] as const

const time = (column: string) => sql<string | null>`to_char(${sql.ref(column)}, 'HH24:MI')`

export type MeetingRow = Awaited<ReturnType<typeof get>>

function meetings(db: Reader) {
  return db
    .selectFrom('meetings')
    .select(COLUMNS)
    .select((from) => [
      from.ref('kind').$castTo<SessionKind>().as('kind'),
      from.ref('state').$castTo<MeetingState>().as('state'),
      time('starts_at').as('startsAt'),
      time('ends_at').as('endsAt'),
      sql<boolean>`agency_id in (select agency_id from visible_agencies)`.as('isOwn'),
      sql<number>`(select count(*)::int from meeting_attendees a
        where a.meeting_id = meetings.id)`.as('invited'),
      sql<number>`(select count(*)::int from meeting_attendees a where a.meeting_id = meetings.id
        and a.attendance in ('present', 'substituted'))`.as('present'),
      sql<number>`(select count(*)::int from documents d where d.meeting_id = meetings.id)`.as(
        'documents',
      ),
      sql<number>`(select count(*)::int from meeting_files f where f.meeting_id = meetings.id)`.as(
        'fileCount',
      ),
    ])
}

export async function get(db: Reader, id: Id) {
  return meetings(db).where('meetings.id', '=', id).executeTakeFirstOrThrow(notFound)
}

/** Locks the meeting for this transaction, and refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number): Promise<MeetingRow> {
  const meeting = await lockAny(tx, id)
  if (meeting.version === version) return meeting
  throw new AppError('conflict', 'meetings.changed', {
    vi: 'Cuộc họp vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this meeting. Reload the page and try again.',
  })
}

/** As it is now, held until the transaction ends. */
export async function lockAny(tx: Tx, id: Id): Promise<MeetingRow> {
  await tx.selectFrom('meetings').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return get(tx, id)
}

/** Planned ones of the bodies one acts for, from a day on. */
export function listOwnPlanned(db: Reader, day: PlainDate) {
  return db
    .selectFrom('meetings')
    .select(['id', 'title', 'held_on as heldOn'])
    .where('state', '=', 'planned')
    .where('listed_on', '>=', day)
    .where(sql<boolean>`agency_id in (select acting_agencies())`)
    .orderBy('listed_on')
    .orderBy('id')
    .limit(50)
    .execute()
}

const RANK = sql<string>`round(hits.rank::numeric, 4)`

/** Upcoming ones from the nearest on, others from the latest back; a search by how well it fits. */
export async function list(
  db: Reader,
  query: MeetingQuery,
  day: PlainDate,
  search: (SearchQuery & { isNear: boolean }) | undefined,
): Promise<Page<MeetingRow>> {
  const [key, id] = query.cursor?.split('_') ?? []
  let rows = filtered(meetings(db), query, day)
  const isRising = query.when === 'upcoming' && !search
  if (search) {
    const hits = sql<{ id: Id; rank: number }>`meeting_hits(${search.words}, ${search.part},
      ${search.isNear ? search.near : ''})`
    const found = rows
      .innerJoin(hits.as('hits'), 'hits.id', 'meetings.id')
      .select(RANK.as('sortKey'))
    const later = key
      ? found.where(sql<boolean>`(${RANK}, meetings.id) < (${key}::numeric, ${id}::uuid)`)
      : found
    return page(
      await later
        .orderBy(RANK, 'desc')
        .orderBy('meetings.id', 'desc')
        .limit(query.limit + 1)
        .execute(),
      query.limit,
    )
  }
  if (key) {
    const sign = sql.raw(isRising ? '>' : '<')
    rows = rows.where(sql<boolean>`(listed_on, meetings.id) ${sign} (${key}::date, ${id}::uuid)`)
  }
  const order = isRising ? 'asc' : 'desc'
  const found = await rows
    .select(sql<string>`listed_on::text`.as('sortKey'))
    .orderBy('listed_on', order)
    .orderBy('meetings.id', order)
    .limit(query.limit + 1)
    .execute()
  return page(found, query.limit)
}

function page<T extends { id: Id; sortKey: string }>(found: readonly T[], limit: number): Page<T> {
  const items = found.slice(0, limit)
  const last = found.length > items.length ? items.at(-1) : undefined
  return { items, next: last ? `${last.sortKey}_${last.id}` : null }
}

type Rows = ReturnType<typeof meetings>

function filtered(all: Rows, query: MeetingQuery, day: PlainDate): Rows {
  const { when, kind, state, agencyId, from, until, asOf } = query
  let rows = all
  if (when === 'upcoming')
    rows = rows.where((one) => one.and([one('state', '=', 'planned'), one('listed_on', '>=', day)]))
  if (when === 'past')
    rows = rows.where((one) => one.or([one('state', '<>', 'planned'), one('listed_on', '<', day)]))
  if (kind) rows = rows.where('kind', '=', kind)
  if (state) rows = rows.where('state', '=', state)
  if (agencyId) rows = rows.where('agency_id', '=', agencyId)
  if (from) rows = rows.where('listed_on', '>=', from)
  if (until) rows = rows.where('listed_on', '<=', until)
  if (asOf) rows = rows.where(sql<boolean>`meetings.listed_on <= ${asOf}::date + 365`)
  return rows
}

/** The committee's next meeting from a day on: open tasks come back to it and to no other. */
export async function findNext(db: Reader, agencyId: Id, day: PlainDate): Promise<Id | undefined> {
  const row = await db
    .selectFrom('meetings')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'committee')
    .where('state', '=', 'planned')
    .where('listed_on', '>=', day)
    .orderBy('listed_on')
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}

export interface MeetingColumns {
  kind: SessionKind
  title: string
  held_on: PlainDate | null
  starts_at: string | null
  ends_at: string | null
  place: string | null
  chair_name: string | null
  chair_title: string | null
  secretary_name: string | null
  secretary_title: string | null
  agenda: string
  course: string | null
  conclusion: string | null
  note: string | null
  state: MeetingState
  invited_on: PlainDate | null
}

export async function insert(
  tx: Tx,
  meeting: MeetingColumns & { id: Id; agency_id: Id; agency_unit_id: Id; created_by: Id },
): Promise<void> {
  await tx.insertInto('meetings').values(meeting).execute()
}

/** Writes what is new and counts the version up. */
export async function update(tx: Tx, id: Id, patch: Partial<MeetingColumns>): Promise<void> {
  await tx
    .updateTable('meetings')
    .set({ ...patch, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Agendas kept before items had papers and tasks of their own hold text and presenter only. */
const StoredAgenda = z.array(
  z
    .object({
      text: z.string(),
      presenter: z.string().nullish(),
      fileIds: z.array(z.string()).nullish(),
      taskIds: z.array(z.string()).nullish(),
    })
    .transform(({ text, presenter, fileIds, taskIds }): AgendaItem => ({
      text,
      presenter: presenter ?? '',
      fileIds: fileIds ?? [],
      taskIds: taskIds ?? [],
    })),
)

export function agendaOf(row: { agenda: unknown }): AgendaItem[] {
  return StoredAgenda.parse(row.agenda)
}

function notFound() {
  return new AppError('not_found', 'meetings.not_found', {
    vi: 'Không tìm thấy cuộc họp trong phạm vi của đồng chí.',
    en: 'There is no such meeting within your scope.',
  })
}
