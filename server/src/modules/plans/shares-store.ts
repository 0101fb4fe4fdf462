import type { Allotments, RegisteredUnit, Registration } from '@hopluc/shared/plans'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Actor } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import { unitNamed } from './store.ts'

export interface Share {
  targetId: Id
  unitId: Id
  amount: number
  note: string | null
}

/** What units were given, as it held on the day. */
export function allotments(db: Reader, targetIds: readonly Id[], day: PlainDate): Promise<Share[]> {
  return rowsOf(
    db,
    sql<Share>`select * from (select distinct on (a.target_id, a.unit_id) a.target_id as "targetId",
        a.unit_id as "unitId", a.amount::float8 as amount, a.note
      from target_allotments a where a.target_id = any (${[...targetIds]}::uuid[]) and a.on_day <= ${day}::date
      order by a.target_id, a.unit_id, a.on_day desc) held where amount is not null`,
  )
}

/** What is new or different from today on; what is left out is taken back. */
export async function allot(
  tx: Tx,
  targetId: Id,
  items: Allotments['items'],
  day: PlainDate,
): Promise<void> {
  const before = await allotments(tx, [targetId], day)
  const gone = before.filter(({ unitId }) => !items.some((item) => item.unitId === unitId))
  const rows = [
    ...items.map(({ unitId, amount, note }) => ({ unit_id: unitId, amount: String(amount), note })),
    ...gone.map(({ unitId }) => ({ unit_id: unitId, amount: null, note: null })),
  ].map((row) => ({ ...row, target_id: targetId, on_day: day }))
  if (rows.length === 0) return
  await tx
    .insertInto('target_allotments')
    .values(rows)
    .onConflict((on) =>
      on
        .columns(['target_id', 'unit_id', 'on_day'])
        .doUpdateSet((eb) => ({
          amount: eb.ref('excluded.amount'),
          note: eb.ref('excluded.note'),
        })),
    )
    .execute()
}

export interface RegistrationRow extends Omit<RegisteredUnit, 'subjects'> {
  targetId: Id
  unitId: Id
  subjects: { name: string; entityId: Id | null; expectedOn: PlainDate | null }[]
}

/** What units said last by the day. Names of cooperatives are told with it: a unit means these. */
export function registrations(
  db: Reader,
  targetIds: readonly Id[],
  day: PlainDate,
): Promise<RegistrationRow[]> {
  return rowsOf(
    db,
    sql<RegistrationRow>`select distinct on (r.target_id, r.unit_id) r.id, r.target_id as "targetId",
        r.unit_id as "unitId", ${unitNamed(sql`r.unit_id`, day)} as unit, r.on_day as "onDay",
        r.amount::float8 as amount, r.note, r.registered_words as "byWords",
        coalesce((select json_agg(json_build_object('name', s.name, 'entityId', s.entity_id,
          'expectedOn', s.expected_on) order by s.position)
          from target_subjects s where s.registration_id = r.id), '[]') as subjects
      from target_registrations r
      where r.target_id = any (${[...targetIds]}::uuid[]) and r.on_day <= ${day}::date
      order by r.target_id, r.unit_id, r.on_day desc`,
  )
}

/** Said again on the same day it takes the place of what was said before. */
export async function register(
  tx: Tx,
  { accountId, byWords }: Actor,
  targetId: Id,
  said: Registration & { on: PlainDate; at: Date },
): Promise<void> {
  const row = {
    amount: String(said.amount),
    note: said.note,
    registered_by: accountId,
    registered_words: byWords,
    registered_at: said.at,
  }
  const { id } = await tx
    .insertInto('target_registrations')
    .values({ id: newId(), target_id: targetId, unit_id: said.unitId, on_day: said.on, ...row })
    .onConflict((on) => on.columns(['target_id', 'unit_id', 'on_day']).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('target_subjects').where('registration_id', '=', id).execute()
  const subjects = said.subjects.map(({ entityId, name, expectedOn }, position) => ({
    id: newId(),
    registration_id: id,
    entity_id: entityId,
    name,
    expected_on: expectedOn,
    position,
  }))
  if (subjects.length > 0) await tx.insertInto('target_subjects').values(subjects).execute()
}

/** Of these, the entities that lie in the unit on the day. */
export async function countIn(
  db: Reader,
  entityIds: readonly Id[],
  unitId: Id,
  day: PlainDate,
): Promise<number> {
  const rows = await rowsOf(
    db,
    sql<{ id: Id }>`select distinct entity_id as id from entity_places where unit_id = ${unitId}
      and entity_id = any (${[...entityIds]}::uuid[]) and ${day}::date between from_on and until_on`,
  )
  return rows.length
}
