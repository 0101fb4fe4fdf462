import type { LeaderItem, LeaderPage, LeaderQuery, NewLeader } from '@hopluc/shared/committee-work'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/db.ts'
import { assertAllowed } from '../../../platform/errors.ts'
import { agencyNamed, both, idOfCursor, pageOfRows, rowsOf, unitsUnder } from '../../units/index.ts'
import { may } from '../policy.ts'
import { listPlaces } from '../reach.ts'
import { outsideSeat, unknownPlace } from '../refusals.ts'
import { daysOfQuarter, entityNamed, quarterOf, seatWords, unitNamed } from '../words.ts'
import * as store from './store.ts'
import { listMeetings } from './worklist-store.ts'

type Row = Omit<LeaderItem, 'met' | 'allowed'> & { isKept: boolean }

/** Leaders in charge of cooperatives, and of communes without a committee, with who was met. */
export function leaders(context: Context, query: LeaderQuery): Promise<LeaderPage> {
  return context.read((db) => present(db, context, query))
}

async function present(
  db: Reader,
  { actor, today }: Context,
  query: LeaderQuery,
): Promise<LeaderPage> {
  const day = query.asOf ?? today
  const quarter = query.quarter ?? quarterOf(day)
  const where = conditions(query, day)
  const rows = await rowsOf(
    db,
    sql<Row>`select d.id, ${agencyNamed(sql`d.body_id`, sql`${day}::date`)} as body,
      case when d.seat_id is null then d.holder_name else '' end as holder,
      coalesce(d.holder_office, ${seatWords(sql`d.seat_id`, day)}, '') as office,
      ${unitNamed(sql`d.unit_id`, day)} as unit, ${entityNamed(sql`d.entity_id`)} as entity,
      (select u.kind || ' ' || u.name from entity_places p join unit_versions u on u.unit_id = p.unit_id
          and ${day}::date between u.from_on and u.until_on
        where p.entity_id = d.entity_id and ${day}::date between p.from_on and p.until_on) as place,
      d.decision, d.from_on as "fromOn", d.until_on as "untilOn", d.is_demo as "isDemo", d.version,
      d.id in (select id from kept_duties) as "isKept"
      from duties d where ${both(where)} order by d.id limit ${query.limit + 1}`,
  )
  const page = pageOfRows(rows, query.limit)
  const { from, until } = daysOfQuarter(quarter)
  const last = until < day ? until : day
  const ids = page.items.map(({ id }) => id)
  const met = await listMeetings(db, ids, { from, until: last })
  const items = page.items.map(({ isKept, ...row }) => {
    const isOwn = day >= today && isKept
    const own = met.filter(({ dutyId }) => dutyId === row.id)
    return {
      ...row,
      met: own.map(({ dutyId: _duty, ...meeting }) => meeting),
      allowed: [
        ...(row.entity && may(actor, 'committee.meet', isOwn) ? (['meet'] as const) : []),
        ...(row.holder !== '' && may(actor, 'committee.lead', isOwn) ? (['end'] as const) : []),
      ],
    }
  })
  const entities = items.filter(({ unit }) => unit === null)
  const isCommune = day >= today && (await findOwnCommune(db)) !== undefined
  return {
    items,
    next: page.next,
    quarter,
    met: entities.filter((one) => one.met.length > 0).length,
    total: entities.length,
    allowed: may(actor, 'committee.lead', isCommune) ? ['add'] : [],
  }
}

function conditions({ of, under, cursor }: LeaderQuery, day: PlainDate): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [
    sql`${day}::date between d.from_on and d.until_on`,
    sql`(d.entity_id is not null or d.seat_id is null)`,
  ]
  if (of === 'entity') where.push(sql`d.entity_id is not null`)
  if (of === 'unit') where.push(sql`d.unit_id is not null`)
  if (under)
    where.push(sql`coalesce(d.unit_id, (select p.unit_id from entity_places p
      where p.entity_id = d.entity_id and ${day}::date between p.from_on and p.until_on))
      in ${unitsUnder(under, day)}`)
  if (cursor) where.push(sql`d.id > ${idOfCursor(cursor)}`)
  return where
}

function findOwnCommune(db: Reader) {
  return db
    .selectFrom('own_commune')
    .select(['unit_id as unitId', 'agency_id as agencyId'])
    .limit(1)
    .executeTakeFirst()
}

/** A leader of one's own commune is put in charge of it, or of one of its cooperatives. */
export function addLeader(context: Context, leader: NewLeader): Promise<LeaderPage> {
  const { actor } = context
  return context.write(async (tx) => {
    const own = await findOwnCommune(tx)
    assertAllowed(own !== undefined && may(actor, 'committee.lead', true))
    if (!own) throw unknownPlace()
    const { entityId, fromOn } = leader
    const wanted =
      entityId === null
        ? { unitIds: [own.unitId], entityIds: [] }
        : { unitIds: [], entityIds: [entityId] }
    const known = await listPlaces(tx, own.agencyId, wanted, fromOn)
    if (known.length === 0) throw unknownPlace()
    const id = newId()
    await tx
      .insertInto('duties')
      .values({
        id,
        body_id: own.agencyId,
        holder_name: leader.holderName,
        holder_office: leader.holderOffice,
        unit_id: entityId === null ? own.unitId : null,
        entity_id: entityId,
        from_on: fromOn,
        decision: leader.decision,
        created_by: actor.accountId,
      })
      .execute()
    await audit.record(tx, actor, 'committee.lead', id, leader)
    return present(tx, context, { limit: 50 })
  })
}

export function endLeader(
  context: Context,
  id: Id,
  { version, untilOn }: { version: number; untilOn: PlainDate },
): Promise<LeaderPage> {
  const { actor } = context
  return context.write(async (tx) => {
    const { seatId } = await store.get(tx, id)
    assertAllowed(may(actor, 'committee.lead', seatId === null && (await store.isKeptDuty(tx, id))))
    const duty = await store.lock(tx, id, version)
    if (untilOn < duty.fromOn || untilOn > duty.untilOn) throw outsideSeat()
    await store.end(tx, id, untilOn)
    await audit.record(tx, actor, 'committee.lead', id, audit.changes(duty, { untilOn }))
    return present(tx, context, { limit: 50 })
  })
}
