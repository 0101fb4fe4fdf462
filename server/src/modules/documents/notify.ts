import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/index.ts'
import { citation } from './domain.ts'
import * as store from './store.ts'

/** Agencies to which an issued paper was made known are told so; of a draft nobody is told. */
export async function tellReaders(
  tx: Tx,
  context: Context,
  id: Id,
  agencyIds: readonly Id[],
): Promise<void> {
  if (agencyIds.length === 0) return
  const document = await store.get(tx, id)
  if (document.state !== 'issued') return
  await tell(tx, context, {
    to: { agencyIds },
    kind: 'document.issued',
    subjectKind: 'document',
    subjectId: id,
    params: { title: `${citation(document)}: ${document.abstract}`, by: context.actor.byWords },
    dedupe: `document.issued:${id}`,
  })
}
