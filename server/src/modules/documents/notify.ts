import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'

/** TODO seam */
export async function tellReaders(
  _tx: Tx,
  _context: Context,
  _id: Id,
  _agencyIds: readonly Id[],
): Promise<void> {}
