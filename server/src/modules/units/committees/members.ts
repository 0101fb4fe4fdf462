import type { CommitteeMember, CommitteePart, NewMember } from '@hopluc/shared/committees'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/db.ts'
import { agencyNamed } from '../agencies/index.ts'
import { memberNotFound } from '../refusals.ts'
import { rowsOf } from '../sql.ts'

/** Everyone up to the day, in the order in which a decision names them. */
export function listMembers(db: Reader, id: Id, day: PlainDate) {
  return rowsOf(
    db,
    sql<CommitteeMember>`select m.id, m.seat_id as "seatId", m.name, m.office, m.part, m.in_charge_of as "inChargeOf",
      m.from_on as "fromOn", m.until_on as "untilOn",
      ${agencyNamed(sql`m.agency_id`, sql`${day}::date`)} as agency
      from committee_members m where m.committee_id = ${id} and m.from_on <= ${day}::date
      order by array_position(array['head', 'standing_deputy', 'deputy', 'member', 'assistant'], m.part),
        m.position, m.from_on, m.seat_id`,
  )
}

/** `ofId` continues a seat: the first row of it. */
export type MemberPeriod = NewMember & {
  fromOn: PlainDate
  untilOn: PlainDate
  ofId?: Id
  position?: number
}

export async function addMembers(tx: Tx, id: Id, members: readonly MemberPeriod[]): Promise<void> {
  if (members.length === 0) return
  const last = await tx
    .selectFrom('committee_members')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('committee_id', '=', id)
    .executeTakeFirst()
  const next = (last?.position ?? 0) + 1
  const rows = members.map((member, index) => ({
    id: randomUUIDv7(),
    committee_id: id,
    name: member.name,
    office: member.office,
    part: member.part,
    agency_id: member.agencyId,
    in_charge_of: member.inChargeOf,
    of_id: member.ofId ?? null,
    position: member.position ?? next + index,
    from_on: member.fromOn,
    until_on: member.untilOn,
  }))
  await tx.insertInto('committee_members').values(rows).execute()
}

export function getMember(tx: Tx, committeeId: Id, id: Id) {
  return tx
    .selectFrom('committee_members')
    .select((from) => [
      'seat_id as seatId',
      'position',
      'name',
      'office',
      from.ref('part').$castTo<CommitteePart>().as('part'),
      'agency_id as agencyId',
      'in_charge_of as inChargeOf',
      'from_on as fromOn',
      'until_on as untilOn',
    ])
    .where('id', '=', id)
    .where('committee_id', '=', committeeId)
    .executeTakeFirstOrThrow(memberNotFound)
}

/** What the member was in charge of ends with the seat. */
export async function endSeat(tx: Tx, seatId: Id, untilOn: PlainDate): Promise<void> {
  await tx
    .deleteFrom('duties')
    .where('seat_id', '=', seatId)
    .where('from_on', '>', untilOn)
    .execute()
  await tx
    .updateTable('duties')
    .set(({ eb }) => ({ until_on: untilOn, version: eb('version', '+', 1) }))
    .where('seat_id', '=', seatId)
    .where('until_on', '>', untilOn)
    .execute()
}

export async function endMember(tx: Tx, id: Id, untilOn: PlainDate): Promise<void> {
  await tx
    .updateTable('committee_members')
    .set({ until_on: untilOn })
    .where('id', '=', id)
    .execute()
}

/** One who never began, with what they would have been in charge of. */
export async function removeMember(tx: Tx, id: Id): Promise<void> {
  await tx.deleteFrom('duties').where('seat_id', '=', id).execute()
  await tx.deleteFrom('committee_members').where('id', '=', id).execute()
}

/** The same row, otherwise: for what was entered wrongly. */
export async function correctMember(tx: Tx, id: Id, member: NewMember): Promise<void> {
  await tx
    .updateTable('committee_members')
    .set({
      name: member.name,
      office: member.office,
      part: member.part,
      agency_id: member.agencyId,
      in_charge_of: member.inChargeOf,
    })
    .where('id', '=', id)
    .execute()
}
