import type {
  EntityCountQuery,
  EntityCounts,
  EntityPointQuery,
  EntityPoints,
} from '@hopluc/shared/entity-lists'
import type { PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { both, rowsOf } from '../units/index.ts'
import { conditions, withinArea } from './filters.ts'
import { sizedOn, spansFor } from './size.ts'

type By = NonNullable<EntityCountQuery['by']>[number]

const KEYS: Record<By, RawBuilder<unknown>> = {
  unit: sql`s.unit_id::text`,
  province: sql`above.province_id::text`,
  kind: sql`s.kind`,
  status: sql`s.status`,
  sector: sql`s.sector`,
  field: sql`s.field`,
  law: sql`s.law`,
  size: sql`s.size`,
  commodity: sql`commodity`,
}

/** How many there are on the day, and their members; one of two commodities counts under both. */
export async function count(
  db: Reader,
  { by = [], unit, life }: EntityCountQuery,
  day: PlainDate,
): Promise<EntityCounts['rows']> {
  const keys = by.map((one) => KEYS[one])
  const joins = [
    ...(by.includes('province') ? [provinces(day)] : []),
    ...(by.includes('commodity')
      ? [sql`left join lateral unnest(s.commodities) commodity on true`]
      : []),
  ]
  const isSized = by.includes('size')
  const where = both([
    ...(await withinArea(db)),
    ...conditions({ unit, life }, day),
    ...(isSized ? [sizedOn(day)] : []),
  ])
  const grouped = keys.length > 0 ? sql`group by ${sql.join(keys)}` : sql``
  return rowsOf(
    db,
    sql<EntityCounts['rows'][number]>`select array[${sql.join(keys)}]::text[] as keys,
        count(*)::int as count, coalesce(sum(s.members), 0)::bigint as members
      from ${spansFor(isSized)} ${sql.join(joins, sql` `)} where ${where} ${grouped} order by 1`,
  )
}

/** The province above each unit on the day. */
function provinces(day: PlainDate) {
  return sql`left join (select a.descendant_id, p.unit_id as province_id
    from unit_versions p join unit_ancestry a on a.ancestor_id = p.unit_id
      and ${day}::date between a.from_on and a.until_on
    where p.level = 'province' and ${day}::date between p.from_on and p.until_on
  ) above on above.descendant_id = s.unit_id`
}

/** So many cells across and down the part of the map that is shown. */
const CELLS = 40

/** One point a cell, where the middle of those in it is. */
export async function points(
  db: Reader,
  { west, south, east, north, ...filters }: EntityPointQuery,
  day: PlainDate,
): Promise<Omit<EntityPoints, 'asOf'>> {
  const size = Math.max((east - west) / CELLS, (north - south) / CELLS, 0.0005)
  const where = [...(await withinArea(db)), ...conditions(filters, day)]
  const spans = spansFor(filters.size !== undefined)
  const found = await rowsOf(
    db,
    sql<EntityPoints['points'][number]>`select avg(s.lat)::float8 as lat, avg(s.lon)::float8 as lon,
        count(*)::int as count,
        case when count(*) = 1 then min(s.entity_id::text) end as id,
        case when count(*) = 1 then min(s.name) end as name,
        case when count(*) = 1 then min(s.kind) end as kind
      from ${spans}
      where ${both(where)} and s.lat between ${south} and ${north} and s.lon between ${west} and ${east}
      group by floor(s.lat / ${size}), floor(s.lon / ${size})
      order by 3 desc, 1, 2`,
  )
  const [row] = await rowsOf(
    db,
    sql<{ count: number }>`select count(*)::int as count from ${spans}
      where ${both(where)} and s.lat is null`,
  )
  return { points: found, unplaced: row?.count ?? 0 }
}

/** Whether whoever asks reads the register of the whole nation. */
export async function isNationwide(db: Reader): Promise<boolean> {
  const [row] = await rowsOf(db, sql<{ is: boolean }>`select sees_all_units() as is`)
  return row?.is ?? false
}
