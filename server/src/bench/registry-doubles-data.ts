import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../platform/db.ts'
import { makeNation } from './nation.ts'
import type { SetCommune, SetEntity } from './registry-doubles-patterns.ts'

const CHUNK = 5000

/** The nation's units, and its communes of today with those of which they were formed. */
export async function makeCommunes(owner: Kysely<Schema>, isSmall: boolean): Promise<SetCommune[]> {
  await makeNation(owner, isSmall ? 0.06 : 1)
  await sql`select refresh_ancestry()`.execute(owner)
  await sql`analyze`.execute(owner)
  const { rows } = await sql<{
    unitId: Id
    provinceId: Id
    name: string
    formedFrom: { unitId: Id; name: string }[]
  }>`select v.unit_id as "unitId", v.parent_id as "provinceId", v.name, coalesce((
      select json_agg(json_build_object('unitId', s.from_id, 'name', o.name) order by s.from_id)
      from unit_successions s join unit_versions o on o.unit_id = s.from_id
      where s.to_id = v.unit_id and s.is_whole), '[]') as "formedFrom"
    from unit_versions v where v.level = 'commune' and v.until_on = '9999-12-31' order by v.unit_id`.execute(
    owner,
  )
  return rows
}

/** Enters all of them; what holds is worked out as in earnest. */
export async function enter(owner: Kysely<Schema>, entities: readonly SetEntity[]): Promise<void> {
  for (let at = 0; at < entities.length; at += CHUNK)
    await enterSome(owner, entities.slice(at, at + CHUNK))
  await sql`vacuum analyze`.execute(owner)
}

const DAYS = {
  until: ['1990-01-01', '2025-06-30'],
  since: ['2025-07-01', '9999-12-31'],
  always: ['1990-01-01', '9999-12-31'],
} as const

async function enterSome(owner: Kysely<Schema>, entities: readonly SetEntity[]): Promise<void> {
  const given = JSON.stringify(entities)
  const places = entities.flatMap(({ id, address, places: where }) =>
    where.map(({ unitId, when }) => ({
      id,
      unitId,
      address,
      from: DAYS[when][0],
      until: DAYS[when][1],
    })),
  )
  await owner.transaction().execute(async (tx) => {
    await sql`set local hopluc.spans = 'later'`.execute(tx)
    await sql`insert into entities (id, kind, name, from_on, is_demo)
      select id, kind, name, "foundedOn", true
      from jsonb_to_recordset(${given}::jsonb) as r(id uuid, kind text, name text, "foundedOn" date)`.execute(
      tx,
    )
    await sql`insert into entity_versions (entity_id, from_on, name, kind, code, phone, representative, lines)
      select id, "foundedOn", name, kind, code, phone, representative, array[line]
      from jsonb_to_recordset(${given}::jsonb) as r(id uuid, kind text, name text, "foundedOn" date, code text,
        phone text, representative text, line text)`.execute(tx)
    await sql`insert into entity_places (entity_id, from_on, until_on, unit_id, address)
      select id, "from", until, "unitId", address
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as r(id uuid, "from" date, until date,
        "unitId" uuid, address text)`.execute(tx)
    await sql`insert into entity_events (id, entity_id, kind, on_day, recorded_by)
      select gen_random_uuid(), id, 'registered', "foundedOn", id
      from jsonb_to_recordset(${given}::jsonb) as r(id uuid, "foundedOn" date)`.execute(tx)
    await sql`select refresh_entity_spans(${entities.map(({ id }) => id)}::uuid[])`.execute(tx)
  })
}
