import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import type { Reader, Schema, Tx } from '../../../platform/db.ts'

interface TokenRow {
  id: Id
  account_id: Id
  post_id: Id
  name: string
  is_read_only: boolean
  nouns: string[] | null
}

/** The living token with this hash; notes that it was used. */
export async function find(db: Kysely<Schema>, hash: Buffer, now: Date) {
  const { rows } = await sql<TokenRow>`select * from auth_token(${hash}, ${now})`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { id, name, nouns } = row
  return {
    id,
    name,
    nouns,
    accountId: row.account_id,
    postId: row.post_id,
    isReadOnly: row.is_read_only,
  }
}

export interface TokenToAdd {
  id: Id
  hash: Buffer
  accountId: Id
  postId: Id
  name: string
  isReadOnly: boolean
  nouns: readonly string[] | null
  expiresAt: Date
}

export async function add(tx: Tx, token: TokenToAdd, now: Date): Promise<void> {
  await tx
    .insertInto('api_tokens')
    .values({
      id: token.id,
      hash: token.hash,
      account_id: token.accountId,
      post_id: token.postId,
      name: token.name,
      is_read_only: token.isReadOnly,
      nouns: token.nouns ? [...token.nouns] : null,
      created_at: now,
      expires_at: token.expiresAt,
    })
    .execute()
}

/** Living ones first, then those that ended, last made first. */
export function list(db: Reader, accountId: Id, now: Date) {
  return db
    .selectFrom('api_tokens as t')
    .leftJoin('posts as p', 'p.id', 't.post_id')
    .select([
      't.id',
      't.name',
      't.nouns',
      't.is_read_only as isReadOnly',
      't.created_at as createdAt',
      't.expires_at as expiresAt',
      't.last_used_at as lastUsedAt',
      't.ended_at as endedAt',
      'p.title as post',
    ])
    .where('t.account_id', '=', accountId)
    .orderBy(sql`(ended_at is null and expires_at > ${now}) desc`)
    .orderBy('t.created_at', 'desc')
    .limit(100)
    .execute()
}

/** False when the person has no such living token. */
export async function end(tx: Tx, accountId: Id, id: Id, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('api_tokens')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function endAll(tx: Tx, accountId: Id, now: Date): Promise<void> {
  await tx
    .updateTable('api_tokens')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
}
