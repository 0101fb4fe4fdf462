import * as z from 'zod'
import { PaperKind } from './documents.ts'
import { Cursor, Id, Limit, PlainDate } from './values.ts'

/** The register of outgoing or incoming papers of a body and a year (Nghị định 30/2020, Phụ lục IV). */
export const BookQuery = z.object({
  direction: z.enum(['outgoing', 'incoming']),
  year: z.coerce.number().int().min(1945).max(2200),
  bodyId: Id,
  format: z.enum(['json', 'xlsx', 'docx']).default('json'),
})
export type BookQuery = z.infer<typeof BookQuery>
/** A book as a list that is saved page by page. */
export const BookPageQuery = BookQuery.extend({ limit: Limit, cursor: Cursor.optional() })
export type BookPageQuery = z.infer<typeof BookPageQuery>
export const BookRow = z.object({
  id: Id,
  serial: z.int().nullable(),
  symbol: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  arrivedOn: PlainDate.nullable(),
  issuerName: z.string(),
  kind: PaperKind,
  abstract: z.string(),
  signerName: z.string().nullable(),
  recipients: z.string(),
  keptAt: z.string().nullable(),
  copies: z.int().nullable(),
  note: z.string().nullable(),
})
export type BookRow = z.infer<typeof BookRow>
export const Book = z.object({ items: z.array(BookRow), missing: z.array(z.int()) })
export type Book = z.infer<typeof Book>
