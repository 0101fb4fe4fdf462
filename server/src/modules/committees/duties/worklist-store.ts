import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/db.ts'
import { rowsOf } from '../../units/index.ts'
import { ids } from '../words.ts'

export interface AreaFacts {
  unitId: Id
  openTasks: number
  lateTasks: number
  agencyIds: Id[]
  lastOn: PlainDate | null
  nextOn: PlainDate | null
}

/** Tasks given to the agencies of units, and inspections there, as of a day. */
export function listAreas(db: Reader, committeeId: Id, unitIds: readonly Id[], day: PlainDate) {
  return rowsOf(
    db,
    sql<AreaFacts>`select w.unit_id as "unitId",
      coalesce((select array_agg(v.agency_id) from agency_versions v where v.unit_id = w.unit_id
        and v.kind = 'people_committee' and ${day}::date between v.from_on and v.until_on), '{}') as "agencyIds",
      (select count(*)::int from task_spans s join tasks t on t.id = s.task_id and not t.is_container
        join agency_versions v on v.agency_id = s.lead_id and v.unit_id = w.unit_id
          and ${day}::date between v.from_on and v.until_on
        where ${day}::date between s.from_on and s.until_on and s.status not in
          ('drafted', 'done_in_time', 'done_late', 'cancelled')) as "openTasks",
      (select count(*)::int from task_spans s join tasks t on t.id = s.task_id and not t.is_container
        join agency_versions v on v.agency_id = s.lead_id and v.unit_id = w.unit_id
          and ${day}::date between v.from_on and v.until_on
        where ${day}::date between s.from_on and s.until_on and s.status = 'overdue') as "lateTasks",
      (select max(i.made_on) from inspections i where i.body_id = ${committeeId}
        and i.unit_id = w.unit_id and i.state = 'made' and i.made_on <= ${day}::date) as "lastOn",
      (select min(i.planned_on) from inspections i where i.body_id = ${committeeId}
        and i.unit_id = w.unit_id and i.planned_on >= ${day}::date and i.state <> 'cancelled'
        and (i.made_on is null or i.made_on > ${day}::date)) as "nextOn"
      from unnest(${ids(unitIds)}) as w (unit_id)`,
  )
}

export interface EntityFacts {
  entityId: Id
  place: string | null
}

/** Where cooperatives lie on a day: "xã An Lạc Thôn". */
export function listEntityPlaces(db: Reader, entityIds: readonly Id[], day: PlainDate) {
  return rowsOf(
    db,
    sql<EntityFacts>`select p.entity_id as "entityId", u.kind || ' ' || u.name as place
      from entity_places p left join unit_versions u on u.unit_id = p.unit_id
        and ${day}::date between u.from_on and u.until_on
      where p.entity_id = any(${ids(entityIds)}) and ${day}::date between p.from_on and p.until_on`,
  )
}

export interface MeetingRow {
  dutyId: Id
  id: Id
  metOn: PlainDate
  place: string | null
  note: string
  byWords: string
  isDemo: boolean
}

/** That those in charge met their cooperatives, between two days. */
export function listMeetings(
  db: Reader,
  dutyIds: readonly Id[],
  { from, until }: { from: PlainDate; until: PlainDate },
) {
  return rowsOf(
    db,
    sql<MeetingRow>`select duty_id as "dutyId", id, met_on as "metOn", place, note,
      by_words as "byWords", is_demo as "isDemo"
      from duty_meetings where duty_id = any(${ids(dutyIds)})
        and met_on between ${from}::date and ${until}::date order by met_on desc, id`,
  )
}
