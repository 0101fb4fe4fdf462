import type { EntityItem, EntityPage, EntityQuery } from '@hopluc/shared/entity-lists'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { both, idOfCursor, pageOfRows, rowsOf } from '../units/index.ts'
import { conditions, holdsOn, withinArea } from './filters.ts'
import { sizeJoins, sizeOf } from './size.ts'
import { onDay, unitNamed } from './sql.ts'

type Sort = EntityQuery['sort']

/** As the indexes of entity_spans have it. */
const SORTS: Record<Sort, RawBuilder<unknown>> = {
  name: sql`s.sort_words`,
  members: sql`coalesce(s.members, -1)`,
  capital: sql`coalesce(s.capital, -1)`,
  updated: sql`s.updated_at`,
}
const TYPES: Record<Sort, RawBuilder<unknown>> = {
  name: sql`text`,
  members: sql`int`,
  capital: sql`bigint`,
  updated: sql`timestamptz`,
}

/** A page of what holds on the day; `total` on the first page, or when asked. */
export async function list(db: Reader, query: EntityQuery, day: PlainDate): Promise<EntityPage> {
  const where = [...(await withinArea(db)), ...conditions(query, day)]
  const { items, next } = pageOfRows(await page(db, query, day, where), query.limit)
  const isCounted = query.totals ?? query.cursor === undefined
  return { items, next, total: isCounted ? await total(db, query, day, where) : null }
}

async function page(
  db: Reader,
  { sort, order, size, limit, cursor }: EntityQuery,
  day: PlainDate,
  where: readonly RawBuilder<unknown>[],
) {
  const by = SORTS[sort]
  const way = order === 'asc' ? sql`asc` : sql`desc`
  const last = cursor === undefined ? undefined : await placeOf(db, idOfCursor(cursor), sort, day)
  if (cursor !== undefined && !last) return []
  const after = last
    ? [
        sql`(${by}, s.entity_id) ${order === 'asc' ? sql`>` : sql`<`}
          (${last.at}::${TYPES[sort]}, ${last.id}::uuid)`,
      ]
    : sort === 'updated'
      ? [sql`s.updated_at is not null`] // an inner join then, so that its index gives the order
      : []
  return rowsOf(
    db,
    sql<EntityItem>`with s as materialized (
        select s.* from reachable_spans s ${size ? sizeJoins(day) : sql``}
        where ${both([...where, ...after])}
        order by ${by} ${way}, s.entity_id ${way} limit ${limit + 1})
      select s.entity_id as id, s.name, s.code, s.kind, s.status, ${unitNamed(sql`s.unit_id`, onDay(day))} as unit,
        s.commodities, s.members, s.capital, ${sizeOf} as size, s.law, s.sector, s.representative,
        (s.updated_at at time zone 'Asia/Ho_Chi_Minh')::date as "updatedOn", s.is_demo as "isDemo",
        array(select distinct c.kind from entity_certificates c
          where c.entity_id = s.entity_id and ${holdsOn(day)} order by 1) as certificates
      from s ${sizeJoins(day)}
      order by ${by} ${way}, s.entity_id ${way}`,
  )
}

/** Where a page ended: what it was sorted by, of the entity in which it ended. */
async function placeOf(db: Reader, id: Id, sort: Sort, day: PlainDate) {
  const [row] = await rowsOf(
    db,
    sql<{ id: Id; at: string }>`select s.entity_id as id, (${SORTS[sort]})::text as at
      from reachable_spans s where s.entity_id = ${id}
        and s.from_on <= ${day}::date and s.until_on >= ${day}::date`,
  )
  return row
}

async function total(
  db: Reader,
  { size }: EntityQuery,
  day: PlainDate,
  where: readonly RawBuilder<unknown>[],
) {
  const [row] = await rowsOf(
    db,
    sql<{ count: number; members: number; capital: number }>`select count(*)::int as count,
        coalesce(sum(s.members), 0)::bigint as members, coalesce(sum(s.capital), 0)::float8 as capital
      from reachable_spans s ${size ? sizeJoins(day) : sql``} where ${both(where)}`,
  )
  return row ?? { count: 0, members: 0, capital: 0 }
}
