import type {
  MarketBoard,
  MarketEntry,
  MarketPrice,
  MarketPriceQuery,
  MarketSeries,
} from '@hopluc/shared/market'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../platform/db.ts'
import { agencyNamed, both, BY_NAME, idOfCursor, pageOfRows, rowsOf } from '../units/index.ts'

const columns = (
  day: PlainDate,
) => sql`p.id, p.commodity, c.name as "commodityName", p.place, p.measure,
  ${agencyNamed(sql`p.agency_id`, sql`${day}::date`)} as agency, p.price, p.on_day as "onDay", p.source,
  p.is_demo as "isDemo"`

/** One after the other, the newest first. */
export async function list(db: Reader, query: MarketPriceQuery, day: PlainDate) {
  const where: RawBuilder<unknown>[] = []
  if (query.commodity) where.push(sql`p.commodity = ${query.commodity}`)
  if (query.cursor)
    where.push(sql`(p.on_day, p.id) < (select o.on_day, o.id from market_prices o
      where o.id = ${idOfCursor(query.cursor)})`)
  const rows = await rowsOf(
    db,
    sql<MarketPrice>`select ${columns(day)} from market_prices p join commodities c on c.code = p.commodity
      where ${both(where)} order by p.on_day desc, p.id desc limit ${query.limit + 1}`,
  )
  return pageOfRows(rows, query.limit)
}

const MOST = 500
const DAYS = 400

/** The latest of each agency's series within the last year, with the twelve before. */
export function board(db: Reader, day: PlainDate): Promise<MarketSeries[]> {
  return rowsOf(
    db,
    sql<MarketSeries>`select ${columns(day)}, t.trend, p.agency_id in (select acting_agencies()) as "isOwn"
      from (
        select s.agency_id, s.commodity, s.place, s.measure, (array_agg(s.id order by s.on_day desc))[1] as id,
          json_agg(json_build_object('onDay', s.on_day, 'price', s.price) order by s.on_day)
            filter (where s.rank <= 12) as trend
        from (select r.*, row_number() over (partition by r.agency_id, r.commodity, r.place, r.measure
            order by r.on_day desc) as rank
          from market_prices r where r.on_day between ${day}::date - ${DAYS}::int and ${day}::date) s
        group by s.agency_id, s.commodity, s.place, s.measure) t
      join market_prices p on p.id = t.id join commodities c on c.code = p.commodity
      order by c.name ${BY_NAME}, p.place ${BY_NAME}, p.id limit ${MOST}`,
  )
}

export function commodities(db: Reader): Promise<MarketBoard['commodities']> {
  return rowsOf(
    db,
    sql<MarketBoard['commodities'][number]>`select code, name from commodities where is_active
      order by name ${BY_NAME}`,
  )
}

/** What one's own agency has entered for a day; held until the transaction ends. */
export function lockDay(tx: Tx, agencyId: Id, onDay: PlainDate) {
  return tx
    .selectFrom('market_prices')
    .select(['id', 'commodity', 'place', 'measure', 'price', 'source'])
    .where('agency_id', '=', agencyId)
    .where('on_day', '=', onDay)
    .forUpdate()
    .execute()
}

type Line = MarketEntry['lines'][number]

/** False where somebody has entered it in the meantime. */
export async function insert(
  tx: Tx,
  line: Line,
  of: { agencyId: Id; unitId: Id; onDay: PlainDate },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('market_prices')
    .values({
      id: newId(),
      agency_id: of.agencyId,
      unit_id: of.unitId,
      commodity: line.commodity,
      place: line.place,
      measure: line.measure,
      price: line.price,
      on_day: of.onDay,
      source: line.source,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function update(tx: Tx, id: Id, { price, source }: Line): Promise<void> {
  await tx.updateTable('market_prices').set({ price, source }).where('id', '=', id).execute()
}
