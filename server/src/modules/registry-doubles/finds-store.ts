import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import type { FoundPair } from './blocks.ts'
import type { Compared } from './evidence.ts'

export type Subject = Compared & { unitId: Id }

/** What is compared: of a province as it is today, or these. */
export function subjects(
  db: Reader,
  { province, ids }: { province?: Id; ids?: readonly Id[] },
): Promise<Subject[]> {
  return rowsOf(
    db,
    sql<Subject>`select id, kind, names, code, phone, representative, address, sector, unit_ids as "unitIds",
        unit_id as "unitId", founded_on as "foundedOn", ended_on as "endedOn"
      from double_subjects(${province ?? null}::uuid, ${ids ? [...ids] : null}::uuid[]) order by id`,
  )
}

export interface Queued {
  id: Id
  /** To the microsecond, as the database writes it. */
  at: string
}

export function listQueued(db: Reader, most: number): Promise<Queued[]> {
  return db
    .selectFrom('entity_double_queue')
    .select(['entity_id as id', sql<string>`queued_at::text`.as('at')])
    .orderBy('queued_at')
    .limit(most)
    .execute()
}

/** What was changed again meanwhile stays in the queue. */
export async function unqueue(tx: Tx, queued: readonly Queued[]): Promise<void> {
  const [ids, times] = [queued.map(({ id }) => id), queued.map(({ at }) => at)]
  await sql`delete from entity_double_queue q using unnest(${ids}::uuid[], ${times}::timestamptz[]) o (id, at)
    where q.entity_id = o.id and q.queued_at = o.at`.execute(tx)
}

/** Provinces as they are today. */
export async function provinces(db: Reader, day: PlainDate): Promise<Id[]> {
  const rows = await db
    .selectFrom('unit_versions')
    .select('unit_id as id')
    .where('level', '=', 'province')
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .execute()
  return rows.map(({ id }) => id)
}

/** Those that bear a code that another bears too; of these, or of all. */
export async function sharingCodes(db: Reader, ids: readonly Id[] | null): Promise<Id[]> {
  const rows = await rowsOf(
    db,
    sql<{ id: Id }>`select id from entities_of_one_code(${ids ? [...ids] : null}::uuid[]) as id`,
  )
  return rows.map(({ id }) => id)
}

/**
 * Writes the pairs that are likely now, and forgets those that no longer are: of `changed` entities, or
 * of a whole province. What was decided stays as it was decided.
 */
export async function replace(
  tx: Tx,
  found: readonly FoundPair[],
  changed: readonly Id[] | null,
  province?: Id,
): Promise<void> {
  const kept = found.map(({ first, second }) => `${first} ${second}`)
  const among = changed
    ? sql`(first_id = any (${[...changed]}::uuid[]) or second_id = any (${[...changed]}::uuid[]))`
    : sql`first_unit_id in (select descendant_id from unit_ancestry where ancestor_id = ${province ?? null})
        and second_unit_id in (select descendant_id from unit_ancestry where ancestor_id = ${province ?? null})`
  await sql`delete from entity_doubles where state = 'open' and ${among}
    and first_id || ' ' || second_id <> all (${kept}::text[])`.execute(tx)
  await add(tx, found)
}

export async function add(tx: Tx, found: readonly FoundPair[]): Promise<void> {
  if (found.length === 0) return
  // One may be found in two ways: among those of its province, and by its code.
  const pairs = new Map(found.map((pair) => [`${pair.first} ${pair.second}`, pair]))
  const rows = [...pairs.values()].map(({ first, second, score, reasons }) => ({
    id: newId(),
    first_id: first,
    second_id: second,
    score,
    reasons,
  }))
  await sql`insert into entity_doubles (id, first_id, second_id, first_unit_id, second_unit_id, score, reasons)
    select r.id, r.first_id, r.second_id, a.unit_id, b.unit_id, r.score, r.reasons
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, first_id uuid, second_id uuid, score int, reasons jsonb)
    join lateral (select unit_id from entity_places p where p.entity_id = r.first_id order by from_on desc limit 1) a on true
    join lateral (select unit_id from entity_places p where p.entity_id = r.second_id order by from_on desc limit 1) b on true
    on conflict (first_id, second_id) do update set score = excluded.score, reasons = excluded.reasons,
      first_unit_id = excluded.first_unit_id, second_unit_id = excluded.second_unit_id
    where entity_doubles.state = 'open'`.execute(tx)
}
