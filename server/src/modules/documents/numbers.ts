import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'

/** A book of one body and one year: serials are taken in it. */
export interface SerialBook {
  bodyId: Id
  /** 'out', 'in', or the kind that the body numbers apart. */
  book: string
  year: number
}

/**
 * The next serial. The book's row stays locked until the transaction ends: who comes second waits,
 * and what is rolled back gives its number back, so there is neither a double nor a gap.
 * A book that is opened here goes on behind what the register holds of that year.
 */
export async function takeNumber(tx: Tx, serialBook: SerialBook): Promise<number> {
  const { bodyId, book, year } = serialBook
  const { last } = await tx
    .insertInto('document_numbers')
    .values({ agency_id: bodyId, book, year, last: firstNumber(serialBook) })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'book', 'year'])
        .doUpdateSet({ last: sql<number>`document_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** Where a book begins that is not yet kept: behind what the register holds of that year. */
function firstNumber({ bodyId, book, year }: SerialBook) {
  return book === 'in'
    ? sql<number>`(select coalesce(max(arrival_no), 0) + 1 from documents
        where owner_id = ${bodyId} and direction = 'incoming'
          and extract(year from arrived_on) = ${year})`
    : sql<number>`(select coalesce(max(number), 0) + 1 from documents
        where coalesce(issuer_id, owner_id) = ${bodyId} and direction = 'outgoing'
          and (coalesce(book, 'out') = ${book} or kind = ${book})
          and extract(year from issued_on) = ${year})`
}

/** Notes a number that was given elsewhere, so that the book goes on behind it. */
export async function noteNumber(
  tx: Tx,
  { bodyId, book, year }: SerialBook,
  number: number,
): Promise<void> {
  await tx
    .insertInto('document_numbers')
    .values({ agency_id: bodyId, book, year, last: number })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'book', 'year'])
        .doUpdateSet({ last: sql<number>`greatest(document_numbers.last, ${number})` }),
    )
    .execute()
}

/** What the book would give next. */
export async function peekNumber(db: Reader, serialBook: SerialBook): Promise<number> {
  const { bodyId, book, year } = serialBook
  const { next } = await db
    .selectFrom('acting')
    .select(
      sql<number>`coalesce((select last + 1 from document_numbers where agency_id = ${bodyId}
        and book = ${book} and year = ${year}), ${firstNumber(serialBook)})`.as('next'),
    )
    .executeTakeFirstOrThrow()
  return next
}

/** Kinds that this installation numbers in books of their own, on a day. */
export async function kindsApart(db: Reader, day: string): Promise<string[]> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'documents.kinds_numbered_apart')
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .executeTakeFirst()
  const { value } = row ?? {}
  return Array.isArray(value) ? value.filter((kind) => typeof kind === 'string') : []
}
