import type { InWords } from '@hopluc/shared/reorganisations'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { declareHolding } from './declared.ts'

/** Open work of units, in a table that has a unit and a state. */
export interface Staying {
  module: string
  order: number
  words: InWords
  kind: InWords & { kind: string }
  table:
    | 'recognitions'
    | 'assessments'
    | 'difficulties'
    | 'entity_checks'
    | 'loans'
    | 'support_applications'
  /** The states in which it is open. */
  open: readonly string[]
}

/** Stays with the unit where it arose: who succeeds its handler reads it and goes on with it. */
export function declareStaying({ module, order, words, kind, table, open }: Staying): void {
  declareHolding({
    module,
    order,
    words,
    kinds: [{ ...kind, manner: 'stays' }],
    count: async (db, { unitIds }) => {
      const counted = sql<{ unitId: Id; count: number }>`(
        select t.unit_id as "unitId", count(*)::int as count from ${sql.table(table)} t
        where t.unit_id = any (${[...unitIds]}::uuid[]) and t.state = any (${[...open]}::text[])
        group by t.unit_id)`
      const rows = await db.selectFrom(counted.as('counted')).selectAll().execute()
      return rows.map((row) => ({ ...row, kind: kind.kind, agencyId: null }))
    },
  })
}
