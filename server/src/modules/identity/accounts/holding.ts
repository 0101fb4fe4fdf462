import { Role } from '@hopluc/shared/session'
import { addDays, type Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import type { Reader } from '../../../platform/db.ts'
import { declareHolding, readRows, type ResolvedPlan, type Row } from '../../holdings/index.ts'
import { tell } from '../../notices/index.ts'
import { type HeldPost, movePosts } from './post-moves.ts'

const KIND = { kind: 'accounts', vi: 'Tài khoản', en: 'Accounts', manner: 'moves' } as const

/** Accounts move with their duty: posts end and begin, nobody is locked out. */
declareHolding({
  module: 'accounts',
  order: 40,
  isSwept: true,
  words: { vi: 'Tài khoản', en: 'Accounts' },
  kinds: [KIND],
  count: async (db, { agencyIds, day }) => {
    const rows = await db
      .selectFrom('posts')
      .innerJoin('accounts', 'accounts.id', 'posts.account_id')
      .select(['agency_id', sql<number>`count(distinct account_id)::int`.as('count')])
      .where(sql<boolean>`agency_id = any (${[...agencyIds]}::uuid[])`)
      .where('accounts.is_active', '=', true)
      .where('from_on', '<=', day)
      .where('until_on', '>=', day)
      .groupBy('agency_id')
      .execute()
    return rows.map(({ agency_id, count }) => ({
      kind: KIND.kind,
      unitId: null,
      agencyId: agency_id,
      count,
    }))
  },
  questions: async (db, plan) => movePosts(await listHeld(db, plan), plan).questions,
  errors: async (db, plan) =>
    movePosts(await listHeld(db, plan), plan).lockedOut.map(({ id, person, title }) => ({
      path: `answers.post:${id}`,
      code: 'reorganisations.locked_out',
      vi: `${person}, ${title}, sẽ không còn chức vụ nào. Hãy chọn cơ quan tiếp nhận, hoặc khóa tài khoản trước.`,
      en: `${person}, ${title}, would be left without any post. Choose an agency, or close the account first.`,
    })),
  move: async (tx, act, effects) => {
    const { plan, passed } = act
    const { moves } = movePosts(await listHeld(tx, plan), plan)
    const before = new Map(
      (
        await readRows(tx, 'posts', sql`t.id = any (${moves.map(({ post }) => post.id)}::uuid[])`)
      ).map((row) => [idOf(row), row]),
    )
    await effects.update(
      'posts',
      moves.flatMap(({ post }) => {
        const row = before.get(post.id)
        const last = post.fromOn > plan.lastDay ? addDays(post.fromOn, -1) : plan.lastDay
        return row ? [{ before: row, after: { ...row, until_on: last } }] : []
      }),
      accountOf,
    )
    const followed = moves.flatMap(({ post, next }) =>
      next ? [{ post, next, id: randomUUIDv7() }] : [],
    )
    await effects.insert(
      'posts',
      followed.map(({ post, next, id }) => ({
        id,
        account_id: post.accountId,
        agency_id: next.agencyId,
        committee_id: next.committeeId,
        role: next.role,
        title: next.title,
        authority: next.authority,
        from_on: post.fromOn > plan.onDay ? post.fromOn : plan.onDay,
        until_on: post.untilOn,
      })),
      accountOf,
    )
    for (const { post, next, id } of followed)
      passed.posts.set(post.id, { postId: id, agencyId: next.agencyId, accountId: post.accountId })
    const pairs = followed.map(({ post, id }) => ({ from_id: post.id, to_id: id }))
    await tx // whoever is signed in stays so
      .updateTable('sessions')
      .from(
        sql<{
          from_id: Id
          to_id: Id
        }>`jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)`.as<'p'>(
          sql`p (from_id uuid, to_id uuid)`,
        ),
      )
      .set((row) => ({ post_id: row.ref('p.to_id') }))
      .whereRef('sessions.post_id', '=', 'p.from_id')
      .where('ended_at', 'is', null)
      .execute()
    effects.own(
      pairs.map(({ from_id, to_id }) => ({ subjectId: from_id, data: { from_id, to_id } })),
    )
    await tell(
      tx,
      act,
      ...followed.map(({ post, next }) => ({
        to: { accountIds: [post.accountId] },
        kind: 'post.moved' as const,
        subjectKind: 'reorganisation' as const,
        subjectId: act.reorganisationId,
        params: { title: placeOf(plan, next.title, next.agencyId), by: plan.act },
        dedupe: `reorganisation.post.${act.reorganisationId}.${post.id}`,
      })),
    )
    effects.report(
      ...moves.map(({ post, next }) => ({
        what: next
          ? { vi: 'Chức vụ chuyển theo nhiệm vụ', en: 'The post follows its duty' }
          : { vi: 'Chức vụ kết thúc', en: 'The post ends' },
        subject: post.person,
        from: placeOf(plan, post.title, post.agencyId),
        to: next && placeOf(plan, next.title, next.agencyId),
        count: null,
        unitIds: [],
        agencyIds: [post.agencyId, ...(next ? [next.agencyId] : [])],
      })),
    )
  },
  // before the rows are put back: a post to which a session points cannot go
  undo: async (tx, entries) => {
    await tx
      .updateTable('sessions')
      .from(
        sql<{
          from_id: Id
          to_id: Id
        }>`jsonb_to_recordset(${JSON.stringify(entries.map(({ data }) => data))}::jsonb)`.as<'p'>(
          sql`p (from_id uuid, to_id uuid)`,
        ),
      )
      .set((row) => ({ post_id: row.ref('p.from_id') }))
      .whereRef('sessions.post_id', '=', 'p.to_id')
      .execute()
  },
})

const idOf = (row: Row) => String(row['id'])
const accountOf = (row: Row) => String(row['account_id'])

function placeOf({ names }: ResolvedPlan, title: string, agencyId: Id): string {
  const name = names.agencies.get(agencyId)?.name ?? ''
  return title.includes(name) ? title : `${title}, ${name}`
}

/** Posts at what ends, all others of these people, and who holds what at the committees that follow. */
async function listHeld(db: Reader, { agencies, onDay }: ResolvedPlan): Promise<HeldPost[]> {
  if (agencies.ended.length === 0) return []
  const ended = sql`any (${[...agencies.ended]}::uuid[])`
  const heirs = sql`any (${agencies.successions.map(({ toId }) => toId)}::uuid[])`
  const rows = await db
    .selectFrom('posts as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .select([
      'p.id',
      'p.account_id as accountId',
      'a.name as person',
      'a.is_active as isActive',
      'p.agency_id as agencyId',
      'p.committee_id as committeeId',
      'p.role',
      'p.title',
      'p.authority',
      'p.from_on as fromOn',
      'p.until_on as untilOn',
    ])
    .where('p.until_on', '>=', onDay)
    .where(
      sql<boolean>`p.until_on >= p.from_on and (p.committee_id = ${heirs} or p.account_id in (
        select h.account_id from posts h where h.until_on >= ${onDay}
          and (h.agency_id = ${ended} or h.committee_id = ${ended})))`,
    )
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({ ...row, role: Role.parse(row.role) }))
}
