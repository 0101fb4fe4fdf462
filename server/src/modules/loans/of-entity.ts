import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'

export interface LoanOfEntity {
  id: Id
  fund: string
  purpose: string
  disbursed: number
  outstanding: number
}

/** What a cooperative has borrowed, as far as one reads it; the newest first. */
export function loansOfEntity(db: Reader, entityId: Id): Promise<LoanOfEntity[]> {
  return rowsOf(
    db,
    sql<LoanOfEntity>`select l.id, f.name as fund, l.purpose, l.disbursed, l.outstanding
      from loans l join loan_funds f on f.id = l.fund_id
      where l.entity_id = ${entityId} and l.disbursed > 0 order by l.requested_on desc, l.id limit 100`,
  )
}
