import type { MyReturns, MyReturnsQuery } from '@hopluc/shared/rounds'
import type { Context } from '../../platform/context.ts'
import { countParts, listReturns, PARTS } from './lists-store.ts'

/** What waits for the reader, the late ones first; with how much there is of each part. */
export function listMine(context: Context, { part, ...page }: MyReturnsQuery): Promise<MyReturns> {
  return context.read(async (db) => ({
    ...(await listReturns(db, context.today, [PARTS[part]], page)),
    counts: await countParts(db),
  }))
}
