import type { Book, BookQuery } from '@hopluc/shared/documents'
import type { Context } from '../../platform/context.ts'

export async function printBook(
  _context: Context,
  _query: BookQuery,
  _book: Book,
): Promise<Buffer> {
  return Promise.reject(new Error('not yet'))
}
