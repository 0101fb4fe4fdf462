import type { SupportPolicy, SupportPolicyChange } from '@hopluc/shared/plan-needs'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { agencyNamed, rowsOf } from '../units/index.ts'
import { policyChanged, policyNotFound } from './refusals.ts'

const read = (db: Reader, day: PlainDate, where: RawBuilder<unknown>) =>
  rowsOf(
    db,
    sql<SupportPolicy>`select s.id, s.name, s.basis, s.source, s.is_ended as "isEnded", s.version,
        ${agencyNamed(sql`s.body_id`, sql`${day}::date`)} as body,
        coalesce(s.body_id in (select planned_bodies()), false) as "mayChange"
      from support_policies s where ${where} order by s.body_id nulls first, s.position, s.id`,
  )

/** Everyone's, those of the plan's body, and one's own. */
export function list(db: Reader, day: PlainDate, bodyId: Id | null): Promise<SupportPolicy[]> {
  return read(
    db,
    day,
    sql`s.body_id is null or s.body_id = ${bodyId} or s.body_id in (select planned_bodies())`,
  )
}

export async function get(db: Reader, id: Id, day: PlainDate): Promise<SupportPolicy> {
  const [row] = await read(db, day, sql`s.id = ${id}`)
  if (!row) throw policyNotFound()
  return row
}

export function bodies(db: Reader, day: PlainDate): Promise<Named[]> {
  return rowsOf(
    db,
    sql<Named>`select v.agency_id as id, v.name, v.short_name as "shortName" from agency_versions v
      where v.agency_id in (select planned_bodies()) and ${day}::date between v.from_on and v.until_on
      order by (v.kind = 'steering_committee') desc, v.agency_id`,
  )
}

export async function isNamed(db: Reader, bodyId: Id, name: string, but: Id | null) {
  const rows = await rowsOf(
    db,
    sql<{ id: Id }>`select id from support_policies where body_id = ${bodyId} and name = ${name}
      and id is distinct from ${but}`,
  )
  return rows.length > 0
}

export async function insert(
  tx: Tx,
  one: { id: Id; bodyId: Id; name: string; basis: string | null; source: string | null },
): Promise<void> {
  const { id, bodyId, name, basis, source } = one
  await tx
    .insertInto('support_policies')
    .values({ id, body_id: bodyId, name, basis, source, position: 100 })
    .execute()
}

export async function change(
  tx: Tx,
  id: Id,
  { version, name, basis, source, isEnded }: SupportPolicyChange,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('support_policies')
    .set({ name, basis, source, is_ended: isEnded, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw policyChanged()
}
