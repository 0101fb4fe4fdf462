import type { UnitLevel, UnitTree } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/db.ts'

interface Row {
  id: Id
  level: UnitLevel
  kind: string
  name: string
  code: string | null
  parentId: Id | null
}

/** Every unit of the day, the higher before the lower and then by code; of all or below one, itself first. */
export async function tree(db: Reader, day: PlainDate, under?: Id): Promise<UnitTree['units']> {
  const rows = await db.selectFrom(treeSql(day, under).as('found')).selectAll('found').execute()
  const places = new Map(rows.map(({ id }, place) => [id, place]))
  return rows.map(({ id, level, kind, name, code, parentId }) => [
    id,
    level,
    kind,
    name,
    code,
    (parentId ? places.get(parentId) : undefined) ?? null,
  ])
}

/** The statement itself, so that its plan can be looked at. */
export function treeSql(day: PlainDate, under?: Id) {
  const below = under
    ? sql`and v.unit_id in (select descendant_id from unit_ancestry
        where ancestor_id = ${under} and ${day}::date between from_on and until_on)`
    : sql``
  return sql<Row>`(select v.unit_id as id, v.level, v.kind, v.name, v.code, v.parent_id as "parentId"
    from unit_versions v where ${day}::date between v.from_on and v.until_on ${below}
    order by case v.level when 'nation' then 0 when 'province' then 1 when 'district' then 2 else 3 end,
      v.code collate "C", v.unit_id)`
}
