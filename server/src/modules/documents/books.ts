import type { PaperKind } from '@hopluc/shared/documents'
import type { Book, BookQuery, BookRow } from '@hopluc/shared/document-books'
import { PAPER_KIND_NAMES } from '@hopluc/shared/documents'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import type { ExcelColumn, ExcelRow } from '../../platform/excel.ts'
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

async function listBook(
  db: Reader,
  { direction, year, bodyId }: Pick<BookQuery, 'direction' | 'year' | 'bodyId'>,
): Promise<BookRow[]> {
  const isOut = direction === 'outgoing'
  const serial = isOut ? ('number' as const) : ('arrival_no' as const)
  const day = isOut ? ('issued_on' as const) : ('arrived_on' as const)
  return db
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
    .orderBy(serial)
    .orderBy(day)
    .orderBy('id')
    .limit(20_000)
    .execute()
}

const kindAndAbstract = ({ kind, abstract }: BookRow) => `${PAPER_KIND_NAMES[kind]}: ${abstract}`

const OUTGOING: readonly ExcelColumn[] = [
  { header: 'Số, ký hiệu văn bản', key: 'symbol', width: 18, kind: 'text' },
  { header: 'Ngày tháng văn bản', key: 'issuedOn', width: 14, kind: 'date' },
  { header: 'Tên loại và trích yếu nội dung văn bản', key: 'abstract', width: 60, kind: 'text' },
  { header: 'Người ký', key: 'signerName', width: 22, kind: 'text' },
  { header: 'Nơi nhận văn bản', key: 'recipients', width: 36, kind: 'text' },
  { header: 'Đơn vị, người nhận bản lưu', key: 'keptAt', width: 24, kind: 'text' },
  { header: 'Số lượng bản', key: 'copies', width: 10, kind: 'number' },
  { header: 'Ghi chú', key: 'note', width: 24, kind: 'text' },
]
const INCOMING: readonly ExcelColumn[] = [
  { header: 'Ngày đến', key: 'arrivedOn', width: 12, kind: 'date' },
  { header: 'Số đến', key: 'serial', width: 8, kind: 'number' },
  { header: 'Tác giả', key: 'issuerName', width: 34, kind: 'text' },
  { header: 'Số, ký hiệu văn bản', key: 'symbol', width: 18, kind: 'text' },
  { header: 'Ngày tháng văn bản', key: 'issuedOn', width: 14, kind: 'date' },
  { header: 'Tên loại và trích yếu nội dung văn bản', key: 'abstract', width: 60, kind: 'text' },
  { header: 'Đơn vị hoặc người nhận', key: 'recipients', width: 30, kind: 'text' },
  { header: 'Ghi chú', key: 'note', width: 24, kind: 'text' },
]

/** The columns of Nghị định 30/2020, Phụ lục IV. */
export function bookSheet(
  direction: BookQuery['direction'],
  items: readonly BookRow[],
): { columns: readonly ExcelColumn[]; rows: ExcelRow[] } {
  const rows = items.map((row) => ({ ...row, abstract: kindAndAbstract(row) }))
  return { columns: direction === 'outgoing' ? OUTGOING : INCOMING, rows }
}
