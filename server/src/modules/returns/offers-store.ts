import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import type { Head } from './head-store.ts'

type Place = Pick<Head, 'unitId' | 'id'>

export async function invite(
  tx: Tx,
  { unitId, id }: Place,
  entityIds: readonly Id[],
  day: PlainDate,
): Promise<void> {
  if (entityIds.length === 0) return
  await tx
    .insertInto('return_invites')
    .values(
      entityIds.map((entityId) => ({
        unit_id: unitId,
        return_id: id,
        entity_id: entityId,
        invited_on: day,
      })),
    )
    .onConflict((on) =>
      on.columns(['unit_id', 'return_id', 'entity_id']).doUpdateSet({ invited_on: day }),
    )
    .execute()
}

/** As which agencies these sign in. */
export async function agenciesOf(db: Reader, entityIds: readonly Id[]): Promise<Id[]> {
  const rows = await rowsOf(
    db,
    sql<{ id: Id }>`select agency_id as id from entities
      where id = any (${[...entityIds]}::uuid[]) and agency_id is not null`,
  )
  return rows.map(({ id }) => id)
}

export async function markTaken(
  tx: Tx,
  { unitId, id }: Place,
  entityIds: readonly Id[],
): Promise<void> {
  await tx
    .updateTable('return_offers')
    .set({ is_taken: true })
    .where('unit_id', '=', unitId)
    .where('return_id', '=', id)
    .where('entity_id', 'in', [...entityIds])
    .execute()
}
