import { Duty, type HandOver, type NewHandOver, type Taker } from '@hopluc/shared/hand-overs'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import * as z from 'zod'
import type { Reader, Tx } from '../../platform/db.ts'

/** Nothing for whoever may not hand over this account. */
export async function listDuties(db: Reader, accountId: Id): Promise<Duty[]> {
  const rows = await db
    .selectFrom(
      sql<Duty>`(select kind, id, code, title, due_on as "dueOn", agency_id as "agencyId",
        coalesce(agency, '') as agency from open_duties(${accountId}))`.as('duty'),
    )
    .selectAll('duty')
    .execute()
  return z.array(Duty).parse(rows)
}

export async function mayHandOver(db: Reader, accountId: Id): Promise<boolean> {
  const { may } = await db
    .selectFrom(sql<{ may: boolean }>`(select may_hand_over(${accountId}) as may)`.as('s'))
    .select('may')
    .executeTakeFirstOrThrow()
  return may
}

export function getAccount(db: Reader, id: Id) {
  return db
    .selectFrom('accounts')
    .select(['is_active as isActive', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Who holds a post on the day by which the body's duties are in reach; in order of names. */
export async function listTakers(
  db: Reader,
  agencyId: Id,
  but: Id,
  day: PlainDate,
): Promise<Taker[]> {
  return db
    .selectFrom(
      sql<Taker>`(
        select distinct on (a.name collate "vi-x-icu", a.id) a.id as "accountId", a.name, p.title
        from accounts a join posts p on p.account_id = a.id and ${day}::date between p.from_on and p.until_on
        where a.is_active and a.id <> ${but} and p.role not in ('admin', 'observer')
          and can_take(a.id, ${agencyId}, ${day})
        order by a.name collate "vi-x-icu", a.id, p.from_on desc limit 500)`.as('taker'),
    )
    .selectAll('taker')
    .execute()
}

/** Answers the act's id. Every duty needs a taker who can reach it, else nothing happens. */
export async function handOver(
  tx: Tx,
  accountId: Id,
  { basis, note, takers, version }: NewHandOver,
  now: Date,
): Promise<Id> {
  const id = randomUUIDv7()
  const named = Object.fromEntries(takers.map((one) => [`${one.kind} ${one.id}`, one.accountId]))
  await sql`select hand_over_account(${accountId}, ${version}, ${JSON.stringify(named)}::jsonb, ${id}, ${basis},
    ${note}, ${now})`.execute(tx)
  return id
}

const Kept = z.array(
  Duty.omit({ agencyId: true }).extend({
    to: z.string().nullable(),
    toId: z.string().nullable(),
    toPost: z.string().nullable(),
  }),
)
export type KeptDuty = z.infer<typeof Kept>[number]

function handOvers(db: Reader) {
  return db
    .selectFrom('hand_overs as h')
    .leftJoin('accounts as m', 'm.id', 'h.made_by')
    .select(['h.id', 'h.on_day as onDay', 'h.made_at as madeAt', 'm.name as by', 'h.basis'])
    .select(['h.note', 'h.duties', 'h.remaining', 'h.agency_id as agencyId'])
}

export async function listHandOvers(db: Reader, accountId: Id): Promise<HandOver[]> {
  const rows = await handOvers(db)
    .where('h.account_id', '=', accountId)
    .orderBy('h.made_at', 'desc')
    .execute()
  return rows.map(({ duties, madeAt, by, note: _note, agencyId: _agency, ...row }) => ({
    ...row,
    madeAt: madeAt.toISOString(),
    by: by ?? '',
    before: Kept.parse(duties).length,
  }))
}

/** With the one who left and the body, as they were on the day. */
export async function findHandOver(db: Reader, accountId: Id, id: Id) {
  const row = await handOvers(db)
    .where('h.account_id', '=', accountId)
    .where('h.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const giver = await db
    .selectFrom('accounts as a')
    .innerJoin('posts as p', 'p.account_id', 'a.id')
    .select(['a.name', 'p.title'])
    .where('a.id', '=', accountId)
    .where('p.agency_id', '=', row.agencyId)
    .orderBy('p.until_on', 'desc')
    .orderBy('p.from_on', 'desc')
    .executeTakeFirst()
  const body = await db
    .selectFrom('agency_versions as v')
    .innerJoin('unit_versions as u', 'u.unit_id', 'v.unit_id')
    .select(['v.name', 'v.kind', 'v.symbol', 'u.kind as unitKind', 'u.name as place'])
    .where('v.agency_id', '=', row.agencyId)
    .orderBy(sql`v.from_on <= ${row.onDay}::date`, 'desc')
    .orderBy('v.from_on', 'desc')
    .orderBy('u.from_on', 'desc')
    .executeTakeFirstOrThrow()
  return { ...row, duties: Kept.parse(row.duties), giver, body }
}
