import type { EntityItem, EntityPage, EntityQuery } from '@hopluc/shared/entity-lists'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { both, idOfCursor, rowsOf } from '../units/index.ts'
import { conditions, holdsOn, withinArea } from './filters.ts'
import { strangeCursor } from './refusals.ts'
import { sizeOn, spansFor } from './size.ts'
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
/** As a cursor carries what the list is sorted by. */
const AT: Record<Sort, { words: RawBuilder<unknown>; form: RegExp }> = {
  name: { words: sql`s.sort_words`, form: /^[a-z0-9 ]*$/ },
  members: { words: sql`coalesce(s.members, -1)::text`, form: /^-?\d{1,9}$/ },
  capital: { words: sql`coalesce(s.capital, -1)::text`, form: /^-?\d{1,18}$/ },
  updated: {
    words: sql`to_char(s.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    form: /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{6}Z$/,
  },
}

/** A page of what holds on the day; `total` on the first page, or when asked. */
export async function list(
  db: Reader,
  query: EntityQuery,
  day: PlainDate,
): Promise<Omit<EntityPage, 'allowed'>> {
  const where = [...(await withinArea(db)), ...conditions(query, day)]
  const rows = await page(db, query, day, where)
  const items = rows.slice(0, query.limit).map(({ at: _at, ...item }) => item)
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  const isCounted = query.totals ?? query.cursor === undefined
  return {
    items,
    next: last ? `${last.at}_${last.id}` : null,
    total: isCounted ? await total(db, query, where) : null,
  }
}

async function page(
  db: Reader,
  { sort, order, size, limit, cursor }: EntityQuery,
  day: PlainDate,
  where: readonly RawBuilder<unknown>[],
) {
  const by = SORTS[sort]
  const way = order === 'asc' ? sql`asc` : sql`desc`
  const last = cursor === undefined ? undefined : placeOf(cursor, sort)
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
    sql<EntityItem & { at: string }>`with s as materialized (
        select s.* from ${spansFor(size !== undefined)}
        where ${both([...where, ...after])}
        order by ${by} ${way}, s.entity_id ${way} limit ${limit + 1})
      select s.entity_id as id, ${AT[sort].words} as at, s.name, s.code, s.kind, s.status, ${unitNamed(sql`s.unit_id`, onDay(day))} as unit,
        s.commodities, s.members, s.capital, ${sizeOn(sql`s.entity_id`, day)} as size, s.law, s.sector, s.representative,
        (s.updated_at at time zone 'Asia/Ho_Chi_Minh')::date as "updatedOn", s.is_demo as "isDemo",
        array(select distinct c.kind from entity_certificates c
          where c.entity_id = s.entity_id and ${holdsOn(day)} order by 1) as certificates
      from s
      order by ${by} ${way}, s.entity_id ${way}`,
  )
}

/**
 * Where a page ended: what it was sorted by, and the entity, which may have left the list since.
 * @throws AppError `entities.cursor` where it was sorted otherwise
 */
function placeOf(cursor: string, sort: Sort): { id: Id; at: string } {
  const id = idOfCursor(cursor)
  const at = cursor.slice(0, -id.length - 1)
  if (!AT[sort].form.test(at)) throw strangeCursor()
  return { id, at }
}

async function total(db: Reader, { size }: EntityQuery, where: readonly RawBuilder<unknown>[]) {
  const [row] = await rowsOf(
    db,
    sql<{ count: number; members: number; capital: number }>`select count(*)::int as count,
        coalesce(sum(s.members), 0)::bigint as members, coalesce(sum(s.capital), 0)::float8 as capital
      from ${spansFor(size !== undefined)} where ${both(where)}`,
  )
  return row ?? { count: 0, members: 0, capital: 0 }
}
