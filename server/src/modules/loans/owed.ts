import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { BY_NAME, rowsOf } from '../units/index.ts'

/** Nothing is left out. */
const NO_LOAN: Id = '00000000-0000-0000-0000-000000000000'

/** What the borrower owes the fund or is approved for, besides this loan. */
export async function owed(db: Reader, fundId: Id, entityId: Id, besides: Id): Promise<number> {
  const [row] = await rowsOf(
    db,
    sql<{ owed: number }>`select owed_to_fund(${fundId}, ${entityId}, ${besides}) as owed`,
  )
  return row?.owed ?? 0
}

/** What those related to the borrower owe the fund, or are approved for. */
export async function owedByRelated(db: Reader, fundId: Id, entityId: Id): Promise<number> {
  const [row] = await rowsOf(
    db,
    sql<{
      owed: number
    }>`select coalesce(sum(owed_to_fund(${fundId}, r.id, ${NO_LOAN})), 0)::float8 as owed
      from (${relatedIds(fundId, entityId)}) r`,
  )
  return row?.owed ?? 0
}

const relatedIds = (fundId: Id, entityId: Id) => sql`
  select distinct case when r.entity_id = ${entityId} then r.other_id else r.entity_id end as id
  from loan_relations r where r.fund_id = ${fundId} and r.entity_id <> r.other_id and ${entityId} in (r.entity_id, r.other_id)`

export async function borrowsFrom(db: Reader, fundId: Id, entityId: Id): Promise<boolean> {
  const row = await db
    .selectFrom('loans')
    .select('id')
    .where('fund_id', '=', fundId)
    .where('entity_id', '=', entityId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export function listRelated(db: Reader, fundId: Id, entityId: Id) {
  return rowsOf(
    db,
    sql<{ id: Id; name: string }>`select e.id, e.name from (${relatedIds(fundId, entityId)}) r
      join entities e on e.id = r.id order by e.name ${BY_NAME}, e.id`,
  )
}
