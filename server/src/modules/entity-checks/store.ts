import type {
  CheckBoard,
  CheckEvent,
  CheckItem,
  CheckLimit,
  CheckQuery,
} from '@hopluc/shared/entity-checks'
import { TaskStatus } from '@hopluc/shared/task-deeds'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import {
  agencyNamed,
  BY_NAME,
  both,
  idOfCursor,
  pageOfRows,
  rowsOf,
  unitName,
  unitsUnder,
} from '../units/index.ts'
import { changed } from './refusals.ts'

export interface Row extends CheckItem {
  /** By an agency that the person acts for. */
  isOwn: boolean
}

/** The others of the same cooperative and year, with the inspections by committees. */
const OTHERS = sql`(select o.id, o.agency_id, o.subject, o.planned_on from entity_checks o
    where o.entity_id = i.entity_id and o.year = i.year and o.id <> i.id and o.state <> 'cancelled'
  union all select c.id, c.body_id, c.subject, c.planned_on from inspections c
    where c.entity_id = i.entity_id and c.state <> 'cancelled'
      and c.planned_on between make_date(i.year, 1, 1) and make_date(i.year, 12, 31)) o`

/** By several agencies, or more often than a province allows whose limit is known. */
const tooOften = (day: PlainDate) => sql`(i.state <> 'cancelled' and (
  exists (select from ${OTHERS} where o.agency_id <> i.agency_id)
  or (select count(*) from ${OTHERS}) >= (select min(l.most_a_year) from entity_check_limits l
    join unit_ancestry a on a.ancestor_id = l.unit_id and a.descendant_id = i.unit_id
      and ${day}::date between a.from_on and a.until_on)))`

const columns = (day: PlainDate) => sql`i.id, i.kind, i.subject,
  ${agencyNamed(sql`i.agency_id`, sql`${day}::date`)} as agency,
  (select json_build_object('id', e.id, 'name', e.name) from entities e where e.id = i.entity_id) as entity,
  (select ${unitName('u')} from unit_versions u where u.unit_id = i.unit_id
    order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit,
  i.planned_on as "plannedOn", i.plan_paper as "planPaper", i.held_on as "heldOn", i.state,
  case when i.state = 'cancelled' then '[]' else coalesce((select json_agg(json_build_object('id', o.id,
      'agency', (${agencyNamed(sql`o.agency_id`, sql`${day}::date`)}) ->> 'name', 'subject', o.subject,
      'plannedOn', o.planned_on, 'isOtherAgency', o.agency_id <> i.agency_id) order by o.planned_on, o.id)
    from ${OTHERS}), '[]') end as overlaps,
  coalesce(${tooOften(day)}, false) as "isTooOften",
  i.is_demo as "isDemo", i.version, i.agency_id in (select acting_agencies()) as "isOwn"`

/** The latest days first. */
export async function list(db: Reader, query: CheckQuery, day: PlainDate) {
  const where: RawBuilder<unknown>[] = []
  if (query.year) where.push(sql`i.year = ${query.year}`)
  if (query.agency) where.push(sql`i.agency_id = ${query.agency}`)
  if (query.unit) where.push(sql`i.unit_id in ${unitsUnder(query.unit, day)}`)
  if (query.entity) where.push(sql`i.entity_id = ${query.entity}`)
  if (query.state) where.push(sql`i.state = ${query.state}`)
  if (query.overlapping) where.push(tooOften(day))
  if (query.cursor)
    where.push(sql`(i.planned_on, i.id) < (select c.planned_on, c.id from entity_checks c
      where c.id = ${idOfCursor(query.cursor)})`)
  const rows = await rowsOf(
    db,
    sql<Row>`select ${columns(day)} from entity_checks i where ${both(where)}
      order by i.planned_on desc, i.id desc limit ${query.limit + 1}`,
  )
  return pageOfRows(rows, query.limit)
}

export function byIds(db: Reader, ids: readonly Id[], day: PlainDate): Promise<Row[]> {
  return rowsOf(
    db,
    sql<Row>`select ${columns(day)} from entity_checks i where i.id = any (${[...ids]}::uuid[])
      order by i.id`,
  )
}

/** Held until the transaction ends; refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number): Promise<void> {
  const row = await tx
    .selectFrom('entity_checks')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row?.version !== version) throw changed()
}

export interface Patch {
  state?: CheckItem['state']
  planned_on?: PlainDate
  held_on?: PlainDate
}

export async function update(tx: Tx, id: Id, patch: Patch): Promise<void> {
  await tx
    .updateTable('entity_checks')
    .set(({ eb }) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function listEvents(db: Reader, id: Id, day: PlainDate): Promise<CheckEvent[]> {
  const rows = await rowsOf(
    db,
    sql<
      Omit<CheckEvent, 'task'> & { taskId: Id | null; title: string | null; status: string | null }
    >`
      select v.seq, v.action, v.on_day as "onDay", v.text, v.members, v.paper, v.task_id as "taskId",
        t.title, s.status, v.by_words as "byWords",
        to_char(v.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt"
      from entity_check_events v left join tasks t on t.id = v.task_id
      left join task_spans s on s.task_id = v.task_id and ${day}::date between s.from_on and s.until_on
      where v.check_id = ${id} order by v.seq`,
  )
  return rows.map(({ taskId, title, status, ...event }) => ({
    ...event,
    task:
      taskId === null
        ? null
        : { id: taskId, title, status: TaskStatus.nullable().catch(null).parse(status) },
  }))
}

export interface Step {
  action: CheckEvent['action']
  onDay: PlainDate
  text?: string | null
  members?: string
  paper?: string | null
  taskId?: Id
}

/** Adds a line to the trail of each, whose rows are new or locked. */
export async function append(
  tx: Tx,
  ids: readonly Id[],
  step: Step,
  by: { accountId: Id; byWords: string; at: Date },
): Promise<void> {
  await sql`insert into entity_check_events
      (check_id, seq, action, on_day, text, members, paper, task_id, made_by, by_words, made_at)
    select one, coalesce((select max(v.seq) from entity_check_events v where v.check_id = one), 0) + 1,
      ${step.action}, ${step.onDay}::date, ${step.text ?? null}, ${step.members ?? null},
      ${step.paper ?? null}, ${step.taskId ?? null}::uuid, ${by.accountId}::uuid, ${by.byWords}, ${by.at}
    from unnest(${[...ids]}::uuid[]) as one`.execute(tx)
}

/** Where those of one's area lie today; one that has stopped can be inspected too. */
export function placesOf(db: Reader, entityIds: readonly Id[], day: PlainDate) {
  return rowsOf(
    db,
    sql<{ entityId: Id; unitId: Id }>`select p.entity_id as "entityId", p.unit_id as "unitId"
      from entity_places p where p.entity_id = any (${[...entityIds]}::uuid[])
        and ${day}::date between p.from_on and p.until_on and p.unit_id in (select acting_area())`,
  )
}

/** The plan of a year, an agency a row. */
export async function board(
  db: Reader,
  year: number,
  day: PlainDate,
): Promise<Pick<CheckBoard, 'rows' | 'overlapping'>> {
  const rows = await rowsOf(
    db,
    sql<CheckBoard['rows'][number]>`
      select ${agencyNamed(sql`c."agencyId"`, sql`${day}::date`)} as agency, c.planned, c.held, c.concluded,
        c.closed, c."tooOften"
      from (select i.agency_id as "agencyId", count(*)::int as planned,
          count(*) filter (where i.state <> 'planned')::int as held,
          count(*) filter (where i.state in ('concluded', 'closed'))::int as concluded,
          count(*) filter (where i.state = 'closed')::int as closed,
          count(*) filter (where ${tooOften(day)})::int as "tooOften"
        from entity_checks i where i.year = ${year} and i.state <> 'cancelled' group by i.agency_id) c
      order by c.planned desc, c."agencyId" limit 200`,
  )
  const [counted] = await rowsOf(
    db,
    sql<{ count: number }>`select count(distinct i.entity_id)::int as count from entity_checks i
      where i.year = ${year} and ${tooOften(day)}`,
  )
  return { rows, overlapping: counted?.count ?? 0 }
}

/** Communes of today in one's area; none for a cooperative. */
export function listUnits(
  db: Reader,
  level: 'commune' | 'province',
  day: PlainDate,
): Promise<UnitName[]> {
  return rowsOf(
    db,
    sql<UnitName>`select u.unit_id as id, u.level, u.kind, u.name from unit_versions u
      where u.level = ${level} and ${day}::date between u.from_on and u.until_on
        and u.unit_id in (select acting_area())
      order by u.name ${BY_NAME}, u.unit_id limit 500`,
  )
}

/** Of each province of one's area: what it has set, else nothing. */
export async function limits(db: Reader, day: PlainDate): Promise<CheckLimit[]> {
  const provinces = await listUnits(db, 'province', day)
  const set = await db.selectFrom('entity_check_limits').selectAll().execute()
  const of = new Map(set.map((row) => [row.unit_id, row]))
  return provinces.map((unit) => {
    const row = of.get(unit.id)
    return {
      unit,
      mostAYear: row?.most_a_year ?? null,
      legalBasis: row?.legal_basis ?? null,
      version: row?.version ?? 0,
    }
  })
}
