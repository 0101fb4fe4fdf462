import type { AskedBack, DirectiveSearch } from '@hopluc/shared/directives'
import type { Manner, Recurrence } from '@hopluc/shared/readings'
import type { Id, Named, Page, PlainDate } from '@hopluc/shared/values'
import { type SqlBool, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import type { StoredDue } from './domain.ts'

const COLUMNS = [
  'directives.id',
  'directives.owner_id as ownerId',
  'owner_unit_id as ownerUnitId',
  'document_id as documentId',
  'notice_id as noticeId',
  'reading_id as readingId',
  'directives.meeting_id as meetingId',
  'position',
  'item',
  'start_at as start',
  'end_at as end',
  'quote',
  'directives.text',
  'lead_ids as leadIds',
  'lead_words as leadWords',
  'co_ids as coIds',
  'due_on',
  'due_text as dueText',
  'due_source',
  'is_standing',
  'product',
  'has_task as hasTask',
  'given_on as givenOn',
  'directives.version',
] as const

export type DirectiveRow = Awaited<ReturnType<typeof listOf>>[number]

function select(db: Reader) {
  return db
    .selectFrom('directives')
    .leftJoin('meetings', 'meetings.id', 'directives.meeting_id')
    .select(COLUMNS)
    .select((from) => [
      from.ref('manner').$castTo<Manner>().as('manner'),
      from.ref('recurrence').$castTo<Recurrence | null>().as('recurrence'),
      from.ref('asked_back').$castTo<AskedBack | null>().as('askedBack'),
      'meetings.title as meetingTitle',
      sql<string | null>`(select concat_ws(', ', m.chair_name, m.chair_title) from meetings m
        where m.id = directives.meeting_id and m.chair_name is not null)`.as('directedBy'),
      'meetings.held_on as meetingHeldOn',
      sql<PlainDate | null>`(directives.proposed ->> 'textDueOn')`.as('textDueOn'),
    ])
}

export async function get(db: Reader, id: Id): Promise<DirectiveRow> {
  return select(db).where('directives.id', '=', id).executeTakeFirstOrThrow(notFound)
}

/** Locks the directive for this transaction, and refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number): Promise<DirectiveRow> {
  await tx.selectFrom('directives').select('id').where('id', '=', id).forUpdate().execute()
  const directive = await get(tx, id)
  if (directive.version === version) return directive
  throw new AppError('conflict', 'directives.changed', {
    vi: 'Chỉ đạo này vừa được người khác thay đổi. Hãy tải lại để xem bản mới.',
    en: 'Someone has just changed this directive. Reload to see the new version.',
  })
}

/** Those of a notice, or of a paper that was issued when it was read; in the notice's order. */
export async function listOf(db: Reader, noticeId: Id) {
  return select(db).where('notice_id', '=', noticeId).orderBy('position').execute()
}

export async function listByIds(db: Reader, ids: readonly Id[]): Promise<DirectiveRow[]> {
  if (ids.length === 0) return []
  return select(db)
    .where('directives.id', 'in', [...ids])
    .orderBy('position')
    .execute()
}

export async function listPage(
  db: Reader,
  { pending, noticeId, documentId }: DirectiveSearch,
  limit: number,
  cursor?: string,
): Promise<Page<DirectiveRow>> {
  const last = cursor?.split('_').at(-1)
  let query = select(db)
  if (noticeId) query = query.where('notice_id', '=', noticeId)
  if (documentId) query = query.where('document_id', '=', documentId)
  if (pending === 'asked')
    query = query.where(
      sql<SqlBool>`asked_back is not null and asked_back ->> 'answeredAt' is null`,
    )
  if (pending === 'gap')
    query = query.where('manner', '<>', 'note').where(
      sql<SqlBool>`(lead_ids = '{}' or (due_on is null and recurrence is null
          and not is_standing and due_text is null))`,
    )
  if (last) query = query.where('directives.id', '<', last)
  const rows = await query
    .orderBy('directives.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const end = rows.length > limit ? items.at(-1) : undefined
  return { items, next: end ? `_${end.id}` : null }
}

export interface NewDirective {
  id: Id
  ownerId: Id
  ownerUnitId: Id
  documentId: Id
  noticeId: Id
  readingId: Id | null
  meetingId: Id | null
  position: number
  item: string | null
  start: number | null
  end: number | null
  quote: string | null
  text: string
  manner: Manner
  leadIds: Id[]
  leadWords: string | null
  coIds: Id[]
  due: StoredDue
  dueText: string | null
  product: string | null
  /** What the reader had proposed, and the text's own day. */
  proposed: object | null
  askedBack: AskedBack | null
}

export async function insert(tx: Tx, directives: readonly NewDirective[]): Promise<void> {
  for (let at = 0; at < directives.length; at += 500) {
    const rows = directives
      .slice(at, at + 500)
      .map((one) => ({
        id: one.id,
        owner_id: one.ownerId,
        owner_unit_id: one.ownerUnitId,
        document_id: one.documentId,
        notice_id: one.noticeId,
        reading_id: one.readingId,
        meeting_id: one.meetingId,
        position: one.position,
        item: one.item,
        start_at: one.start,
        end_at: one.end,
        quote: one.quote,
        text: one.text,
        manner: one.manner,
        lead_ids: one.leadIds,
        lead_words: one.leadWords,
        co_ids: one.coIds,
        ...one.due,
        recurrence: json(one.due.recurrence),
        due_text: one.dueText,
        product: one.product,
        proposed: json(one.proposed),
        asked_back: json(one.askedBack),
      }))
    await tx.insertInto('directives').values(rows).execute()
  }
}

export interface DirectivePatch {
  text?: string
  item?: string | null
  position?: number
  manner?: Manner
  leadIds?: Id[]
  coIds?: Id[]
  due?: StoredDue
  dueText?: string | null
  product?: string | null
  askedBack?: AskedBack
  hasTask?: boolean
  givenOn?: PlainDate
  /** Null takes it out of its notice: the signer left it out. */
  noticeId?: null
}

export async function update(tx: Tx, id: Id, patch: DirectivePatch): Promise<void> {
  const { leadIds, coIds, due, dueText, askedBack, hasTask, givenOn, noticeId, ...same } = patch
  await tx
    .updateTable('directives')
    .set({
      ...same,
      // Chosen anew, they are no longer those that the words meant.
      ...(leadIds && { lead_ids: leadIds, lead_words: null }),
      ...(coIds && { co_ids: coIds }),
      ...(due && { ...due, recurrence: json(due.recurrence) }),
      ...(dueText !== undefined && { due_text: dueText }),
      ...(askedBack && { asked_back: json(askedBack) }),
      ...(hasTask !== undefined && { has_task: hasTask }),
      ...(givenOn && { given_on: givenOn }),
      ...(noticeId === null && { notice_id: null }),
    })
    .set((from) => ({ version: from('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** From now on those to whom they are given see them. */
export async function giveAll(tx: Tx, noticeId: Id, on: PlainDate): Promise<void> {
  await tx
    .updateTable('directives')
    .set({ given_on: on })
    .where('notice_id', '=', noticeId)
    .execute()
}

/** Names as of a day; a body that is not there on it keeps its last name. */
export async function namesOf(
  db: Reader,
  ids: readonly Id[],
  on: PlainDate,
): Promise<Map<Id, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('agency_versions')
    .distinctOn('agency_id')
    .select(['agency_id as id', 'name', 'short_name as shortName'])
    .where('agency_id', 'in', [...new Set(ids)])
    .orderBy('agency_id')
    .orderBy((from) => from.and([from('from_on', '<=', on), from('until_on', '>=', on)]), 'desc')
    .orderBy('from_on', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value))

function notFound() {
  return new AppError('not_found', 'directives.not_found', {
    vi: 'Không tìm thấy chỉ đạo này, hoặc chỉ đạo không thuộc phạm vi của anh/chị.',
    en: 'There is no such directive, or it is outside your scope.',
  })
}
