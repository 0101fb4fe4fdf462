import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import type { Personal } from '../personal-fields/index.ts'

/**
 * One value of a declared field, as far as row security shows the record, with the account of its
 * person. Names of tables and columns come from the declarations alone.
 */
export async function findValue(
  db: Reader,
  { table, column, record, account }: Personal,
  recordId: Id,
): Promise<{ value: string; accountId: Id | null } | undefined> {
  const person = account ? sql.ref(account) : sql`null::uuid`
  return db
    .selectFrom(
      sql<{ value: string; accountId: Id | null }>`(
        select ${sql.ref(column)}::text as value, ${person} as "accountId" from ${sql.table(table)}
        where ${sql.ref(record)} = ${recordId} and ${sql.ref(column)} is not null limit 1)`.as(
        'found',
      ),
    )
    .selectAll('found')
    .executeTakeFirst()
}

/** Sets one declared column; answers whether row security let it. */
export async function setValue(
  tx: Tx,
  { table, column, record }: Personal,
  recordId: Id,
  value: string | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update ${sql.table(table)}
    set ${sql.ref(column)} = ${value}, version = version + 1
    where ${sql.ref(record)} = ${recordId}`.execute(tx)
  return numAffectedRows === 1n
}

export async function isRestricted(db: Reader, accountId: Id | null): Promise<boolean> {
  if (accountId === null) return false
  const { restricted } = await db
    .selectFrom(
      sql<{ restricted: boolean }>`(select is_data_restricted(${accountId}) as restricted)`.as('s'),
    )
    .select('restricted')
    .executeTakeFirstOrThrow()
  return restricted
}

export interface Found {
  field: string
  record: string
  value: string
  isSure: boolean
}

/** What is kept of the person of an open request; at most `most` rows a field. */
export function findData(db: Reader, requestId: Id, fields: readonly Personal[], most: number) {
  const wanted = fields.map(({ table, column, record, account, how }) => ({
    table,
    column,
    record,
    account,
    how,
  }))
  return db
    .selectFrom(
      sql<Found>`(select field, record, value, is_sure as "isSure"
        from personal_data_of(${requestId}, ${JSON.stringify(wanted)}::jsonb, ${most}))`.as(
        'found',
      ),
    )
    .selectAll('found')
    .execute()
}

export async function settingNumber(
  db: Reader,
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

const BASIS = 'personal.basis.'

/** Legal bases as the installation has stated them, by field. */
export async function listBases(db: Reader, day: PlainDate): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('settings')
    .select(['name', 'value'])
    .where('name', 'like', `${BASIS}%`)
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .execute()
  return new Map(
    rows.flatMap(({ name, value }) =>
      typeof value === 'string' ? [[name.slice(BASIS.length), value] as const] : [],
    ),
  )
}

/** Those of some settings that hold on a day, by name. */
export async function listSettings(db: Reader, names: readonly string[], day: PlainDate) {
  const rows = await db
    .selectFrom('settings')
    .select(['name', 'value', 'from_on as fromOn'])
    .where('name', 'in', [...names])
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .execute()
  return new Map(rows.map((row) => [row.name, row]))
}

/** From the day on; null takes the basis away. */
export function setBasis(
  tx: Tx,
  field: string,
  basis: string | null,
  day: PlainDate,
): Promise<void> {
  return setSetting(tx, `${BASIS}${field}`, basis, day)
}

/** From the day on; what held before stays readable. Null takes the setting away. */
export async function setSetting(
  tx: Tx,
  name: string,
  value: string | number | null,
  day: PlainDate,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(2014, hashtext(${name}))`.execute(tx)
  await tx.deleteFrom('settings').where('name', '=', name).where('from_on', '>=', day).execute()
  await tx
    .updateTable('settings')
    .set({ until_on: sql`${day}::date - 1` })
    .where('name', '=', name)
    .where('until_on', '>=', day)
    .execute()
  if (value === null) return
  await tx
    .insertInto('settings')
    .values({ name, value: JSON.stringify(value), from_on: day })
    .execute()
}

/** Name of the account, where it exists. */
export function findAccount(db: Reader, id: Id) {
  return db
    .selectFrom('accounts')
    .select(['id', 'name', 'username'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function listAdministrators(db: Reader, day: PlainDate): Promise<Id[]> {
  const rows = await db
    .selectFrom('posts')
    .select('account_id')
    .distinct()
    .where('role', '=', 'admin')
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .execute()
  return rows.map(({ account_id }) => account_id)
}
