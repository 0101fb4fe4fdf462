import { type KeptView, type NewView, ViewList } from '@hopluc/shared/saved-views'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Actor } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { BY_NAME, rowsOf } from '../units/index.ts'

export function list(db: Reader, of: ViewList, accountId: Id): Promise<KeptView[]> {
  return rowsOf(
    db,
    sql<KeptView>`select v.id, v.list, v.name, v.search, v.is_shared as "isShared",
        v.account_id = ${accountId} as "isOwn", coalesce(a.name, '') as "byWords"
      from saved_views v left join accounts a on a.id = v.account_id
      where v.list = ${of} order by v.account_id <> ${accountId}, v.name ${BY_NAME}, v.id limit 200`,
  )
}

export async function insert(tx: Tx, actor: Actor, id: Id, view: NewView): Promise<void> {
  await tx
    .insertInto('saved_views')
    .values({
      id,
      list: view.list,
      name: view.name,
      search: JSON.stringify(view.search),
      account_id: actor.accountId,
      agency_id: actor.agencyId,
      is_shared: view.isShared,
    })
    .execute()
}

export async function remove(tx: Tx, id: Id, accountId: Id) {
  return tx
    .deleteFrom('saved_views')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .returning(['name', 'search'])
    .executeTakeFirst()
}
