import type {
  LinkGraph,
  LinkGraphQuery,
  MarketNotice,
  MarketPage,
  MarketQuery,
} from '@hopluc/shared/entity-parts-links'
import { MarketNotice as MarketNoticeSchema } from '@hopluc/shared/entity-parts-links'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import * as z from 'zod'
import type { Context } from '../../../platform/context.ts'
import { anywhere, both, idOfCursor, rowsOf, unitsUnder } from '../../units/index.ts'
import { rowOf } from '../rows/index.ts'
import { marketStateOf } from './parts.ts'

/** More lines nobody tells apart in one drawing. */
const MOST_LINKS = 400

/** Offers and wants that are open on the day, the first to end first. */
export function listMarket(context: Context, query: MarketQuery): Promise<MarketPage> {
  const day = query.asOf ?? context.today
  const filters: RawBuilder<unknown>[] = [
    sql`${day}::date between t.from_on and t.until_on and (t.closed_on is null or t.closed_on > ${day}::date)`,
  ]
  if (query.side) filters.push(sql`t.side = ${query.side}`)
  if (query.commodity) filters.push(sql`t.commodity = ${query.commodity}`)
  if (query.q)
    filters.push(
      sql`(folded(t.title) like ${anywhere(query.q)} or folded(t.entity_name) like ${anywhere(query.q)})`,
    )
  if (query.cursor)
    filters.push(
      sql`(t.until_on, t.id) > (${query.cursor.split('_')[0]}::date, ${idOfCursor(query.cursor)}::uuid)`,
    )
  return context.read(async (db) => {
    const rows = await rowsOf(
      db,
      sql<{ row: object }>`select to_jsonb(t) || jsonb_build_object('entity_id',
          (select r.id from readable_entities r where r.id = t.entity_id limit 1)) as row
        from market_notices t where ${both(filters)} order by t.until_on, t.id limit ${query.limit + 1}`,
    )
    const notices: MarketNotice[] = z.array(MarketNoticeSchema).parse(
      rows.slice(0, query.limit).map(({ row }) => {
        const notice = rowOf(row)
        return { ...notice, state: marketStateOf(notice, day) }
      }),
    )
    const last = rows.length > query.limit ? notices.at(-1) : undefined
    return { items: notices, next: last ? `${last.untilOn}_${last.id}` : null, asOf: day }
  })
}

type GraphItem = LinkGraph['items'][number]
interface LinkRow extends Omit<GraphItem, 'entity' | 'partner'> {
  entityId: Id
  entityName: string
  unitId: Id
  unitLevel: GraphItem['entity']['unit']['level']
  unitKind: string
  unitName: string
  partnerKey: string
  partnerName: string
  partnerKind: GraphItem['partner']['kind']
}

/** Links of an area that hold on a day; a partner is known by its code, else by its name. */
export function graph(context: Context, query: LinkGraphQuery): Promise<LinkGraph> {
  const day = query.asOf ?? context.today
  const filters = linkFilters(query, day)
  return context.read(async (db) => {
    const rows = await rowsOf(
      db,
      sql<LinkRow>`select l.id, l.entity_id as "entityId", s.name as "entityName", s.unit_id as "unitId",
        u.level as "unitLevel", u.kind as "unitKind", u.name as "unitName",
        coalesce(l.partner_code, registry_words(l.partner_name)) as "partnerKey",
        l.partner_name as "partnerName", l.partner_kind as "partnerKind", l.product, l.commodity,
        l.contract_no as "contractNo", l.season, l.area::float8 as area, l.measure,
        l.committed::float8 as committed, l.delivered::float8 as delivered, l.until_on as "untilOn",
        l.result, l.is_model as "isModel", l.is_demo as "isDemo"
        from ${linked(day)} where ${both(filters)} order by s.name, l.product, l.id limit ${MOST_LINKS + 1}`,
    )
    const commodities = await rowsOf(
      db,
      sql<LinkGraph['commodities'][number]>`select c.code, c.name, count(*)::int as links
        from ${linked(day)} join commodities c on c.code = l.commodity
        where ${both(linkFilters({ ...query, commodity: undefined }, day))}
        group by c.code, c.name order by count(*) desc, c.name`,
    )
    return {
      asOf: day,
      items: rows.slice(0, MOST_LINKS).map(present),
      commodities,
      isCut: rows.length > MOST_LINKS,
    }
  })
}

/** The links first, then where each entity lies: not the other way round, through every entity. */
const linked = (day: PlainDate) => sql`(
    select * from value_links l where l.from_on <= ${day}::date
      and (l.until_on is null or l.until_on >= ${day}::date) offset 0
  ) l
  cross join lateral (
    select name, unit_id from entity_spans where entity_id = l.entity_id
      and ${day}::date between from_on and until_on and is_live offset 0
  ) s
  join unit_versions u on u.unit_id = s.unit_id and ${day}::date between u.from_on and u.until_on`

function linkFilters({ unit, commodity }: LinkGraphQuery, day: PlainDate): RawBuilder<unknown>[] {
  const filters: RawBuilder<unknown>[] = []
  if (unit) filters.push(sql`s.unit_id in ${unitsUnder(unit, day)}`)
  if (commodity) filters.push(sql`l.commodity = ${commodity}`)
  return filters
}

function present(row: LinkRow): GraphItem {
  const {
    entityId,
    entityName,
    unitId,
    unitLevel,
    unitKind,
    unitName,
    partnerKey,
    partnerName,
    partnerKind,
    ...link
  } = row
  return {
    ...link,
    entity: {
      id: entityId,
      name: entityName,
      unit: { id: unitId, level: unitLevel, kind: unitKind, name: unitName },
    },
    partner: { key: partnerKey, name: partnerName, kind: partnerKind },
  }
}
