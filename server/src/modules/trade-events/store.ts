import type {
  NewTradeEvent,
  TradeEvent,
  TradeEventPage,
  TradeEventQuery,
  TradeParticipant,
  TradeParticipantEdit,
} from '@hopluc/shared/trade-events'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { unitOn } from '../support/index.ts'
import { agencyNamed, both, BY_NAME, idOfCursor, pageOfRows, rowsOf } from '../units/index.ts'
import { changed, notFound } from './refusals.ts'

export interface Row extends TradeEvent {
  isOrganiser: boolean
}

const columns = (
  day: PlainDate,
) => sql`e.id, e.programme_id as "programmeId", e.name, e.kind, e.place, e.fund,
  e.from_on as "fromOn", e.until_on as "untilOn", e.cost, e.note,
  ${agencyNamed(sql`e.agency_id`, sql`${day}::date`)} as agency, ${unitOn('e.unit_id', day)} as unit,
  (select p.name from support_programmes p where p.id = e.programme_id) as programme,
  w.participants, w.agreements, w.contracts, w.value, e.is_demo as "isDemo", e.version,
  e.agency_id in (select acting_agencies()) as "isOrganiser"`
const FROM = sql`trade_events e cross join lateral (select count(*)::int as participants,
    coalesce(sum(p.agreements), 0)::int as agreements, coalesce(sum(p.contracts), 0)::int as contracts,
    coalesce(sum(p.value), 0)::bigint as value
  from trade_participants p where p.event_id = e.id) w`

const ofYear = ({ year }: TradeEventQuery): RawBuilder<unknown>[] =>
  year ? [sql`e.from_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`] : []

/** The newest first. */
export async function list(db: Reader, query: TradeEventQuery, day: PlainDate) {
  const where = ofYear(query)
  if (query.cursor)
    where.push(sql`(e.from_on, e.id) < (select o.from_on, o.id from trade_events o
      where o.id = ${idOfCursor(query.cursor)})`)
  const rows = await rowsOf(
    db,
    sql<Row>`select ${columns(day)} from ${FROM} where ${both(where)}
      order by e.from_on desc, e.id desc limit ${query.limit + 1}`,
  )
  return pageOfRows(rows, query.limit)
}

/** Who came twice counts once. */
export async function sums(db: Reader, query: TradeEventQuery): Promise<TradeEventPage['sums']> {
  const where = both(ofYear(query))
  const [row] = await rowsOf(
    db,
    sql<
      TradeEventPage['sums']
    >`select count(*)::int as events, coalesce(sum(w.agreements), 0)::int as agreements,
        coalesce(sum(w.contracts), 0)::int as contracts, coalesce(sum(w.value), 0)::bigint as value,
        coalesce(sum(e.cost), 0)::bigint as cost,
        (select count(distinct p.entity_id)::int from trade_participants p join trade_events e on e.id = p.event_id
          where ${where}) as participants
      from ${FROM} where ${where}`,
  )
  if (!row) throw notFound()
  return row
}

export async function find(db: Reader, id: Id, day: PlainDate): Promise<Row | undefined> {
  const [row] = await rowsOf(db, sql<Row>`select ${columns(day)} from ${FROM} where e.id = ${id}`)
  return row
}

export async function get(db: Reader, id: Id, day: PlainDate): Promise<Row> {
  const row = await find(db, id, day)
  if (!row) throw notFound()
  return row
}

export function listParticipants(db: Reader, id: Id, day: PlainDate): Promise<TradeParticipant[]> {
  return rowsOf(
    db,
    sql<TradeParticipant>`select json_build_object('id', n.id, 'name', n.name) as entity,
        ${unitOn('p.unit_id', day)} as unit, p.products, p.agreements, p.contracts, p.value
      from trade_participants p join entities n on n.id = p.entity_id where p.event_id = ${id}
      order by p.value desc, n.name ${BY_NAME}, n.id`,
  )
}

const valuesOf = (given: Omit<NewTradeEvent, 'id'>) => ({
  programme_id: given.programmeId,
  name: given.name,
  kind: given.kind,
  place: given.place,
  fund: given.fund,
  from_on: given.fromOn,
  until_on: given.untilOn,
  cost: given.cost,
  note: given.note,
})

export async function insert(
  tx: Tx,
  { id, ...given }: NewTradeEvent,
  { agencyId, unitId }: { agencyId: Id; unitId: Id },
): Promise<void> {
  await tx
    .insertInto('trade_events')
    .values({ ...valuesOf(given), id, agency_id: agencyId, unit_id: unitId })
    .execute()
}

/** Without words only the version moves on. */
export async function update(
  tx: Tx,
  id: Id,
  version: number,
  given: Omit<NewTradeEvent, 'id'> | null,
): Promise<void> {
  const updated = await tx
    .updateTable('trade_events')
    .set({ ...(given && valuesOf(given)), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) throw changed()
}

export async function putParticipant(
  tx: Tx,
  of: { eventId: Id; entityId: Id; unitId: Id },
  given: TradeParticipantEdit,
): Promise<void> {
  const { products, agreements, contracts, value } = given
  const won = { products, agreements, contracts, value }
  await tx
    .insertInto('trade_participants')
    .values({ ...won, event_id: of.eventId, entity_id: of.entityId, unit_id: of.unitId })
    .onConflict((conflict) => conflict.columns(['event_id', 'entity_id']).doUpdateSet(won))
    .execute()
}

export async function removeParticipant(tx: Tx, eventId: Id, entityId: Id): Promise<void> {
  await tx
    .deleteFrom('trade_participants')
    .where('event_id', '=', eventId)
    .where('entity_id', '=', entityId)
    .execute()
}
