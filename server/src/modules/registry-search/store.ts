import type { EntityKind, EntityStatus } from '@hopluc/shared/entities'
import type { EntitySuggestion } from '@hopluc/shared/entity-doubles'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'

/**
 * The ids of all entities that what was typed may mean, for `entity_id in …`: by any part of the name as
 * it is or was, in any order and form; by code or telephone, commune, address, representative, product.
 * Only what the acting person reads, as of a past day what lay in their area then; slips of the finger
 * count only where nothing answers as typed.
 */
export function matching(q: string, pastDay?: PlainDate): RawBuilder<unknown> {
  return pastDay === undefined
    ? sql`(select entity_matches(${q}))`
    : sql`(select entity_matches_on(${q}, ${pastDay}::date))`
}

interface Hit {
  id: Id
  answers: EntitySuggestion['by']
  name: string
  code: string | null
  kind: EntityKind
  status: EntityStatus
  isLive: boolean
  unitName: string | null
}

/** The best of what answers, for pickers and the search box. */
export async function findEntities(
  db: Reader,
  q: string,
  limit: number,
  day: PlainDate,
): Promise<EntitySuggestion[]> {
  const rows = await rowsOf(
    db,
    sql<Hit>`select h.id, h.answers, h.name, h.code, h.kind, h.status, h.is_live as "isLive", (
        select u.kind || ' ' || u.name from unit_versions u where u.unit_id = h.unit_id
        order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1) as "unitName"
      from entity_hits(${q}, ${limit}) h`,
  )
  return rows.map(({ answers, unitName, ...row }) => ({
    ...row,
    unitName: unitName ?? '',
    by: answers,
  }))
}
