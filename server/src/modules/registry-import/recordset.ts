import { type RawBuilder, sql } from 'kysely'

/**
 * Many rows as one parameter of the type `json`: bytes, for a text would be held in two a letter until the
 * statement is over.
 */
export const asJson = (rows: readonly object[]): Buffer => Buffer.from(JSON.stringify(rows))

/** Many rows as one parameter, to be read from. */
export function recordset(rows: readonly object[], columns: string): RawBuilder<unknown> {
  return sql`json_to_recordset(${asJson(rows)}::json) as r (${sql.raw(columns)})`
}
