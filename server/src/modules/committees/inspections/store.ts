import type { InspectionItem, InspectionQuery } from '@hopluc/shared/committee-work'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/db.ts'
import { agencyNamed, both, idOfCursor, pageOfRows, rowsOf } from '../../units/index.ts'
import { changed, inspectionNotFound } from '../refusals.ts'
import { entityNamed, seatWords, unitNamed } from '../words.ts'

/** As one knew on the day: what was made later was still planned then. */
const columns = (day: PlainDate) => sql`
  i.id, i.seat_id as "seatId", i.subject, i.planned_on as "plannedOn",
  case when i.state = 'made' and i.made_on > ${day}::date then 'planned' else i.state end as state,
  case when i.made_on <= ${day}::date then i.made_on end as "madeOn",
  case when i.made_on <= ${day}::date then i.next_on end as "nextOn",
  i.is_demo as "isDemo", i.version, ${agencyNamed(sql`i.body_id`, sql`${day}::date`)} as body,
  ${unitNamed(sql`i.unit_id`, day)} as unit, ${entityNamed(sql`i.entity_id`)} as entity,
  ${seatWords(sql`i.seat_id`, day)} as leader,
  case when i.made_on <= ${day}::date then (select count(*)::int from inspection_remedies r
    where r.inspection_id = i.id) else 0 end as remedies,
  (select count(*)::int from inspection_remedies r where r.inspection_id = i.id
    and r.task_id is not null) as tasks`

/** Last planned first. */
export async function list(db: Reader, query: InspectionQuery, day: PlainDate) {
  const where: RawBuilder<unknown>[] = []
  if (query.committee) where.push(sql`i.body_id = ${query.committee}`)
  if (query.seat) where.push(sql`i.seat_id = ${query.seat}`)
  if (query.unit) where.push(sql`i.unit_id = ${query.unit}`)
  if (query.year) where.push(sql`extract(year from i.planned_on) = ${query.year}`)
  if (query.state === 'made') where.push(sql`i.made_on <= ${day}::date`)
  else if (query.state === 'planned')
    where.push(sql`(i.state = 'planned' or i.made_on > ${day}::date)`)
  else if (query.state) where.push(sql`i.state = ${query.state}`)
  if (query.cursor)
    where.push(sql`(i.planned_on, i.id) < (select o.planned_on, o.id from inspections o
      where o.id = ${idOfCursor(query.cursor)})`)
  const rows = await rowsOf(
    db,
    sql<InspectionItem>`select ${columns(day)} from inspections i where ${both(where)}
      order by i.planned_on desc, i.id desc limit ${query.limit + 1}`,
  )
  return pageOfRows(rows, query.limit)
}

export interface InspectionRow extends InspectionItem {
  place: string | null
  present: string | null
  findings: string | null
  itemId: Id | null
}

export async function get(db: Reader, id: Id, day: PlainDate): Promise<InspectionRow> {
  const [row] = await rowsOf(
    db,
    sql<InspectionRow>`select ${columns(day)}, i.place, i.present, i.item_id as "itemId",
      case when i.made_on <= ${day}::date then i.findings end as findings
      from inspections i where i.id = ${id}`,
  )
  if (!row) throw inspectionNotFound()
  return row
}

export interface RemedyRow {
  id: Id
  text: string
  agency: { id: Id; name: string; shortName: string }
  dueOn: PlainDate
  task: { id: Id; code: string; status: string | null } | null
}

/** What has to be put right, with the task's state on the day. */
export function listRemedies(db: Reader, inspectionId: Id, day: PlainDate) {
  return rowsOf(
    db,
    sql<RemedyRow>`select r.id, r.text, r.due_on as "dueOn",
      ${agencyNamed(sql`r.agency_id`, sql`${day}::date`)} as agency,
      (select json_build_object('id', t.id, 'code', concat(t.number, '/', t.year), 'status', (
          select s.status from task_spans s where s.task_id = t.id
            and ${day}::date between s.from_on and s.until_on))
        from tasks t where t.id = r.task_id) as task
      from inspection_remedies r where r.inspection_id = ${inspectionId} order by r.position, r.id`,
  )
}

/** Held until the transaction ends; refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number) {
  const row = await tx
    .selectFrom('inspections')
    .select(['id', 'state', 'version', 'body_id as bodyId', 'seat_id as seatId', 'subject'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw inspectionNotFound()
  if (row.version !== version) throw changed('inspections')
  return row
}

/** Whether the acting person records it: their body's, or their own seat's. */
export async function isKeptInspection(db: Reader, id: Id): Promise<boolean> {
  const row = await db
    .selectFrom('kept_inspections')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

export interface NewRow {
  bodyId: Id
  seatId: Id | null
  unitId: Id
  entityId: Id | null
  itemId: Id | null
  subject: string
  plannedOn: PlainDate
  place: string | null
  by: Id
}

export async function insert(tx: Tx, row: NewRow): Promise<Id> {
  const id = newId()
  await tx
    .insertInto('inspections')
    .values({
      id,
      body_id: row.bodyId,
      seat_id: row.seatId,
      unit_id: row.unitId,
      entity_id: row.entityId,
      item_id: row.itemId,
      subject: row.subject,
      state: 'planned',
      planned_on: row.plannedOn,
      place: row.place,
      created_by: row.by,
    })
    .execute()
  return id
}

export interface Patch {
  seat_id?: Id | null
  unit_id?: Id
  entity_id?: Id | null
  subject?: string
  planned_on?: PlainDate
  place?: string | null
  state?: string
  made_on?: PlainDate
  present?: string | null
  findings?: string
  next_on?: PlainDate | null
}

export async function update(tx: Tx, id: Id, patch: Patch): Promise<void> {
  await tx
    .updateTable('inspections')
    .set(({ eb }) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Remedies as they are sent; those that became tasks stay as they are. */
export async function replaceRemedies(
  tx: Tx,
  inspectionId: Id,
  remedies: readonly { text: string; agencyId: Id; dueOn: PlainDate }[],
): Promise<void> {
  await tx
    .deleteFrom('inspection_remedies')
    .where('inspection_id', '=', inspectionId)
    .where('task_id', 'is', null)
    .execute()
  const rows = remedies.map(({ text, agencyId, dueOn }, position) => ({
    id: newId(),
    inspection_id: inspectionId,
    text,
    agency_id: agencyId,
    due_on: dueOn,
    position,
  }))
  if (rows.length > 0) await tx.insertInto('inspection_remedies').values(rows).execute()
}

export async function giveRemedy(tx: Tx, remedyId: Id, taskId: Id): Promise<void> {
  await tx
    .updateTable('inspection_remedies')
    .set({ task_id: taskId })
    .where('id', '=', remedyId)
    .execute()
}
