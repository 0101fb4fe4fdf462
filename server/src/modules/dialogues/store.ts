import type { DialogueRow } from '@hopluc/shared/dialogues'
import type { MeetingState } from '@hopluc/shared/meetings'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { BY_NAME, rowsOf, unitName, unitsUnder } from '../units/index.ts'

/** Units of a level in the person's area, by name. */
export function listUnits(
  db: Reader,
  level: 'commune' | 'province',
  { day, under, limit }: { day: PlainDate; under?: Id | undefined; limit: number },
): Promise<UnitName[]> {
  return rowsOf(
    db,
    sql<UnitName>`select u.unit_id as id, u.level, u.kind, u.name from unit_versions u
      where u.level = ${level} and ${day}::date between u.from_on and u.until_on
        and u.unit_id in (select acting_area())
        and ${under === undefined ? sql`true` : sql`u.unit_id in ${unitsUnder(under, day)}`}
      order by u.name ${BY_NAME}, u.unit_id limit ${limit}`,
  )
}

export interface Held {
  unitId: Id
  quarter: number
  id: Id
  heldOn: PlainDate
  state: MeetingState
  raised: number
}

/** Of each of these units and each quarter of the year: the meeting that was held, else the one planned. */
export function listHeld(db: Reader, unitIds: readonly Id[], year: number): Promise<Held[]> {
  return rowsOf(
    db,
    sql<Held>`select distinct on (m.agency_unit_id, quarter) m.agency_unit_id as "unitId",
        extract(quarter from m.held_on)::int as quarter, m.id, m.held_on as "heldOn", m.state,
        (select count(*)::int from difficulties d where d.meeting_id = m.id) as raised
      from meetings m where m.kind = 'dialogue' and m.state <> 'cancelled'
        and m.agency_unit_id = any (${[...unitIds]}::uuid[])
        and m.held_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
      order by m.agency_unit_id, quarter, (m.state = 'planned'), m.held_on, m.id`,
  )
}

export interface Own {
  agencyId: Id
  unit: UnitName
}

/** The commune whose People's Committee one acts for. */
export async function ownCommune(db: Reader, day: PlainDate): Promise<Own | undefined> {
  const [row] = await rowsOf(
    db,
    sql<Own>`select v.agency_id as "agencyId", ${unitName('u')} as unit
      from agency_versions v join unit_versions u on u.unit_id = v.unit_id and u.level = 'commune'
        and ${day}::date between u.from_on and u.until_on
      where v.agency_id in (select acting_agencies()) and v.kind = 'people_committee'
        and ${day}::date between v.from_on and v.until_on
      order by v.agency_id limit 1`,
  )
  return row
}

/** Two who plan the same quarter at once wait for each other. */
export async function lockQuarter(tx: Tx, unitId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('dialogue ' || ${unitId}, 0))`.execute(tx)
}

/** The cooperatives and groups that work in a unit, with the agency of those that sign in. */
export function listInvited(db: Reader, unitId: Id, day: PlainDate) {
  return rowsOf(
    db,
    sql<{ agencyId: Id | null; name: string; title: null }>`
      select e.agency_id as "agencyId", s.name, null as title
      from entity_spans s join entities e on e.id = s.entity_id
      where s.unit_id = ${unitId} and s.is_live and ${day}::date between s.from_on and s.until_on
      order by s.name ${BY_NAME}, s.entity_id limit 500`,
  )
}

/** Each unit with its four quarters. */
export function asRows(units: readonly UnitName[], held: readonly Held[]): DialogueRow[] {
  const of = new Map(held.map((one) => [`${one.unitId} ${one.quarter}`, one]))
  return units.map((unit) => ({
    unit,
    cells: [1, 2, 3, 4].map((quarter) => {
      const one = of.get(`${unit.id} ${quarter}`)
      const meeting = one ? { id: one.id, heldOn: one.heldOn, state: one.state } : null
      return { quarter, meeting, raised: one?.raised ?? 0 }
    }),
  }))
}
