import type { Direction, DocumentQuery, DocumentState, PaperKind } from '@hopluc/shared/documents'
import type { Id, Page, PlainDate } from '@hopluc/shared/values'
import { type ExpressionBuilder, sql } from 'kysely'
import type { Reader, Schema, Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import type { SearchQuery } from './search-query.ts'

const COLUMNS = [
  'documents.id',
  'owner_id as ownerId',
  'owner_unit_id as ownerUnitId',
  'number',
  'book',
  'symbol',
  'issued_on as issuedOn',
  'issuer_id as issuerId',
  'issuer_name as issuerName',
  'signer_name as signerName',
  'signer_title as signerTitle',
  'abstract',
  'draft_no as draftNo',
  'is_internal as isInternal',
  'is_stub as isStub',
  'kept_at as keptAt',
  'recipients',
  'copies',
  'note',
  'arrived_on as arrivedOn',
  'arrival_no as arrivalNo',
  'meeting_id as meetingId',
  'listed_on as listedOn',
  'version',
] as const

/** Where the Word file of a paper that we write is made. */
const PAPER = sql<string | null>`documents.content ->> 'paper'`

type Urgency = 'normal' | 'urgent' | 'very_urgent' | 'express'

/** The columns that lists and pages share; `isOwn` says that one's own bodies keep the record. */
const computed = (from: ExpressionBuilder<Schema, 'documents'>) =>
  [
    from.ref('direction').$castTo<Direction>().as('direction'),
    from.ref('kind').$castTo<PaperKind>().as('kind'),
    from.ref('state').$castTo<DocumentState>().as('state'),
    from.ref('urgency').$castTo<Urgency>().as('urgency'),
    sql<boolean>`documents.owner_id in (select agency_id from visible_agencies)`.as('isOwn'),
    sql<boolean>`exists (select from conclusion_notices c where c.document_id = documents.id)`.as(
      'hasNotice',
    ),
    sql<number>`(select count(*)::int from document_files where document_id = documents.id)`.as(
      'fileCount',
    ),
  ] as const

export type DocumentRow = Awaited<ReturnType<typeof get>>

export async function get(db: Reader, id: Id) {
  return db
    .selectFrom('documents')
    .select(COLUMNS)
    .select(computed)
    .select(['text', PAPER.as('paper')])
    .where('documents.id', '=', id)
    .executeTakeFirstOrThrow(notFound)
}

/** Locks the document for this transaction, and refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number): Promise<DocumentRow> {
  await tx.selectFrom('documents').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  const document = await get(tx, id)
  if (document.version === version) return document
  throw new AppError('conflict', 'documents.changed', {
    vi: 'Văn bản vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this document. Reload the page and try again.',
  })
}

type Filters = Omit<DocumentQuery, 'limit' | 'cursor' | 'format' | 'q'>

/**
 * By day, drafts first; with a search by how well it answers. Says nothing about who asks: row
 * security leaves out what they may not see.
 */
export async function list(
  db: Reader,
  query: DocumentQuery,
  search: (SearchQuery & { isNear: boolean }) | undefined,
): Promise<Page<DocumentRow>> {
  const [key, id] = query.cursor?.split('_') ?? []
  let rows = filtered(db, query)
    .select(COLUMNS)
    .select(computed)
    .select([
      PAPER.as('paper'),
      // Enough to show where it answers; long annexes are not carried along.
      (search ? sql<string | null>`left(text, 30000)` : sql<string | null>`null`).as('text'),
      (search ? RANK : sql<string>`documents.listed_on::text`).as('sortKey'),
    ])
  if (search) {
    const hits = sql<{ id: Id; rank: number }>`document_hits(${search.words}, ${search.exact},
      ${search.part}, ${search.isNear ? search.near : ''})`
    rows = rows.innerJoin(hits.as('hits'), 'hits.id', 'documents.id')
    if (key)
      rows = rows.where(sql<boolean>`(${RANK}, documents.id) < (${key}::numeric, ${id}::uuid)`)
    rows = rows.orderBy(RANK, 'desc')
  } else {
    if (key)
      rows = rows.where(sql<boolean>`(listed_on, documents.id) < (${key}::date, ${id}::uuid)`)
    rows = rows.orderBy('listed_on', 'desc')
  }
  const found = await rows
    .orderBy('documents.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const items = found.slice(0, query.limit)
  const last = found.length > items.length ? items.at(-1) : undefined
  return { items, next: last ? `${last.sortKey}_${last.id}` : null }
}

const RANK = sql<string>`round(hits.rank::numeric, 4)`

function filtered(db: Reader, filters: Filters) {
  let rows = db.selectFrom('documents')
  if (filters.direction) rows = rows.where('direction', '=', filters.direction)
  if (filters.kind) rows = rows.where('kind', '=', filters.kind)
  if (filters.state) rows = rows.where('state', '=', filters.state)
  if (filters.urgency) rows = rows.where('urgency', '=', filters.urgency)
  if (filters.issuerId) rows = rows.where('issuer_id', '=', filters.issuerId)
  if (filters.meetingId) rows = rows.where('meeting_id', '=', filters.meetingId)
  if (filters.stubs === false) rows = rows.where('is_stub', '=', false)
  const { year, asOf } = filters
  if (year) {
    rows = rows.where('listed_on', '>=', `${year}-01-01`).where('listed_on', '<=', `${year}-12-31`)
  }
  // What was not yet issued, or not yet in the register, on that day is left out.
  if (asOf) rows = rows.where('listed_on', '<=', asOf)
  return rows
}

export interface NewDocument {
  id: Id
  owner_id: Id
  owner_unit_id: Id
  direction: Direction
  kind: PaperKind
  number: number | null
  book: string | null
  symbol: string | null
  issued_on: PlainDate | null
  issuer_id: Id | null
  issuer_name: string
  signer_name: string | null
  signer_title: string | null
  abstract: string
  state: DocumentState
  urgency: Urgency
  is_internal: boolean
  is_stub: boolean
  kept_at: string | null
  recipients: string | null
  copies: number | null
  note: string | null
  arrived_on: PlainDate | null
  arrival_no: number | null
  text: string | null
  text_hash: Buffer | null
  meeting_id: Id | null
  content: string | null
  created_by: Id
}

export async function insert(tx: Tx, document: NewDocument): Promise<void> {
  await tx.insertInto('documents').values(document).execute()
}

export type DocumentPatch = Partial<Omit<NewDocument, 'id' | 'created_by'>> & { draft_no?: number }

/** Writes what is new and counts the version up. */
export async function update(tx: Tx, id: Id, patch: DocumentPatch): Promise<void> {
  await tx
    .updateTable('documents')
    .set({ ...patch, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Papers of the register with this number, or only this text; those registered in full first. */
export async function findKnown(
  db: Reader,
  known: { symbol?: string; issuedOn?: PlainDate | null; hash?: Buffer; title?: string },
  ownedOnly = false,
): Promise<DocumentRow[]> {
  const { symbol, issuedOn, hash, title } = known
  if (!symbol && !hash && !title) return []
  let rows = db
    .selectFrom('documents')
    .select(COLUMNS)
    .select(computed)
    .select(() => [PAPER.as('paper'), sql<string | null>`null`.as('text')])
    .where((from) =>
      from.or([
        ...(symbol
          ? [
              from.and([
                sql<boolean>`symbol_key = symbol_key(${symbol}) and symbol_key <> ''`,
                ...(issuedOn
                  ? [sql<boolean>`coalesce(issued_on, ${issuedOn}::date) = ${issuedOn}::date`]
                  : []),
              ]),
            ]
          : []),
        ...(hash ? [from('text_hash', '=', hash)] : []),
        ...(title ? [sql<boolean>`symbol_key = '' and folded(abstract) = folded(${title})`] : []),
      ]),
    )
  if (ownedOnly)
    rows = rows.where(sql<boolean>`owner_id in (select agency_id from visible_agencies)`)
  return rows.orderBy('is_stub').orderBy('documents.id', 'desc').limit(10).execute()
}

/** One who names the same paper at the same time waits here. */
export async function holdName(tx: Tx, ownerId: Id, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`document ${ownerId} ${name}`}, 0))`.execute(
    tx,
  )
}

function notFound() {
  return new AppError('not_found', 'documents.not_found', {
    vi: 'Không tìm thấy văn bản trong phạm vi của đồng chí.',
    en: 'There is no such document within your scope.',
  })
}
