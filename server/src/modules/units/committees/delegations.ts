import type { Delegation } from '@hopluc/shared/committees'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/db.ts'
import { rowsOf } from '../sql.ts'

export function listDelegations(db: Reader, id: Id, day: PlainDate) {
  return rowsOf(
    db,
    sql<Delegation>`select p.id as "postId", a.name, p.title, p.authority,
      p.from_on as "fromOn", p.until_on as "untilOn"
      from posts p join accounts a on a.id = p.account_id
      where p.committee_id = ${id} and p.role = 'delegate' and p.until_on >= p.from_on
        and p.until_on >= ${day}::date order by p.from_on, p.id`,
  )
}

export async function addDelegation(tx: Tx, committeeId: Id, delegation: NewPost): Promise<Id> {
  const id = randomUUIDv7()
  await tx
    .insertInto('posts')
    .values({
      id,
      account_id: delegation.accountId,
      agency_id: delegation.agencyId,
      committee_id: committeeId,
      role: 'delegate',
      title: delegation.title,
      authority: delegation.authority,
      from_on: delegation.fromOn,
      until_on: delegation.untilOn,
    })
    .execute()
  await sql`select refresh_scopes(${delegation.accountId})`.execute(tx)
  return id
}

interface NewPost {
  accountId: Id
  agencyId: Id
  title: string
  authority: string
  fromOn: PlainDate
  untilOn: PlainDate
}

export function findDelegation(tx: Tx, committeeId: Id, postId: Id) {
  return tx
    .selectFrom('posts')
    .select(['account_id as accountId', 'from_on as fromOn', 'until_on as untilOn'])
    .where('id', '=', postId)
    .where('committee_id', '=', committeeId)
    .where('role', '=', 'delegate')
    .executeTakeFirst()
}

export async function endPost(tx: Tx, id: Id, accountId: Id, untilOn: PlainDate): Promise<void> {
  await tx.updateTable('posts').set({ until_on: untilOn }).where('id', '=', id).execute()
  await sql`select refresh_scopes(${accountId})`.execute(tx)
}
