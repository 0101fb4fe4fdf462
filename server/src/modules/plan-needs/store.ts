import type { StateNeeds, SupportPolicy } from '@hopluc/shared/plan-needs'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Actor } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import type { Amount, Need } from './domain.ts'

/** For which policies the plan asks, in its order. */
export function policiesOf(db: Reader, planId: Id) {
  return rowsOf(
    db,
    sql<
      Pick<SupportPolicy, 'id' | 'name' | 'basis' | 'source'>
    >`select s.id, s.name, s.basis, s.source
      from plan_policies p join support_policies s on s.id = p.policy_id
      where p.plan_id = ${planId} order by p.position, s.id`,
  )
}

export interface StatedNeed extends Need {
  note: string | null
  statedAt: Date
  byWords: string
}

/** What agencies said last by the day, as far as one reads it. */
export function needsOf(db: Reader, planId: Id, day: PlainDate): Promise<StatedNeed[]> {
  return rowsOf(
    db,
    sql<StatedNeed>`select distinct on (n.agency_id, n.policy_id) n.agency_id as "agencyId",
        n.policy_id as "policyId", n.this_year::float8 as "thisYear", n.amount::float8 as amount, n.note,
        n.stated_at as "statedAt", n.stated_words as "byWords"
      from plan_needs n where n.plan_id = ${planId} and n.on_day <= ${day}::date
      order by n.agency_id, n.policy_id, n.on_day desc`,
  )
}

/** The money that there is and what is allotted, as it held on the day. */
export function fundsOf(db: Reader, planId: Id, day: PlainDate): Promise<Amount[]> {
  return rowsOf(
    db,
    sql<Amount>`select * from (select distinct on (f.policy_id, f.agency_id) f.policy_id as "policyId",
        f.agency_id as "agencyId", f.amount::float8 as amount
      from plan_funds f where f.plan_id = ${planId} and f.on_day <= ${day}::date
      order by f.policy_id, f.agency_id, f.on_day desc) held where amount is not null`,
  )
}

/** For which agencies the acting person states needs. */
export async function ownAgencies(db: Reader): Promise<Id[]> {
  const rows = await rowsOf(db, sql<{ id: Id }>`select need_agencies() as id`)
  return rows.map(({ id }) => id)
}

/** Two of an agency state one after the other; answers when it was stated last. */
export async function holdStatement(tx: Tx, planId: Id, agencyId: Id): Promise<Date | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${planId} ${agencyId}`}, 0))`.execute(
    tx,
  )
  const [row] = await rowsOf(
    tx,
    sql<{ at: Date | null }>`select max(stated_at) as at from plan_needs
      where plan_id = ${planId} and agency_id = ${agencyId}`,
  )
  return row?.at ?? null
}

/** Said again on the same day it takes the place of what was said before. */
export async function state(
  tx: Tx,
  { accountId, byWords }: Actor,
  planId: Id,
  said: StateNeeds & { on: PlainDate; at: Date },
): Promise<void> {
  const rows = said.lines.map(({ policyId, thisYear, amount, note }) => ({
    plan_id: planId,
    agency_id: said.agencyId,
    policy_id: policyId,
    on_day: said.on,
    this_year: thisYear === null ? null : String(thisYear),
    amount: String(amount),
    note,
    stated_by: accountId,
    stated_words: byWords,
    stated_at: said.at,
  }))
  await tx
    .insertInto('plan_needs')
    .values(rows)
    .onConflict((on) =>
      on
        .columns(['plan_id', 'agency_id', 'policy_id', 'on_day'])
        .doUpdateSet((eb) => ({
          this_year: eb.ref('excluded.this_year'),
          amount: eb.ref('excluded.amount'),
          note: eb.ref('excluded.note'),
          stated_by: eb.ref('excluded.stated_by'),
          stated_words: eb.ref('excluded.stated_words'),
          stated_at: eb.ref('excluded.stated_at'),
        })),
    )
    .execute()
}

export async function choose(tx: Tx, planId: Id, policyIds: readonly Id[]): Promise<void> {
  await tx.deleteFrom('plan_policies').where('plan_id', '=', planId).execute()
  const rows = policyIds.map((policy, position) => ({
    plan_id: planId,
    policy_id: policy,
    position,
  }))
  if (rows.length > 0) await tx.insertInto('plan_policies').values(rows).execute()
}

export async function allot(
  tx: Tx,
  planId: Id,
  items: readonly { policyId: Id; agencyId: Id | null; amount: number | null }[],
  day: PlainDate,
): Promise<void> {
  const rows = items.map(({ policyId, agencyId, amount }) => ({
    plan_id: planId,
    policy_id: policyId,
    agency_id: agencyId,
    on_day: day,
    amount: amount === null ? null : String(amount),
  }))
  if (rows.length === 0) return
  await tx
    .insertInto('plan_funds')
    .values(rows)
    .onConflict((on) =>
      on
        .columns(['plan_id', 'policy_id', 'agency_id', 'on_day'])
        .doUpdateSet((eb) => ({ amount: eb.ref('excluded.amount') })),
    )
    .execute()
}

/** A notice a day at most to those who work for these agencies; how many of them have such people. */
export async function remind(
  tx: Tx,
  planId: Id,
  agencyIds: readonly Id[],
  params: { title: string; by: string },
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ told: number }>`select remind_of_needs(${planId},
    ${[...agencyIds]}::uuid[], ${JSON.stringify(params)}::jsonb, ${at}) as told`.execute(tx)
  return rows[0]?.told ?? 0
}
