import type { Affiliate, AffiliatePage, AffiliateQuery } from '@hopluc/shared/entity-parts-links'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { anywhere, BY_NAME, both, idOfCursor, rowsOf } from '../../units/index.ts'
import { standingOf } from '../rows/index.ts'

/** Members of a union as of a day. */
export function ofUnion(
  context: Context,
  unionId: Id,
  query: AffiliateQuery,
): Promise<AffiliatePage> {
  return context.read(async (db) => {
    await standingOf(db, unionId)
    return page(context, sql`m.union_id = ${unionId}`, query)
  })
}

/** Members of an Alliance as of a day, with those who joined the Alliances from which it came. */
export function ofAlliance(
  context: Context,
  allianceId: Id,
  query: AffiliateQuery,
): Promise<AffiliatePage> {
  return page(
    context,
    sql`m.alliance_id in (
      with recursive line (id) as (
        select ${allianceId}::uuid
        union select s.from_id from agency_successions s join line on s.to_id = line.id
      ) select id from line)`,
    query,
  )
}

interface FoundRow extends Omit<Affiliate, 'unit'> {
  unitId: Id
  unitLevel: Affiliate['unit']['level']
  unitKind: string
  unitName: string
}

function page(
  context: Context,
  of: RawBuilder<unknown>,
  { q, cursor, limit, asOf = context.today }: AffiliateQuery,
): Promise<AffiliatePage> {
  const from = (day: PlainDate) => sql`entity_memberships m
    join entity_spans s on s.entity_id = m.entity_id and ${day}::date between s.from_on and s.until_on
    left join unit_versions u on u.unit_id = s.unit_id and ${day}::date between u.from_on and u.until_on`
  const filters = [of, sql`${asOf}::date between m.from_on and m.until_on`]
  if (q) filters.push(sql`s.words like ${anywhere(q)}`)
  const after = cursor
    ? sql`(s.name ${BY_NAME}, s.entity_id) > (
        (select name from entity_spans where entity_id = ${idOfCursor(cursor)}
          and ${asOf}::date between from_on and until_on limit 1) ${BY_NAME}, ${idOfCursor(cursor)}::uuid)`
    : sql`true`
  const firstDay = `${asOf.slice(0, 4)}-01-01`
  return context.read(async (db) => {
    const rows = await rowsOf(
      db,
      sql<FoundRow>`select s.entity_id as id, s.name, s.kind, s.status, s.members, m.from_on as "fromOn",
        m.decision_no as "decisionNo", m.is_demo as "isDemo", s.unit_id as "unitId",
        coalesce(u.level, 'commune') as "unitLevel", coalesce(u.kind, '') as "unitKind", coalesce(u.name, '') as "unitName"
        from ${from(asOf)} where ${both([...filters, after])}
        order by s.name ${BY_NAME}, s.entity_id limit ${limit + 1}`,
    )
    const [total] = await rowsOf(
      db,
      sql<AffiliatePage['total']>`select
        count(*) filter (where ${asOf}::date between m.from_on and m.until_on)::int as count,
        coalesce(sum(s.members) filter (where ${asOf}::date between m.from_on and m.until_on), 0)::int as members,
        count(*) filter (where m.from_on between ${firstDay}::date and ${asOf}::date)::int as came,
        count(*) filter (where m.until_on >= ${firstDay}::date and m.until_on < ${asOf}::date)::int as left
        from ${from(asOf)} where ${of}`,
    )
    const items = rows
      .slice(0, limit)
      .map(({ unitId, unitLevel, unitKind, unitName, ...row }) => ({
        ...row,
        unit: { id: unitId, level: unitLevel, kind: unitKind, name: unitName },
      }))
    const last = rows.length > limit ? items.at(-1) : undefined
    return {
      items,
      next: last ? `_${last.id}` : null,
      asOf,
      total: total ?? { count: 0, members: 0, came: 0, left: 0 },
    }
  })
}
