import type { Book, BookQuery, BookRow } from '@hopluc/shared/document-books'
import { PAPER_KIND_NAMES } from '@hopluc/shared/documents'
import type { Context } from '../../platform/context.ts'
import { makeDocumentBook } from '../papers/index.ts'
import { bookHead } from './books.ts'

/** The register of outgoing or incoming papers as .docx (Nghị định 30/2020, Phụ lục IV). */
export async function printBook(
  context: Context,
  { direction, year, bodyId }: BookQuery,
  { items }: Book,
): Promise<Buffer> {
  const last = `${year}-12-31`
  return makeDocumentBook({
    head: { superior: null, issuer: await bookHead(context, bodyId) },
    year,
    from: `${year}-01-01`,
    to: context.today < last ? context.today : last,
    volume: null,
    book:
      direction === 'outgoing'
        ? { kind: 'đi', rows: items.map((row) => outgoing(row, year)) }
        : { kind: 'đến', rows: items.map((row) => incoming(row, year)) },
  })
}

const named = ({ kind, abstract }: BookRow) => `${PAPER_KIND_NAMES[kind]} ${abstract}`

function outgoing(row: BookRow, year: number) {
  return {
    numberSymbol: row.symbol ?? '',
    on: row.issuedOn ?? `${year}-01-01`,
    abstract: named(row),
    signer: row.signerName ?? '',
    recipients: row.recipients,
    archivedAt: row.keptAt ?? '',
    copies: row.copies,
    note: row.note,
  }
}

function incoming(row: BookRow, year: number) {
  return {
    arrivedOn: row.arrivedOn ?? `${year}-01-01`,
    arrivalNumber: row.serial === null ? '' : String(row.serial),
    author: row.issuerName,
    numberSymbol: row.symbol ?? '',
    on: row.issuedOn,
    abstract: named(row),
    receiver: row.recipients,
    forwardedOn: null,
    signedForOn: null,
    note: row.note,
  }
}
