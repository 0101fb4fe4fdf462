import type {
  CommitteeWork,
  DutyChange,
  DutyMeeting,
  NewDutyMeeting,
  Worklist,
} from '@hopluc/shared/committee-work'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/db.ts'
import { assertAllowed } from '../../../platform/errors.ts'
import {
  committeeOnDay,
  isKept,
  lockCommittee,
  memberNotFound,
  membersUpTo,
  settleCommittee,
} from '../../units/index.ts'
import { listOfSeat } from '../inspections/index.ts'
import { stateOfUnits } from '../levels/index.ts'
import { may } from '../policy.ts'
import { isOwnSeat, isRead, listPlaces, searchEntities } from '../reach.ts'
import { notToCome, outsideSeat, unknownPlace } from '../refusals.ts'
import { markOf, planDuties, quartersOf } from './domain.ts'
import * as store from './store.ts'
import { listAreas, listEntityPlaces, listMeetings } from './worklist-store.ts'

/** What the members of a committee are in charge of on a day, and how they inspected it. */
export function work(context: Context, id: Id, asOf?: PlainDate): Promise<CommitteeWork> {
  return context.read((db) => present(db, context, id, asOf))
}

async function present(
  db: Reader,
  { actor, today }: Context,
  id: Id,
  asOf: PlainDate = today,
): Promise<CommitteeWork> {
  await committeeOnDay(db, id, asOf)
  const members = (await membersUpTo(db, id, asOf)).filter(({ untilOn }) => untilOn >= asOf)
  const duties = await store.listDuties(db, id, asOf)
  const inspections = await store.listSeatInspections(db, id, asOf)
  const isOwn = asOf >= today && (await isKept(db, id))
  return {
    asOf,
    seats: members.map(({ seatId }) => {
      const own = duties.filter((duty) => duty.seatId === seatId)
      const units = own.flatMap(({ unit }) => (unit === null ? [] : [unit.id]))
      const made = inspections.filter((inspection) => inspection.seatId === seatId)
      return { seatId, duties: own, inspections: markOf(units, made, asOf) }
    }),
    readsInspections: await isRead(db, id),
    allowed: [
      ...(may(actor, 'committee.assign', isOwn) ? (['assign'] as const) : []),
      ...(may(actor, 'inspection.plan', isOwn) ? (['inspect'] as const) : []),
    ],
  }
}

/**
 * Puts a member in charge of these units and cooperatives from a day on (phân công phụ trách); what
 * is not named ends the day before.
 * @throws AppError `duties.outside`, `duties.unknown_place`, `committees.changed`
 */
export function assign(
  context: Context,
  id: Id,
  seatId: Id,
  change: DutyChange,
): Promise<CommitteeWork> {
  const { actor } = context
  const { version, fromOn, unitIds, entityIds } = change
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'committee.assign', await isKept(tx, id)))
    await lockCommittee(tx, id, version)
    const seat = await store.findSeat(tx, id, seatId)
    if (!seat) throw memberNotFound()
    if (fromOn < seat.fromOn || fromOn > seat.untilOn) throw outsideSeat()
    const wanted = [...new Set([...unitIds, ...entityIds])]
    const known = await listPlaces(tx, id, change, fromOn)
    if (known.length !== wanted.length) throw unknownPlace()
    const held = await store.listHeld(tx, seatId)
    const plan = planDuties(held, wanted, fromOn)
    const to = {
      bodyId: id,
      seatId,
      fromOn,
      untilOn: seat.untilOn,
      lastOn: addDays(fromOn, -1),
      by: actor.accountId,
    }
    await store.carryOut(tx, plan, to, unitIds)
    await settleCommittee(tx, id)
    const before = held.filter((one) => one.fromOn <= fromOn && one.untilOn >= fromOn)
    const places = { inChargeOf: before.map(({ targetId }) => targetId) }
    await audit.record(tx, actor, 'committee.assign', id, {
      seatId,
      ...change,
      ...audit.changes(places, { inChargeOf: wanted }),
    })
    return present(tx, context, id)
  })
}

/** What one member has to look at: communes, cooperatives, inspections, as of a day. */
export function worklist(
  context: Context,
  id: Id,
  seatId: Id,
  asOf: PlainDate = context.today,
): Promise<Worklist> {
  const { actor, today } = context
  return context.read(async (db) => {
    const { name, shortName, version } = await committeeOnDay(db, id, asOf)
    const member = (await membersUpTo(db, id, asOf)).findLast((one) => one.seatId === seatId)
    if (!member) throw memberNotFound()
    const duties = await store.listDuties(db, id, asOf, seatId)
    const isKeeper = asOf >= today && (await isKept(db, id))
    const isOwn = isKeeper || (asOf >= today && (await isOwnSeat(db, seatId)))
    return {
      asOf,
      committee: { id, name, shortName },
      seatId,
      name: member.name,
      office: member.office,
      part: member.part,
      agency: member.agency,
      areas: await areasOf(db, id, duties, asOf),
      entities: await entitiesOf(db, duties, asOf),
      inspections: await listOfSeat(db, seatId, asOf),
      version,
      allowed: [
        ...(may(actor, 'committee.assign', isKeeper) ? (['assign'] as const) : []),
        ...(may(actor, 'inspection.plan', isOwn) ? (['inspect'] as const) : []),
        ...(may(actor, 'committee.meet', isOwn) ? (['meet'] as const) : []),
      ],
    }
  })
}

async function areasOf(db: Reader, id: Id, duties: readonly store.SeatDuty[], day: PlainDate) {
  const units = duties.flatMap(({ unit }) => (unit === null ? [] : [unit.id]))
  const facts = await listAreas(db, id, units, day)
  const states = await stateOfUnits(db, units, day)
  return duties.flatMap((duty) => {
    const own = facts.find(({ unitId }) => unitId === duty.unit?.id)
    if (!own) return []
    const { unitId, ...rest } = own
    return [{ duty, ...rest, committee: states.get(unitId) ?? ('none' as const) }]
  })
}

async function entitiesOf(db: Reader, duties: readonly store.SeatDuty[], day: PlainDate) {
  const own = duties.filter(({ unit }) => unit === null)
  const places = await listEntityPlaces(
    db,
    own.flatMap(({ entity }) => (entity === null ? [] : [entity.id])),
    day,
  )
  const year = day.slice(0, 4)
  const met = await listMeetings(
    db,
    own.map(({ id }) => id),
    { from: `${year}-01-01`, until: day },
  )
  return own.map((duty) => {
    const days = met.filter(({ dutyId }) => dutyId === duty.id).map(({ metOn }) => metOn)
    return {
      duty,
      place: places.find(({ entityId }) => entityId === duty.entity?.id)?.place ?? null,
      quarters: quartersOf(days, duty.fromOn, day),
      lastOn: days[0] ?? null,
    }
  })
}

/** That the one in charge met the cooperative: when, and what it said. */
export function meet(context: Context, id: Id, meeting: NewDutyMeeting): Promise<DutyMeeting> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const duty = await store.get(tx, id)
    assertAllowed(may(actor, 'committee.meet', await store.isKeptDuty(tx, id)))
    if (meeting.metOn > today) throw notToCome()
    if (meeting.metOn < duty.fromOn || meeting.metOn > duty.untilOn) throw outsideSeat()
    const meetingId = await store.addMeeting(tx, { dutyId: id, ...meeting }, actor)
    await audit.record(tx, actor, 'committee.meet', id, { meetingId, ...meeting })
    return { id: meetingId, ...meeting, byWords: actor.byWords, isDemo: false }
  })
}

export async function entities({ read, today }: Context, words?: string) {
  return { items: await read((db) => searchEntities(db, words, today)) }
}
