import type { Accuracy } from '@hopluc/shared/reading-accuracy'
import type { ReadingSearch, ReadingState, Review } from '@hopluc/shared/readings'
import type { Reading } from '@hopluc/shared/finds'
import type { Id, Page, PlainDate } from '@hopluc/shared/values'
import type { ExpressionBuilder } from 'kysely'
import type { Reader, Schema, Tx } from '../../platform/db.ts'
import * as refusals from './refusals.ts'

const COLUMNS = [
  'id',
  'owner_id as ownerId',
  'title',
  'source_name as sourceName',
  'file_id as fileId',
  'document_date as documentDate',
  'version',
  'document_id as documentId',
  'notice_id as noticeId',
  'meeting_id as meetingId',
  'right_count as right',
  'open_count as open',
  'skipped_count as skipped',
  'created_by_words as createdBy',
  'created_at as createdAt',
  'saved_by_words as savedBy',
  'saved_at as savedAt',
  'confirmed_at as confirmedAt',
] as const

const state = (from: ExpressionBuilder<Schema, 'readings'>) =>
  from.ref('state').$castTo<ReadingState>().as('state')

/** What the reader proposed, and the review that an officer began with; neither ever changes. */
export interface Proposal {
  reading: Reading
  review: Review
}

export type ReadingRow = Awaited<ReturnType<typeof findByText>> & object
export type WholeReading = Awaited<ReturnType<typeof get>>

export async function get(db: Reader, id: Id) {
  return db
    .selectFrom('readings')
    .select(COLUMNS)
    .select((from) => [
      state(from),
      'text',
      'text_hash as textHash',
      from.ref('review').$castTo<Review>().as('review'),
      from.ref('proposal').$castTo<Proposal>().as('proposal'),
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(refusals.notFound)
}

/** Waits for whoever is at it. The version is the caller's to compare: a confirmation may be told twice. */
export async function lock(tx: Tx, id: Id): Promise<WholeReading> {
  await tx.selectFrom('readings').select('id').where('id', '=', id).forUpdate().execute()
  return get(tx, id)
}

/** A reading of the same text in the same body's name. */
export async function findByText(db: Reader, ownerId: Id, hash: Buffer) {
  return db
    .selectFrom('readings')
    .select(COLUMNS)
    .select(state)
    .where('owner_id', '=', ownerId)
    .where('text_hash', '=', hash)
    .where('state', '<>', 'discarded')
    .executeTakeFirst()
}

/** A document of the body's own register with this text. */
export async function findDocument(db: Reader, ownerId: Id, hash: Buffer) {
  return db
    .selectFrom('documents')
    .select(['id', 'abstract', 'created_at as createdAt'])
    .where('owner_id', '=', ownerId)
    .where('text_hash', '=', hash)
    .executeTakeFirst()
}

export async function getDocumentText(db: Reader, id: Id) {
  return db
    .selectFrom('documents')
    .select(['id', 'text', 'abstract', 'meeting_id as meetingId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(refusals.notFound)
}

export async function list(
  db: Reader,
  { state: wanted, q }: ReadingSearch,
  limit: number,
  cursor?: string,
): Promise<Page<ReadingRow>> {
  const last = cursor?.split('_').at(-1)
  let query = db.selectFrom('readings').select(COLUMNS).select(state)
  query = wanted ? query.where('state', '=', wanted) : query.where('state', '<>', 'discarded')
  if (q) {
    query = query.where((from) =>
      from(
        from.fn<string>('folded', ['title']),
        'like',
        from.fn<string>('folded', [from.val(`%${q.replace(/[\\%_]/g, '\\$&')}%`)]),
      ),
    )
  }
  // Ids grow with time, so the newest come first.
  if (last) query = query.where('id', '<', last)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const end = rows.length > limit ? items.at(-1) : undefined
  return { items, next: end ? `_${end.id}` : null }
}

export interface NewReadingRow {
  id: Id
  ownerId: Id
  title: string
  text: string
  hash: Buffer
  sourceName: string | null
  fileId: Id | null
  documentDate: PlainDate | null
  documentId: Id | null
  meetingId: Id | null
  proposal: Proposal
  accountId: Id
  byWords: string
}

/** @throws AppError `readings.just_read` when the same text is read at the same moment. */
export async function insert(tx: Tx, row: NewReadingRow): Promise<void> {
  const made = await tx
    .insertInto('readings')
    .values({
      id: row.id,
      owner_id: row.ownerId,
      title: row.title,
      text: row.text,
      text_hash: row.hash,
      source_name: row.sourceName,
      file_id: row.fileId,
      document_date: row.documentDate,
      document_id: row.documentId,
      meeting_id: row.meetingId,
      proposal: JSON.stringify(row.proposal),
      review: JSON.stringify(row.proposal.review),
      open_count: row.proposal.review.directives.length,
      created_by: row.accountId,
      created_by_words: row.byWords,
      saved_by_words: row.byWords,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw refusals.justRead()
}

export interface ReadingPatch {
  review?: Review
  state?: ReadingState
  documentId?: Id
  noticeId?: Id
  meetingId?: Id | null
  scores?: Omit<Accuracy, 'readings'>
  confirmedAt?: Date
}

export async function update(
  tx: Tx,
  id: Id,
  { byWords, now }: { byWords: string; now: Date },
  patch: ReadingPatch,
): Promise<number> {
  const { review, state: next, documentId, noticeId, meetingId, scores, confirmedAt } = patch
  const count = (wanted: string) =>
    review?.directives.filter((card) => card.state === wanted).length ?? 0
  const row = await tx
    .updateTable('readings')
    .set({
      saved_by_words: byWords,
      saved_at: now,
      ...(review && {
        review: JSON.stringify(review),
        title: review.title,
        document_date: review.source.issuedOn ?? review.meeting.heldOn,
        right_count: count('right'),
        open_count: count('open'),
        skipped_count: count('skipped'),
      }),
      ...(next && { state: next }),
      ...(documentId && { document_id: documentId }),
      ...(noticeId && { notice_id: noticeId }),
      ...(meetingId !== undefined && { meeting_id: meetingId }),
      ...(scores && { scores: JSON.stringify(scores) }),
      ...(confirmedAt && { confirmed_at: confirmedAt }),
    })
    .set((from) => ({ version: from('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow(refusals.notFound)
  return row.version
}

/** Scores of the readings confirmed in a span of days. */
export async function listScores(
  db: Reader,
  { from: start, until }: { from?: PlainDate | undefined; until?: PlainDate | undefined },
): Promise<Omit<Accuracy, 'readings'>[]> {
  let query = db
    .selectFrom('readings')
    .select((from) => from.ref('scores').$castTo<Omit<Accuracy, 'readings'>>().as('scores'))
    .where('state', '=', 'confirmed')
    .where('scores', 'is not', null)
  if (start) query = query.where('confirmed_at', '>=', new Date(`${start}T00:00:00+07:00`))
  if (until) query = query.where('confirmed_at', '<', new Date(`${until}T24:00:00+07:00`))
  return (await query.execute()).map(({ scores }) => scores)
}

export interface NewFind {
  id: Id
  document_id: Id
  kind: 'figure' | 'reference' | 'organisation'
  start_at: number | null
  end_at: number | null
  quote: string
  data: string
  proposed: string | null
}

export async function insertFinds(tx: Tx, finds: readonly NewFind[]): Promise<void> {
  for (let at = 0; at < finds.length; at += 1000)
    await tx
      .insertInto('finds')
      .values(finds.slice(at, at + 1000))
      .execute()
}

/** How much a confirmed reading made: for the answer to a second click. */
export async function countMade(
  db: Reader,
  readingId: Id,
): Promise<{ directives: number; tasks: number }> {
  const row = await db
    .selectFrom('directives')
    .leftJoin('tasks', (join) =>
      join.onRef('tasks.directive_id', '=', 'directives.id').on('tasks.part_kind', 'is', null),
    )
    .select((from) => [
      from.fn.count<number>('directives.id').distinct().as('directives'),
      from.fn.count<number>('tasks.id').as('tasks'),
    ])
    .where('reading_id', '=', readingId)
    .executeTakeFirstOrThrow()
  return row
}
