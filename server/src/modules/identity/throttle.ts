import { type Kysely, sql } from 'kysely'
import type { Schema, Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'

/** `seconds` becomes the header Retry-After. */
export class Wait extends AppError {
  readonly seconds: number

  constructor(seconds: number) {
    const vi = seconds > 120 ? `${Math.ceil(seconds / 60)} phút` : `${seconds} giây`
    const en = seconds > 120 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`
    super('too_many', 'session.wait', {
      vi: `Đã nhập sai nhiều lần. Hãy thử lại sau ${vi}.`,
      en: `Too many wrong attempts. Try again in ${en}.`,
    })
    this.seconds = seconds
  }
}

/**
 * Counts the attempt as failed until it succeeds: guesses sent at the same moment stand in line.
 * `name` is the user name, or the user name with the kind of secret before it.
 * @throws Wait
 */
export async function guard(
  db: Kysely<Schema>,
  name: string,
  address: string,
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ wait: number }>`
    select auth_begin(${name}, ${address}, ${now}) as wait`.execute(db)
  const wait = rows[0]?.wait ?? 0
  if (wait > 0) throw new Wait(wait)
}

export async function succeed(tx: Tx, name: string, address: string, now: Date): Promise<void> {
  await sql`select auth_succeeded(${name}, ${address}, ${now})`.execute(tx)
}

/** The name under which guesses at a second factor are counted. */
export const secondName = (username: string): string => `second ${username}`
