import {
  NoticeKind,
  type Notice,
  NoticeParams,
  type NoticeQuery,
  NoticeSubject,
} from '@hopluc/shared/notices'
import type { Id, Page, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import type { Telling } from './domain.ts'

/**
 * One statement, however many are told. The same thing is never told twice to the same person, and
 * nobody is told of their own deed. A person tells those alone whom the record concerns: the
 * database refuses others.
 */
export async function insert(
  tx: Tx,
  tellings: readonly Telling[],
  { today, now, isSystem }: { today: PlainDate; now: Date; isSystem: boolean },
): Promise<void> {
  if (tellings.length === 0) return
  const rows = tellings.map((one) => ({
    accounts: one.to.accountIds ?? [],
    agencies: one.to.agencyIds ?? [],
    agency_roles: one.to.roles ?? ['leader', 'clerk', 'officer'],
    committee: one.to.committeeId ?? null,
    committee_roles: one.to.committeeRoles ?? ['standing'],
    but: one.but ?? null,
    kind: one.kind,
    subject_kind: one.subjectKind,
    subject_id: one.subjectId,
    params: one.params ?? {},
    dedupe: one.dedupe,
  }))
  await sql`
    with told as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (accounts uuid[],
        agencies uuid[], agency_roles text[], committee uuid, committee_roles text[], but uuid,
        kind text, subject_kind text, subject_id uuid, params jsonb, dedupe text)
    ), wanted as (
      select told.*, posts.account_id from told join posts on ${sql.lit(today)}::date
          between posts.from_on and posts.until_on and (
        posts.account_id = any (told.accounts)
        or (posts.committee_id = told.committee and posts.role = any (told.committee_roles))
        or (posts.role = any (told.agency_roles) and posts.agency_id in (
          select unnest(told.agencies)
          union all
          select v.agency_id from agency_versions v where v.acts_for_id = any (told.agencies)
            and ${sql.lit(today)}::date between v.from_on and v.until_on)))
    )
    insert into notices (id, account_id, kind, subject_kind, subject_id, params, dedupe, created_at)
    select gen_random_uuid(), account_id, kind, subject_kind, subject_id, params, dedupe, ${now}
    from (select distinct on (account_id, dedupe) * from wanted
          where account_id is distinct from but) as w
    ${isSystem ? sql`` : CONCERNED}
    on conflict do nothing`.execute(tx)
}

const CONCERNED = sql`where may_tell(account_id, subject_kind, subject_id)`

export async function list(db: Reader, accountId: Id, query: NoticeQuery): Promise<Page<Notice>> {
  let rows = db
    .selectFrom('notices')
    .select(['id', 'kind', 'subject_kind', 'subject_id', 'params', 'created_at', 'seen_at'])
    .where('account_id', '=', accountId)
  if (query.unseen) rows = rows.where('seen_at', 'is', null)
  if (query.cursor) {
    const [at, id] = query.cursor.split('_')
    rows = rows.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const found = await rows
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const items = found
    .slice(0, query.limit)
    .map((row) => ({
      id: row.id,
      kind: NoticeKind.parse(row.kind),
      subjectKind: NoticeSubject.parse(row.subject_kind),
      subjectId: row.subject_id,
      params: NoticeParams.parse(row.params),
      createdAt: row.created_at.toISOString(),
      seenAt: row.seen_at?.toISOString() ?? null,
    }))
  const last = found.length > items.length ? items.at(-1) : undefined
  return { items, next: last ? `${last.createdAt}_${last.id}` : null }
}

export async function countUnseen(db: Reader, accountId: Id): Promise<number> {
  const { count } = await db
    .selectFrom('notices')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function markSeen(
  tx: Tx,
  accountId: Id,
  now: Date,
  ids: readonly Id[] | undefined,
): Promise<void> {
  let rows = tx
    .updateTable('notices')
    .set({ seen_at: now })
    .where('account_id', '=', accountId)
    .where('seen_at', 'is', null)
  if (ids) rows = rows.where('id', 'in', ids.length > 0 ? ids : [accountId])
  await rows.execute()
}
