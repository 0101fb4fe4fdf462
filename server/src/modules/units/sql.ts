import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'

/** Vietnamese order of names. */
export const BY_NAME = sql.raw(`collate "vi-x-icu"`)

/** Reads rows of a statement; a reader can do no more than select from it. */
export function rowsOf<T extends object>(db: Reader, statement: RawBuilder<T>) {
  return db
    .selectFrom(sql<T>`(${statement})`.as('found'))
    .selectAll('found')
    .execute()
}

/**
 * Reads the rows of several statements, each under its name, on one way to the database; they are planned
 * once. What comes back went through JSON: numbers, texts, truths, days as texts.
 */
export async function rowsTogether<T extends Record<string, object>>(
  db: Reader,
  statements: { [Name in keyof T]: RawBuilder<T[Name]> },
) {
  const parts = Object.entries(statements).map(
    ([name, statement]) =>
      sql`${sql.lit(name)}, (select coalesce(json_agg(t), '[]') from (${statement}) t)`,
  )
  const read = sql<{
    [Name in keyof T]: T[Name][]
  }>`${PLANNED_ONCE} json_build_object(${sql.join(parts)})`
  const { found } = await db
    .selectFrom(sql`(select)`.as('nothing'))
    .select(read.as('found'))
    .executeTakeFirstOrThrow()
  return found
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
