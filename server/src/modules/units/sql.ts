import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'

/** Vietnamese order of names. */
export const BY_NAME = sql.raw(`collate "vi-x-icu"`)

/** Reads rows of a statement; a reader can do no more than select from it. */
export function rowsOf<T extends object>(db: Reader, statement: RawBuilder<T>) {
  return db
    .selectFrom(sql<T>`(${statement})`.as('found'))
    .selectAll('found')
    .execute()
}

/** `like` finds the words anywhere, without diacritics; what is special to `like` is plain here. */
export function anywhere(words: string): RawBuilder<string> {
  const plain = words.replace(/[\\%_]/g, String.raw`\$&`)
  return sql<string>`'%' || folded(${plain}) || '%'`
}

/** Units below a unit at some time up to the day, itself and its predecessors' own included. */
export function unitsUnder(unitId: Id, day: PlainDate): RawBuilder<unknown> {
  return sql`(select descendant_id from unit_ancestry
    where ancestor_id = ${unitId} and ${day}::date between from_on and until_on)`
}

export function both(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join([sql`true`, ...conditions], sql` and `)
}

/** The page and where it goes on; `rows` holds one row more than the page. */
export function pageOfRows<T extends { id: Id }>(rows: readonly T[], limit: number) {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last ? `_${last.id}` : null }
}

export function idOfCursor(cursor: string): Id {
  return cursor.slice(cursor.lastIndexOf('_') + 1)
}
