import type { ProgrammeKind, ProgrammeLine } from '@hopluc/shared/programmes'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/db.ts'
import { agencyNamed, rowsOf } from '../../units/index.ts'
import { changed, programmeNotFound } from '../refusals.ts'
import { seatWords } from '../words.ts'
import type { Made } from './domain.ts'

export interface ProgrammeRow {
  id: Id
  bodyId: Id
  year: number
  paper: string | null
  issuedOn: PlainDate | null
  documentId: Id | null
  isDemo: boolean
  version: number
}

const COLUMNS = [
  'id',
  'body_id as bodyId',
  'year',
  'paper',
  'issued_on as issuedOn',
  'document_id as documentId',
  'is_demo as isDemo',
  'version',
] as const

export function find(db: Reader, bodyId: Id, year: number): Promise<ProgrammeRow | undefined> {
  return db
    .selectFrom('programmes')
    .select(COLUMNS)
    .where('body_id', '=', bodyId)
    .where('year', '=', year)
    .executeTakeFirst()
}

export function get(db: Reader, id: Id): Promise<ProgrammeRow> {
  return db
    .selectFrom('programmes')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(programmeNotFound)
}

/** Held until the transaction ends; refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number): Promise<ProgrammeRow> {
  const row = await tx
    .selectFrom('programmes')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(programmeNotFound)
  if (row.version !== version) throw changed('programmes')
  return row
}

export async function listYears(db: Reader, bodyId: Id): Promise<number[]> {
  const rows = await db
    .selectFrom('programmes')
    .select('year')
    .where('body_id', '=', bodyId)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}

/** The People's Committee of the body's unit, where the acting person works for it. */
export async function findOwnPeopleCommittee(
  db: Reader,
  bodyId: Id,
  day: PlainDate,
): Promise<Id | undefined> {
  const [found] = await rowsOf(
    db,
    sql<{ id: Id }>`select p.agency_id as id from agency_versions c
      join agency_versions p on p.unit_id = c.unit_id and p.kind = 'people_committee'
        and ${day}::date between p.from_on and p.until_on
      where c.agency_id = ${bodyId} and ${day}::date between c.from_on and c.until_on
        and p.agency_id in (select agency_id from visible_agencies)`,
  )
  return found?.id
}

export interface ItemRow extends Made {
  id: Id
  month: number
  kind: ProgrammeKind
  text: string
  lead: Named | null
  seat: { id: Id; words: string } | null
  product: string | null
  meetingId: Id | null
  taskId: Id | null
  documentId: Id | null
  note: string | null
  inspections: { id: Id; unit: string; madeOn: PlainDate | null; plannedOn: PlainDate }[]
}

/** Items with what was made of them, as one knew on the day. */
export function listItems(db: Reader, programmeId: Id, day: PlainDate): Promise<ItemRow[]> {
  return rowsOf(
    db,
    sql<ItemRow>`select i.id, i.month, i.kind, i.text, i.product, i.due_on as "dueOn", i.note,
      i.cancelled_on as "cancelledOn", i.done_on as "doneOn", i.meeting_id as "meetingId",
      i.task_id as "taskId", i.document_id as "documentId",
      case when i.lead_id is not null then ${agencyNamed(sql`i.lead_id`, sql`${day}::date`)} end as lead,
      case when i.seat_id is not null then json_build_object('id', i.seat_id,
        'words', ${seatWords(sql`i.seat_id`, day)}) end as seat,
      (select json_build_object('state', m.state, 'heldOn', m.held_on) from meetings m
        where m.id = i.meeting_id) as meeting,
      (select json_build_object('status', s.status, 'doneOn', case when s.status in ('done_in_time', 'done_late')
          then s.from_on end) from task_spans s
        where s.task_id = i.task_id and ${day}::date between s.from_on and s.until_on) as task,
      (select json_build_object('state', d.state, 'issuedOn', d.issued_on) from documents d
        where d.id = i.document_id) as document,
      coalesce((select json_agg(json_build_object('id', x.id, 'madeOn', x.made_on, 'plannedOn', x.planned_on,
          'unit', (select u.kind || ' ' || u.name from unit_versions u where u.unit_id = x.unit_id
            order by u.from_on desc limit 1)) order by x.planned_on, x.id)
        from inspections x where x.item_id = i.id and x.state <> 'cancelled'), '[]') as inspections
      from programme_items i where i.programme_id = ${programmeId}
      order by i.month, i.due_on, i.position, i.id`,
  )
}

export async function insert(tx: Tx, row: { bodyId: Id; year: number; by: Id }): Promise<Id> {
  const id = newId()
  await tx
    .insertInto('programmes')
    .values({ id, body_id: row.bodyId, year: row.year, created_by: row.by })
    .execute()
  return id
}

export async function update(
  tx: Tx,
  id: Id,
  patch: { paper?: string; issued_on?: PlainDate; document_id?: Id | null },
): Promise<void> {
  await tx
    .updateTable('programmes')
    .set(({ eb }) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Lines with an id are kept with what was made of them; lines not sent are gone. */
export async function replaceItems(
  tx: Tx,
  programmeId: Id,
  lines: readonly ProgrammeLine[],
): Promise<void> {
  const kept = lines.flatMap(({ id }) => (id === undefined ? [] : [id]))
  let gone = tx.deleteFrom('programme_items').where('programme_id', '=', programmeId)
  if (kept.length > 0) gone = gone.where('id', 'not in', kept)
  await gone.execute()
  for (const [position, { id, leadId, seatId, dueOn, ...line }] of lines.entries()) {
    const row = { ...line, lead_id: leadId, seat_id: seatId, due_on: dueOn, position }
    if (id === undefined)
      await tx
        .insertInto('programme_items')
        .values({ id: newId(), programme_id: programmeId, ...row })
        .execute()
    else
      await tx
        .updateTable('programme_items')
        .set(row)
        .where('id', '=', id)
        .where('programme_id', '=', programmeId)
        .execute()
  }
}

export async function mark(
  tx: Tx,
  itemId: Id,
  patch: {
    meeting_id?: Id
    task_id?: Id
    document_id?: Id
    done_on?: PlainDate
    cancelled_on?: PlainDate
    note?: string
  },
): Promise<void> {
  await tx.updateTable('programme_items').set(patch).where('id', '=', itemId).execute()
}

/** The unit of the body, and who heads it: for a meeting that is planned. */
export function findBody(db: Reader, id: Id, day: PlainDate) {
  return rowsOf(
    db,
    sql<Named & { unitId: Id }>`select v.agency_id as id, v.name, v.short_name as "shortName",
      v.unit_id as "unitId" from agency_versions v where v.agency_id = ${id}
      order by (${day}::date between v.from_on and v.until_on) desc, v.from_on desc limit 1`,
  ).then(([body]) => {
    if (!body) throw programmeNotFound()
    return body
  })
}
