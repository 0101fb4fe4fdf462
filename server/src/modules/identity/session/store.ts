import { Role } from '@hopluc/shared/session'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../../platform/context.ts'
import type { Reader, Schema, Tx } from '../../../platform/db.ts'

interface ActorRow {
  account_id: Id
  name: string
  must_change_password: boolean
  post_id: Id
  role: string
  agency_id: Id
  committee_id: Id | null
  agency_name: string | null
}

export interface Person {
  actor: Actor
  mustChangePassword: boolean
}

/** Undefined when the session is none; without a person when its post is no longer held. */
export async function findSession(
  db: Kysely<Schema>,
  hash: Buffer,
  now: Date,
  today: PlainDate,
  isUse: boolean,
): Promise<{ id: Id; person: Person | undefined } | undefined> {
  const { rows } = await sql<ActorRow & { session_id: Id }>`
    select s.session_id, a.* from auth_session(${hash}, ${now}, ${today}, ${isUse}) s
    left join lateral auth_actor(s.account_id, ${today}, s.post_id) a on true`.execute(db)
  const [row] = rows
  if (!row) return undefined
  return { id: row.session_id, person: row.post_id ? present(row) : undefined }
}

/** Under the wished post, or the one used last; undefined when no post is held on the day. */
export async function findPerson(
  db: Kysely<Schema> | Tx,
  accountId: Id,
  today: PlainDate,
  postId: Id | null = null,
): Promise<Person | undefined> {
  const { rows } = await sql<ActorRow>`
    select * from auth_actor(${accountId}, ${today}, ${postId})`.execute(db)
  return rows[0] && present(rows[0])
}

function present(row: ActorRow): Person {
  return {
    mustChangePassword: row.must_change_password,
    actor: {
      accountId: row.account_id,
      postId: row.post_id,
      role: Role.parse(row.role),
      agencyId: row.agency_id,
      committeeId: row.committee_id,
      byWords: row.agency_name ? `${row.name}, ${row.agency_name}` : row.name,
    },
  }
}

export async function findAccount(db: Kysely<Schema>, username: string) {
  const { rows } = await sql<{ account_id: Id; password_hash: string | null }>`
    select * from auth_account(${username})`.execute(db)
  return rows[0] && { id: rows[0].account_id, passwordHash: rows[0].password_hash }
}

export interface NewSession {
  id: Id
  hash: Buffer
  actor: Actor
  address: string
  device: string
}

export async function open(tx: Tx, session: NewSession, now: Date): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({
      id: session.id,
      hash: session.hash,
      account_id: session.actor.accountId,
      post_id: session.actor.postId,
      address: session.address,
      device: session.device,
      opened_at: now,
      last_seen_at: now,
    })
    .execute()
}

/** Gives the session another secret, and a post. The old secret opens nothing any more. */
export async function renew(tx: Tx, old: Buffer, hash: Buffer, postId: Id): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sessions')
    .set({ hash, post_id: postId })
    .where('hash', '=', old)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function endByHash(tx: Tx, hash: Buffer, now: Date): Promise<Id | undefined> {
  const ended = await tx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('hash', '=', hash)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended?.id
}

/** Ends the person's sessions, all or all but one. */
export async function endAll(tx: Tx, accountId: Id, now: Date, but?: Buffer): Promise<void> {
  let ending = tx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
  if (but) ending = ending.where('hash', '<>', but)
  await ending.execute()
}

/** False when there is no such living session of this person. */
export async function end(tx: Tx, accountId: Id, id: Id, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Those that could still be used, last used first. */
export function list(db: Reader, accountId: Id, since: { idle: Date; opened: Date }) {
  return db
    .selectFrom('sessions')
    .leftJoin('posts', 'posts.id', 'sessions.post_id')
    .select([
      'sessions.id',
      'sessions.hash',
      'sessions.address',
      'sessions.device',
      'sessions.opened_at as openedAt',
      'sessions.last_seen_at as lastSeenAt',
      'posts.title as post',
    ])
    .where('sessions.account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('last_seen_at', '>', since.idle)
    .where('opened_at', '>', since.opened)
    .orderBy('last_seen_at', 'desc')
    .execute()
}

export async function setOwnPassword(tx: Tx, hash: string): Promise<void> {
  await sql`select auth_change_password(${hash})`.execute(tx)
}

export async function listDemo(db: Kysely<Schema>, day: PlainDate) {
  const { rows } = await sql<{ username: string; name: string; post: string; agency: string }>`
    select * from demo_accounts(${day})`.execute(db)
  return rows
}

export async function countUnseenNotices(db: Reader, accountId: Id): Promise<number> {
  const { count } = await db
    .selectFrom('notices')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** What waits for the person: passed on to them, readings not yet confirmed, tasks overdue. */
export function countWaiting(db: Reader, accountId: Id, day: PlainDate) {
  const row = sql<{ myTasks: number; readings: number; overdueTasks: number }>`(
    select
      (select count(*)::int from task_persons p
        join task_spans s on s.task_id = p.task_id and ${day}::date between s.from_on and s.until_on
        where p.account_id = ${accountId} and p.ended_at is null
          and s.status not in ('done_in_time', 'done_late', 'cancelled', 'standing')) as "myTasks",
      (select count(*)::int from readings where state = 'open') as readings,
      (select count(*)::int from task_spans s join tasks t on t.id = s.task_id
        where s.status = 'overdue' and ${day}::date between s.from_on and s.until_on
          and (t.parent_id is null or t.part_kind = 'instance'
            or not exists (select from tasks whole where whole.id = t.parent_id))) as "overdueTasks")`
  return db.selectFrom(row.as('waiting')).selectAll('waiting').executeTakeFirstOrThrow()
}

/** Posts held today, with office and place as of a day, which may lie before the post. */
export function listPosts(db: Reader, accountId: Id, today: PlainDate, day: PlainDate) {
  const rows = sql<PostRow>`(
    select p.id, coalesce(earlier.title, p.title) as title, p.role,
      v.agency_id, v.name, v.short_name, c.agency_id as committee_id, c.name as committee_name,
      c.short_name as committee_short_name, case u.level when 'nation' then '' else u.kind end as unit_kind, u.name as unit_name,
      above.kind as above_kind, above.name as above_name
    from posts p
    left join lateral (
      select title, agency_id, committee_id from posts
      where account_id = p.account_id and role = p.role and p.from_on > ${day}
        and ${day}::date between from_on and until_on
      order by from_on desc limit 1) earlier on true
    join lateral (
      select * from agency_versions
      where agency_id = coalesce(agency_on(coalesce(earlier.agency_id, p.agency_id), ${day}), p.agency_id)
      order by (${day}::date between from_on and until_on) desc, from_on desc limit 1) v on true
    left join agency_versions c on ${day}::date between c.from_on and c.until_on
      and c.agency_id = agency_on(coalesce(earlier.committee_id, p.committee_id), ${day})
    join lateral (
      select * from unit_versions where unit_id = v.unit_id
      order by (${day}::date between from_on and until_on) desc, from_on desc limit 1) u on true
    left join unit_versions above on above.unit_id = u.parent_id and above.level <> 'nation'
      and ${day}::date between above.from_on and above.until_on
    where p.account_id = ${accountId} and ${today}::date between p.from_on and p.until_on
    order by p.from_on desc, p.id)`
  return db.selectFrom(rows.as('held')).selectAll().execute()
}

export interface PostRow {
  id: Id
  title: string
  role: string
  agency_id: Id
  name: string
  short_name: string
  committee_id: Id | null
  committee_name: string | null
  committee_short_name: string | null
  unit_kind: string
  unit_name: string
  above_kind: string | null
  above_name: string | null
}
