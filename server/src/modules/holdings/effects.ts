import type { ReportLine } from '@hopluc/shared/reorganisation-report'
import type { Id } from '@hopluc/shared/values'
import type { Tx } from '../../platform/db.ts'
import { deleteRows, insertRows, keyOf, type Row, type TableName, updateRows } from './rows.ts'
import type { Effect, Effects } from './types.ts'

export interface KeptEffect {
  module: string
  subjectId: Id
  effect: Effect
}

/** Everything a module writes through these goes into `kept`, in order. */
export function createEffects(
  tx: Tx,
  module: string,
  kept: KeptEffect[],
  lines: ReportLine[],
): Effects {
  const keep = (subjectId: Id, effect: Effect) => kept.push({ module, subjectId, effect })
  return {
    insert: async (table, rows, subjectOf) => {
      await insertRows(tx, table, rows)
      for (const row of rows) keep(subjectOf(row), { table, before: null, after: row })
    },
    update: async (table, changes, subjectOf) => {
      await updateRows(
        tx,
        table,
        changes.map(({ after }) => after),
      )
      for (const { before, after } of changes) keep(subjectOf(after), { table, before, after })
    },
    remove: async (table, rows, subjectOf) => {
      await deleteRows(tx, table, rows)
      for (const row of rows) keep(subjectOf(row), { table, before: row, after: null })
    },
    own: (entries) => {
      for (const { subjectId, data } of entries) keep(subjectId, { own: data })
    },
    report: (...more) => {
      for (const line of more) lines.push({ module, ...line })
    },
  }
}

/**
 * Puts rows back, from the last to the first; neighbours of one kind in one statement. Before a unit
 * goes, `beforeUnits` takes away what is derived and points at it.
 */
export async function undoRows(
  tx: Tx,
  effects: readonly { table: TableName; before: Row | null; after: Row | null }[],
  beforeUnits: () => Promise<void>,
): Promise<void> {
  for (const group of runs(effects.toReversed())) {
    const { table, kind } = group
    const rows = [...group.rows.values()]
    if (table === 'units' && kind === 'insert') await beforeUnits()
    if (kind === 'insert') await deleteRows(tx, table, rows)
    else if (kind === 'remove') await insertRows(tx, table, rows)
    else await updateRows(tx, table, rows)
  }
}

interface Run {
  table: TableName
  kind: 'insert' | 'update' | 'remove'
  /** Rows to delete, or as they are to be again: of one that was changed twice as it was at first. */
  rows: Map<string, Row>
}

function runs(
  effects: readonly { table: TableName; before: Row | null; after: Row | null }[],
): Run[] {
  const result: Run[] = []
  for (const { table, before, after } of effects) {
    const kind = before === null ? 'insert' : after === null ? 'remove' : 'update'
    const row = before ?? after
    if (!row) continue
    const last = result.at(-1)
    const key = keyOf(table, row)
    if (last?.table === table && last.kind === kind) last.rows.set(key, row)
    else result.push({ table, kind, rows: new Map([[key, row]]) })
  }
  return result
}
