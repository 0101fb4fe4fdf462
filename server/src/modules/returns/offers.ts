import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/index.ts'
import { contentsOf } from './contents.ts'
import type { Head } from './head-store.ts'
import * as store from './offers-store.ts'
import { type Maker, writeCells } from './patch-store.ts'
import { notInvited } from './refusals.ts'

/** Asks the people of these cooperatives to fill in their own rows; those that nobody signs in for are left out. */
export async function invite(
  tx: Tx,
  context: Context,
  head: Head,
  entityIds: readonly Id[],
): Promise<Record<string, unknown>> {
  const { layout } = await contentsOf(tx, head)
  const rows = new Map(
    layout.sections.flatMap((section) =>
      section.kind === 'grid' ? section.rows.map((row) => [row.id, row] as const) : [],
    ),
  )
  if (entityIds.some((id) => rows.get(id)?.kind !== 'entity')) throw notInvited()
  const asked = entityIds.filter((id) => rows.get(id)?.hasAccount)
  await store.invite(tx, head, asked, context.today)
  const agencies = await store.agenciesOf(tx, asked)
  await tell(
    tx,
    context,
    ...agencies.map((agencyId) => ({
      to: { agencyIds: [agencyId], roles: ['cooperative' as const] },
      kind: 'return.fill_own' as const,
      subjectKind: 'return' as const,
      subjectId: head.id,
      params: { title: head.roundTitle, by: context.actor.byWords, dueOn: head.dueOn },
      dedupe: `return.fill_own ${head.id} ${agencyId} ${context.today}`,
    })),
  )
  return { entityIds: asked, withoutAccount: entityIds.length - asked.length }
}

/** What these cooperatives filled in becomes what their cells hold, said by themselves. */
export async function takeOffers(
  tx: Tx,
  head: Head,
  entityIds: readonly Id[],
  maker: Maker,
): Promise<Record<string, unknown>> {
  const { cells } = await contentsOf(tx, head)
  const wanted = new Set(entityIds)
  const taken = cells.flatMap(({ row, indicatorId, breakdownId, offer, reason, isReadOnly }) =>
    offer && wanted.has(row) && !isReadOnly
      ? [
          {
            row,
            indicatorId,
            breakdownId,
            value: offer.value,
            isNone: offer.isNone,
            isSame: false,
            source: 'self' as const,
            reason,
          },
        ]
      : [],
  )
  await writeCells(tx, head, taken, null, maker)
  await store.markTaken(tx, head, entityIds)
  return {
    cells: taken.map(({ row, indicatorId, breakdownId, value, isNone }) => ({
      key: `${row}/${indicatorId}/${breakdownId}`,
      after: { value, isNone },
    })),
  }
}
