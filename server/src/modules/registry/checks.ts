import type { Id } from '@hopluc/shared/values'
import type { Tx } from '../../platform/db.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'
import type { SomeAttributes } from './versions.ts'
import * as writes from './writes.ts'

/** @throws AppError `entities.unknown_code` for a commodity or line that no list has */
export async function assertKnown(
  tx: Tx,
  { lines = [], commodities = [] }: SomeAttributes,
): Promise<void> {
  const missing = async (table: 'business_lines' | 'commodities', codes: readonly string[]) => {
    if (codes.length === 0) return []
    const rows = await tx
      .selectFrom(table)
      .select('code')
      .where('code', 'in', [...codes])
      .execute()
    return codes.filter((code) => !rows.some((row) => row.code === code))
  }
  const unknown = await missing('commodities', commodities)
  if (unknown.length > 0) throw refusals.unknownCode('commodities', unknown)
  // The list of lines may still be incomplete: what is below a known line is taken.
  const prefixes = lines.flatMap((line) => [line, line.slice(0, 2)])
  const absent = new Set(await missing('business_lines', [...new Set(prefixes)]))
  const strange = lines.filter((line) => absent.has(line) && absent.has(line.slice(0, 2)))
  if (strange.length > 0) throw refusals.unknownCode('lines', strange)
}

/**
 * A code is given once (Decree 92/2024/NĐ-CP, article 14); whoever enters it again is told whose it is.
 * @throws AppError `entities.code_taken`
 */
export async function assertNewCode(tx: Tx, code: string | null, own?: Id): Promise<void> {
  if (code === null) return
  await writes.lockCode(tx, code)
  const holder = (await store.codeHolders(tx, [code])).find(({ entityId }) => entityId !== own)
  if (holder) throw refusals.codeTaken(code, holder.name, holder.place)
}

/** The paper on which an event rests is one that the acting person reads. */
export async function assertDocument(tx: Tx, id: Id | null): Promise<void> {
  if (id === null) return
  const row = await tx.selectFrom('documents').select('id').where('id', '=', id).executeTakeFirst()
  if (!row) throw refusals.documentNotFound()
}
