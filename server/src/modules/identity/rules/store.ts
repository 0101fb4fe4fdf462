import type { PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import type { Reader, Schema, Tx } from '../../../platform/db.ts'

/** Also before anyone is known. */
export async function settingNumber(
  db: Reader | Kysely<Schema>,
  name: string,
  day: PlainDate,
  usual: number,
): Promise<number> {
  const { value } = await db
    .selectFrom(
      sql<{ value: number }>`(select setting_number(${name}, ${day}, ${usual}) as value)`.as('s'),
    )
    .select('value')
    .executeTakeFirstOrThrow()
  return value
}

/** What holds on the day or later, earliest first. */
export function list(db: Reader, names: readonly string[], day: PlainDate) {
  return db
    .selectFrom('settings')
    .select(['name', 'value', 'from_on as fromOn'])
    .where('name', 'in', [...names])
    .where('until_on', '>=', day)
    .orderBy('name')
    .orderBy('from_on')
    .execute()
}

/** Ends what held, drops what was set for later, and sets the value from the day on. */
export async function set(tx: Tx, name: string, value: unknown, fromOn: PlainDate): Promise<void> {
  await sql`select pg_advisory_xact_lock(2014, hashtext(${name}))`.execute(tx)
  await tx.deleteFrom('settings').where('name', '=', name).where('from_on', '>=', fromOn).execute()
  await tx
    .updateTable('settings')
    .set({ until_on: sql`${fromOn}::date - 1` })
    .where('name', '=', name)
    .where('until_on', '>=', fromOn)
    .execute()
  await tx
    .insertInto('settings')
    .values({ name, value: JSON.stringify(value), from_on: fromOn })
    .execute()
}
