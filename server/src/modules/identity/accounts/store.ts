import type { Account, AccountItem, AccountQuery, NewPost } from '@hopluc/shared/accounts'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/db.ts'
import { AppError } from '../../../platform/errors.ts'

const agencyOf = (id: RawBuilder<unknown>, day: PlainDate) => sql`(
  select json_build_object('id', n.agency_id, 'name', n.name, 'shortName', n.short_name)
  from agency_versions n where n.agency_id = ${id}
  order by (${day}::date between n.from_on and n.until_on) desc, (n.from_on <= ${day}::date) desc,
    n.from_on desc limit 1)`

const columns = (day: PlainDate) => sql`
  a.id, a.username, a.name, a.is_active as "isActive",
  coalesce((select json_agg(json_build_object('id', p.id, 'title', p.title, 'role', p.role,
      'agency', ${agencyOf(sql`p.agency_id`, day)}) order by p.from_on desc, p.id)
    from posts p where p.account_id = a.id and ${day}::date between p.from_on and p.until_on), '[]') as posts,
  (select max(s.last_seen_at) from sessions s where s.account_id = a.id) as "lastSeenAt"`

type ItemRow = Omit<AccountItem, 'lastSeenAt'> & { lastSeenAt: Date | null }

/** In Vietnamese order of names; those without a post of the agency or role asked for are left out. */
export async function list(
  db: Reader,
  { q, agency, role, state, limit, cursor }: AccountQuery,
  day: PlainDate,
) {
  const where: RawBuilder<unknown>[] = [sql`true`]
  if (q) {
    const words = `%${q.replace(/[\\%_]/g, String.raw`\$&`)}%`
    where.push(sql`folded(a.name || ' ' || a.username) like folded(${words})`)
  }
  if (state) where.push(sql`a.is_active = ${state === 'active'}`)
  if (agency || role)
    where.push(sql`exists (select from posts h where h.account_id = a.id
      and ${day}::date between h.from_on and h.until_on
      and (${agency ?? null}::uuid is null or h.agency_id = ${agency ?? null}::uuid)
      and (${role ?? null}::text is null or h.role = ${role ?? null}))`)
  if (cursor)
    where.push(sql`(a.name collate "vi-x-icu", a.id) > (select c.name collate "vi-x-icu", c.id
      from accounts c where c.id = ${cursor.slice(cursor.lastIndexOf('_') + 1)})`)
  const rows = await db
    .selectFrom(
      sql<ItemRow>`(select ${columns(day)} from accounts a where ${sql.join(where, sql` and `)}
        order by a.name collate "vi-x-icu", a.id limit ${limit + 1})`.as('found'),
    )
    .selectAll('found')
    .execute()
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items: items.map(presentTimes), next: last ? `_${last.id}` : null }
}

type AccountRow = Omit<Account, 'allowed' | 'createdAt' | 'resetUntil' | 'lastSeenAt'> & {
  createdAt: Date
  resetUntil: Date | null
  lastSeenAt: Date | null
}

export async function get(
  db: Reader,
  id: Id,
  day: PlainDate,
  now: Date,
): Promise<Omit<Account, 'allowed'>> {
  const row = await db
    .selectFrom(
      sql<AccountRow>`(select ${columns(day)}, a.version, a.created_at as "createdAt",
        a.must_change_password as "mustChangePassword",
        coalesce((select json_agg(json_build_object('id', p.id, 'title', p.title, 'role', p.role,
            'agency', ${agencyOf(sql`p.agency_id`, day)}, 'committee', ${agencyOf(sql`p.committee_id`, day)},
            'unit', (select json_build_object('id', u.unit_id, 'level', u.level, 'kind', u.kind, 'name', u.name)
              from agency_versions v join unit_versions u on u.unit_id = v.unit_id
              where v.agency_id = p.agency_id
              order by (${day}::date between v.from_on and v.until_on) desc, v.from_on desc,
                (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1),
            'authority', p.authority, 'fromOn', p.from_on, 'untilOn', p.until_on)
            order by p.from_on desc, p.id)
          from posts p where p.account_id = a.id), '[]') as "allPosts",
        coalesce((select t.failures from sign_in_attempts t where t.kind = 'username'
          and t.key = attempt_key(a.username) and t.last_at > ${now}::timestamptz - interval '1 day'), 0)
          as failures,
        (select max(r.expires_at) from password_resets r where r.account_id = a.id
          and r.used_at is null and r.expires_at > ${now}) as "resetUntil"
        from accounts a where a.id = ${id})`.as('found'),
    )
    .selectAll('found')
    .executeTakeFirstOrThrow(notFound)
  const { createdAt, resetUntil, ...account } = row
  return {
    ...presentTimes(account),
    createdAt: createdAt.toISOString(),
    resetUntil: resetUntil?.toISOString() ?? null,
  }
}

function presentTimes<T extends { lastSeenAt: Date | null }>(row: T) {
  return { ...row, lastSeenAt: row.lastSeenAt?.toISOString() ?? null }
}

/** Holds the account for this transaction, and refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number) {
  const account = await tx
    .selectFrom('accounts')
    .select(['version', 'username', 'name', 'is_active as isActive'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound)
  const { numUpdatedRows } = await tx
    .updateTable('accounts')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return account
  throw new AppError('conflict', 'accounts.changed', {
    vi: 'Tài khoản vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this account. Reload the page and try again.',
  })
}

export async function create(
  tx: Tx,
  account: { username: string; name: string; passwordHash: string | null },
): Promise<Id> {
  const taken = await tx
    .selectFrom('accounts')
    .select('id')
    .where('username', '=', account.username)
    .executeTakeFirst()
  if (taken)
    throw new AppError('conflict', 'accounts.username_taken', {
      vi: `Tên đăng nhập ${account.username} đã có người dùng. Hãy chọn tên khác.`,
      en: `The user name ${account.username} is taken. Choose another.`,
    })
  const id = randomUUIDv7()
  await tx
    .insertInto('accounts')
    .values({
      id,
      username: account.username,
      name: account.name,
      password_hash: account.passwordHash,
      must_change_password: account.passwordHash !== null,
    })
    .execute()
  return id
}

export async function change(
  tx: Tx,
  id: Id,
  set: { name?: string; is_active?: boolean },
): Promise<void> {
  if (Object.keys(set).length === 0) return
  await tx.updateTable('accounts').set(set).where('id', '=', id).execute()
}

export async function addPost(tx: Tx, accountId: Id, post: NewPost): Promise<Id> {
  const id = randomUUIDv7()
  await tx
    .insertInto('posts')
    .values({
      id,
      account_id: accountId,
      agency_id: post.agencyId,
      committee_id: post.committeeId,
      role: post.role,
      title: post.title,
      authority: post.authority,
      from_on: post.fromOn,
      until_on: post.untilOn,
    })
    .execute()
  await refreshScopes(tx, accountId)
  return id
}

export function findPost(tx: Tx, accountId: Id, id: Id) {
  return tx
    .selectFrom('posts')
    .select(['role', 'from_on as fromOn', 'until_on as untilOn'])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

export async function endPost(tx: Tx, accountId: Id, id: Id, untilOn: PlainDate): Promise<void> {
  await tx.updateTable('posts').set({ until_on: untilOn }).where('id', '=', id).execute()
  await refreshScopes(tx, accountId)
}

async function refreshScopes(tx: Tx, accountId: Id): Promise<void> {
  await sql`select refresh_scopes(${accountId})`.execute(tx)
}

/** Posts of administrators held on the day by active accounts. */
export async function countAdmins(db: Reader, day: PlainDate): Promise<number> {
  const { count } = await db
    .selectFrom('posts')
    .innerJoin('accounts', 'accounts.id', 'posts.account_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('role', '=', 'admin')
    .where('is_active', '=', true)
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .executeTakeFirstOrThrow()
  return count
}

export async function mayHandOver(db: Reader, accountId: Id): Promise<boolean> {
  const { may } = await db
    .selectFrom(sql<{ may: boolean }>`(select may_hand_over(${accountId}) as may)`.as('s'))
    .select('may')
    .executeTakeFirstOrThrow()
  return may
}

export function notFound() {
  return new AppError('not_found', 'accounts.not_found', {
    vi: 'Không tìm thấy tài khoản này.',
    en: 'There is no such account.',
  })
}
