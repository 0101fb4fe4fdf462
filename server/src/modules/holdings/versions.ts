import { type Id, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { readRows, type Row, type TableName } from './rows.ts'
import type { Effects } from './types.ts'

/**
 * What holds on the day and after ends the day before; `next` gives what follows from the day on, or
 * null when nothing does. What would only have begun later is taken away. Answers what followed.
 */
export async function follow(
  tx: Tx,
  effects: Effects,
  what: {
    table: TableName
    /** The column that names the record. */
    of: string
    /** The column by which `ids` are found, when it is another. */
    by?: string
    ids: readonly Id[]
    onDay: PlainDate
    lastDay: PlainDate
    next: (row: Row) => Row | null
  },
): Promise<Row[]> {
  const { table, of, by = of, ids, onDay, lastDay, next } = what
  if (ids.length === 0) return []
  const rows = await readRows(
    tx,
    table,
    sql`t.${sql.ref(by)} = any (${[...new Set(ids)]}::uuid[]) and t.until_on >= ${onDay}`,
  )
  const idOf = (row: Row) => String(row[of])
  const isLater = (row: Row) => String(row['from_on']) > lastDay
  await effects.remove(table, rows.filter(isLater), idOf)
  const before = rows.filter((row) => !isLater(row))
  await effects.update(
    table,
    before.map((row) => ({ before: row, after: { ...row, until_on: lastDay } })),
    idOf,
  )
  const after = before.flatMap((row): Row[] => {
    const one = next({ ...row, from_on: onDay })
    return one ? [one] : []
  })
  await effects.insert(table, after, idOf)
  return after
}

/** Counts the change of records that carry a version number. */
export async function bump(
  tx: Tx,
  effects: Effects,
  table: 'units' | 'agencies',
  ids: readonly Id[],
): Promise<void> {
  if (ids.length === 0) return
  const rows = await readRows(tx, table, sql`t.id = any (${[...new Set(ids)]}::uuid[])`)
  await effects.update(
    table,
    rows.map((row) => ({ before: row, after: { ...row, version: Number(row['version']) + 1 } })),
    (row) => String(row['id']),
  )
}
