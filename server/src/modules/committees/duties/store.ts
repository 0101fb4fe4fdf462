import type { Duty } from '@hopluc/shared/committee-work'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/db.ts'
import { rowsOf } from '../../units/index.ts'
import { changed, dutyNotFound } from '../refusals.ts'
import { entityNamed, unitNamed } from '../words.ts'
import type { DutyPlan, HeldDuty, SeatInspection } from './domain.ts'

export type SeatDuty = Duty & { seatId: Id }

/** What seats of a committee are in charge of on a day. */
export function listDuties(db: Reader, committeeId: Id, day: PlainDate, seatId?: Id) {
  return rowsOf(
    db,
    sql<SeatDuty>`select d.id, d.seat_id as "seatId", d.version, d.from_on as "fromOn",
      d.until_on as "untilOn", ${unitNamed(sql`d.unit_id`, day)} as unit,
      ${entityNamed(sql`d.entity_id`)} as entity
      from duties d where d.body_id = ${committeeId} and d.seat_id is not null
        and (${seatId ?? null}::uuid is null or d.seat_id = ${seatId ?? null}::uuid)
        and ${day}::date between d.from_on and d.until_on
      order by d.id`,
  )
}

/** Inspections by seats of a committee that were made or planned, as one knew on the day. */
export function listSeatInspections(db: Reader, committeeId: Id, day: PlainDate) {
  return rowsOf(
    db,
    sql<SeatInspection & { seatId: Id }>`select i.seat_id as "seatId", i.unit_id as "unitId",
      i.planned_on as "plannedOn",
      case when i.made_on <= ${day}::date then i.made_on end as "madeOn"
      from inspections i where i.body_id = ${committeeId} and i.seat_id is not null
        and i.state <> 'cancelled'`,
  )
}

export interface Seat {
  memberId: Id
  fromOn: PlainDate
  untilOn: PlainDate
}

/** The days of a seat, over all its rows; the last of them. */
export function findSeat(db: Reader, committeeId: Id, seatId: Id): Promise<Seat | undefined> {
  return rowsOf(
    db,
    sql<Seat>`select (array_agg(m.id order by m.from_on desc))[1] as "memberId",
      min(m.from_on) as "fromOn", max(m.until_on) as "untilOn"
      from committee_members m where m.committee_id = ${committeeId} and m.seat_id = ${seatId}
      having count(*) > 0`,
  ).then(([seat]) => seat)
}

export function listHeld(tx: Tx, seatId: Id): Promise<HeldDuty[]> {
  return rowsOf(
    tx,
    sql<HeldDuty>`select id, coalesce(unit_id, entity_id) as "targetId", from_on as "fromOn",
      until_on as "untilOn" from duties where seat_id = ${seatId} order by from_on`,
  )
}

export async function carryOut(
  tx: Tx,
  plan: DutyPlan,
  to: { bodyId: Id; seatId: Id; fromOn: PlainDate; untilOn: PlainDate; lastOn: PlainDate; by: Id },
  unitIds: readonly Id[],
): Promise<void> {
  if (plan.drop.length > 0) await tx.deleteFrom('duties').where('id', 'in', plan.drop).execute()
  if (plan.end.length > 0)
    await tx
      .updateTable('duties')
      .set(({ eb }) => ({ until_on: to.lastOn, version: eb('version', '+', 1) }))
      .where('id', 'in', plan.end)
      .execute()
  for (const { id, fromOn } of plan.keep)
    await tx
      .updateTable('duties')
      .set({ from_on: fromOn, until_on: to.untilOn })
      .where('id', '=', id)
      .execute()
  const rows = plan.add.map((target) => ({
    id: newId(),
    body_id: to.bodyId,
    seat_id: to.seatId,
    unit_id: unitIds.includes(target) ? target : null,
    entity_id: unitIds.includes(target) ? null : target,
    from_on: to.fromOn,
    until_on: to.untilOn,
    created_by: to.by,
  }))
  if (rows.length > 0) await tx.insertInto('duties').values(rows).execute()
}

const COLUMNS = [
  'id',
  'body_id as bodyId',
  'seat_id as seatId',
  'entity_id as entityId',
  'from_on as fromOn',
  'until_on as untilOn',
  'version',
] as const

export function get(db: Reader, id: Id) {
  return db
    .selectFrom('duties')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(dutyNotFound)
}

/** Held until the transaction ends; refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number) {
  const duty = await tx
    .selectFrom('duties')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(dutyNotFound)
  if (duty.version !== version) throw changed('duties')
  return duty
}

/** Whether the acting person may note meetings on it, or end it. */
export async function isKeptDuty(db: Reader, id: Id): Promise<boolean> {
  const row = await db
    .selectFrom('kept_duties')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

export async function end(tx: Tx, id: Id, untilOn: PlainDate): Promise<void> {
  await tx
    .updateTable('duties')
    .set(({ eb }) => ({ until_on: untilOn, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function addMeeting(
  tx: Tx,
  meeting: { dutyId: Id; metOn: PlainDate; place: string | null; note: string },
  by: { accountId: Id; byWords: string },
): Promise<Id> {
  const id = newId()
  await tx
    .insertInto('duty_meetings')
    .values({
      id,
      duty_id: meeting.dutyId,
      met_on: meeting.metOn,
      place: meeting.place,
      note: meeting.note,
      by_words: by.byWords,
      created_by: by.accountId,
    })
    .execute()
  return id
}
