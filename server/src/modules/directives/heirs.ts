import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'

/** For each body those that answer for it on the day: itself, or who took over its duties. */
export async function heirsOf(
  db: Reader,
  ids: readonly Id[],
  on: PlainDate,
): Promise<Map<Id, Id[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom(
      sql<{ id: Id; heir_id: Id }>`(
        with recursive followed (id, heir_id) as (
          select one, one from unnest(${[...new Set(ids)]}::uuid[]) one
          union
          select followed.id, s.to_id from followed
          join agency_successions s on s.from_id = followed.heir_id and s.on_day <= ${on}::date
          where not exists (select from agency_versions v where v.agency_id = followed.heir_id
            and ${on}::date between v.from_on and v.until_on)
        )
        select id, heir_id from followed
        where exists (select from agency_versions v where v.agency_id = followed.heir_id
          and ${on}::date between v.from_on and v.until_on))`.as('heirs'),
    )
    .select(['id', 'heir_id'])
    .execute()
  const heirs = new Map<Id, Id[]>()
  for (const { id, heir_id: heir } of rows) heirs.set(id, [...(heirs.get(id) ?? []), heir])
  return heirs
}
