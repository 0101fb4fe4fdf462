import type { PaperKind } from '@hopluc/shared/documents'
import type { Book, BookPageQuery, BookQuery, BookRow } from '@hopluc/shared/document-books'
import { sql } from 'kysely'
import type { Page } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { missingNumbers } from './domain.ts'
import { notOwnBody } from './refusals.ts'
import { findBody, listBodies } from './parts.ts'

/** The register of a body and a year, by serial; numbers that nobody has are named. */
export async function readBook(context: Context, query: BookQuery): Promise<Book> {
  const items = await context.read(async (db) => {
    await assertOwn(db, context, query.bodyId)
    return listBook(db, query)
  })
  const serials = items.flatMap(({ serial }) => (serial === null ? [] : [serial]))
  return { items, missing: missingNumbers(serials) }
}

/** The same, page by page: as a list is saved. */
export async function pageOfBook(context: Context, query: BookPageQuery): Promise<Page<BookRow>> {
  const { limit } = query
  const rows = await context.read(async (db) => {
    await assertOwn(db, context, query.bodyId)
    return listBook(db, { ...query, limit: limit + 1 })
  })
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last ? `_${last.id}` : null }
}

/** The body's name, for the head of the printed book. */
export async function bookHead(context: Context, bodyId: string): Promise<string> {
  const body = await context.read((db) => findBody(db, bodyId, context.today))
  if (!body) throw notOwnBody()
  return body.name
}

/** A book is kept, and printed, by its own body. */
async function assertOwn(db: Reader, { actor, today }: Context, bodyId: string): Promise<void> {
  const bodies = await listBodies(db, actor, today)
  if (!bodies.some((body) => body.id === bodyId)) throw notOwnBody()
}

/** Of a year at once, on the screen and on paper. */
const MOST_SHOWN = 20_000
/** Papers without a number come last. */
const LAST = sql.lit(2_147_483_647)

async function listBook(
  db: Reader,
  query: Pick<BookQuery, 'direction' | 'year' | 'bodyId'> & {
    limit?: number
    cursor?: string | undefined
  },
): Promise<BookRow[]> {
  const { direction, year, bodyId, limit = MOST_SHOWN, cursor } = query
  const isOut = direction === 'outgoing'
  const serial = isOut ? ('number' as const) : ('arrival_no' as const)
  const day = isOut ? ('issued_on' as const) : ('arrived_on' as const)
  const order = (of: string) =>
    sql`(coalesce(${sql.ref(`${of}.${serial}`)}, ${LAST}), ${sql.ref(`${of}.${day}`)}, ${sql.ref(`${of}.id`)})`
  let rows = db
    .selectFrom('documents')
    .select([
      'id',
      'symbol',
      'issued_on as issuedOn',
      'arrived_on as arrivedOn',
      'issuer_name as issuerName',
      'abstract',
      'signer_name as signerName',
      'kept_at as keptAt',
      'copies',
      'note',
    ])
    .select((from) => [
      from.ref(serial).as('serial'),
      from.ref('kind').$castTo<PaperKind>().as('kind'),
      sql<string>`coalesce(recipients, (
        select string_agg(v.short_name, '; ' order by v.name)
        from document_readers r join agency_versions v on v.agency_id = r.agency_id
          and coalesce(documents.issued_on, documents.arrived_on) between v.from_on and v.until_on
        where r.document_id = documents.id), '')`.as('recipients'),
    ])
    .where('direction', '=', direction)
    .where('is_stub', '=', false)
    .where((from) =>
      isOut
        ? from.and([
            sql<boolean>`coalesce(issuer_id, owner_id) = ${bodyId}`,
            from('state', 'in', ['issued', 'replaced', 'expired']),
          ])
        : from('owner_id', '=', bodyId),
    )
    .where(day, '>=', `${year}-01-01`)
    .where(day, '<=', `${year}-12-31`)
    .orderBy(sql`coalesce(${sql.ref(serial)}, ${LAST})`)
    .orderBy(day)
    .orderBy('id')
    .limit(limit)
  if (cursor)
    rows = rows.where(sql<boolean>`${order('documents')} > (select ${order('c')} from documents c
      where c.id = ${cursor.slice(cursor.lastIndexOf('_') + 1)})`)
  return rows.execute()
}
