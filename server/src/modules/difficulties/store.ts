import type {
  DifficultyEvent,
  DifficultyItem,
  DifficultyLevel,
  DifficultyQuery,
  NewDifficulty,
} from '@hopluc/shared/difficulties'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../platform/db.ts'
import {
  agencyNamed,
  both,
  BY_NAME,
  idOfCursor,
  pageOfRows,
  rowsOf,
  unitName,
  unitsUnder,
} from '../units/index.ts'
import { changed, notFound } from './refusals.ts'

export interface Row extends Omit<DifficultyItem, 'isOverdue'> {
  transferUntilOn: PlainDate
  isHandler: boolean
  isRaiser: boolean
}

const columns = (day: PlainDate) => sql`d.id, d.text, d.way, d.raised_on as "raisedOn", d.level,
  (select json_build_object('id', t.id, 'name', t.name, 'english', t.english)
    from difficulty_topics t where t.id = d.topic_id) as topic,
  (select ${unitName('u')} from unit_versions u where u.unit_id = d.unit_id
    order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit,
  (select json_build_object('id', e.id, 'name', e.name) from entities e where e.id = d.entity_id) as entity,
  ${agencyNamed(sql`d.raised_agency_id`, sql`${day}::date`)} as "raisedBy",
  ${agencyNamed(sql`d.handler_id`, sql`${day}::date`)} as handler,
  d.answer_due_on as "answerDueOn", d.risen_on as "risenOn", d.state, d.answered_on as "answeredOn",
  d.transfer_until_on as "transferUntilOn", d.is_demo as "isDemo", d.version,
  d.handler_id in (select acting_agencies()) as "isHandler",
  d.raised_agency_id in (select acting_agencies()) or d.entity_id in (select id from own_entities) as "isRaiser"`

/** The newest first. */
export async function list(db: Reader, query: DifficultyQuery, day: PlainDate) {
  const where: RawBuilder<unknown>[] = []
  if (query.topic) where.push(sql`d.topic_id = ${query.topic}`)
  if (query.unit) where.push(sql`d.unit_id in ${unitsUnder(query.unit, day)}`)
  if (query.state) where.push(sql`d.state = ${query.state}`)
  if (query.overdue) where.push(overdue(day))
  if (query.mine) where.push(sql`d.handler_id in (select acting_agencies())`)
  if (query.cursor)
    where.push(sql`(d.raised_on, d.id) < (select o.raised_on, o.id from difficulties o
      where o.id = ${idOfCursor(query.cursor)})`)
  const rows = await rowsOf(
    db,
    sql<Row>`select ${columns(day)} from difficulties d where ${both(where)}
      order by d.raised_on desc, d.id desc limit ${query.limit + 1}`,
  )
  return pageOfRows(rows, query.limit)
}

const overdue = (day: PlainDate) =>
  sql`(d.state = 'waiting' and (d.risen_on is not null or d.answer_due_on < ${day}::date))`

export async function get(db: Reader, id: Id, day: PlainDate): Promise<Row> {
  const [row] = await rowsOf(
    db,
    sql<Row>`select ${columns(day)} from difficulties d where d.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}

/** Held until the transaction ends; refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number): Promise<void> {
  const row = await tx
    .selectFrom('difficulties')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row?.version !== version) throw changed()
}

export function listEvents(db: Reader, id: Id, day: PlainDate): Promise<DifficultyEvent[]> {
  return rowsOf(
    db,
    sql<DifficultyEvent>`select e.seq, e.action, e.on_day as "onDay", e.text, e.paper,
        case when e.agency_id is null then null else ${agencyNamed(sql`e.agency_id`, sql`${day}::date`)} end as agency,
        (e.details ->> 'isSolved')::boolean as "isSolved", e.by_words as "byWords",
        to_char(e.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
        coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size) order by l.position)
          from difficulty_files l join files f on f.id = l.file_id
          where l.difficulty_id = e.difficulty_id and l.seq = e.seq), '[]') as files
      from difficulty_events e where e.difficulty_id = ${id} order by e.seq`,
  )
}

export async function listTopics(db: Reader) {
  const rows = await db
    .selectFrom('difficulty_topics')
    .select(['id', 'name', 'english', 'first_level as firstLevel'])
    .where('is_ended', '=', false)
    .orderBy('position')
    .execute()
  return rows.map(({ firstLevel, ...row }) => ({
    ...row,
    firstLevel: firstLevel === 'commune' ? ('commune' as const) : ('department' as const),
  }))
}

/** Communes of today in one's area; none for a cooperative. */
export function listUnits(db: Reader, day: PlainDate): Promise<UnitName[]> {
  return rowsOf(
    db,
    sql<UnitName>`select u.unit_id as id, u.level, u.kind, u.name from unit_versions u
      where u.level = 'commune' and ${day}::date between u.from_on and u.until_on
        and u.unit_id in (select acting_area())
      order by u.name ${BY_NAME}, u.unit_id limit 500`,
  )
}

export async function unitOnDay(db: Reader, id: Id, day: PlainDate) {
  const [row] = await rowsOf(
    db,
    sql<{ id: Id; level: string }>`select u.unit_id as id, u.level from unit_versions u
      where u.unit_id = ${id} and ${day}::date between u.from_on and u.until_on
        and u.unit_id in (select acting_area())`,
  )
  return row
}

/** For whom a cooperative's people speak: its record in the register, and where it lies today. */
export async function ownPlace(db: Reader, agencyId: Id, day: PlainDate) {
  const [row] = await rowsOf(
    db,
    sql<{ entityId: Id | null; unitId: Id }>`select e.id as "entityId",
        coalesce(p.unit_id, v.unit_id) as "unitId"
      from agency_versions v
      left join entities e on e.agency_id = v.agency_id
      left join entity_places p on p.entity_id = e.id and ${day}::date between p.from_on and p.until_on
      where v.agency_id = ${agencyId} and ${day}::date between v.from_on and v.until_on
      order by e.id limit 1`,
  )
  return row
}

export async function liesIn(db: Reader, entityId: Id, unitId: Id, day: PlainDate) {
  const rows = await rowsOf(
    db,
    sql<{ id: Id }>`select p.entity_id as id from entity_places p
      where p.entity_id = ${entityId} and p.unit_id = ${unitId}
        and ${day}::date between p.from_on and p.until_on`,
  )
  return rows.length > 0
}

/** Who has it at a level, by the rules of the day. */
export async function handlerAt(
  db: Reader,
  at: { unitId: Id; topicId: Id; level: DifficultyLevel },
  day: PlainDate,
): Promise<Id | null> {
  const [row] = await rowsOf(
    db,
    sql<{ id: Id | null }>`select difficulty_handler(${at.unitId}, ${at.topicId}, ${at.level},
      ${day}::date) as id`,
  )
  return row?.id ?? null
}

export async function termsOf(db: Reader, level: DifficultyLevel) {
  const row = await db
    .selectFrom('difficulty_terms')
    .select(['answer_days', 'transfer_days'])
    .where('level', '=', level)
    .executeTakeFirstOrThrow()
  return { answer: row.answer_days, transfer: row.transfer_days }
}

/** Other agencies of the province and of the commune that can have it. */
export function listAgencies(db: Reader, unitId: Id, butId: Id, day: PlainDate) {
  return rowsOf(
    db,
    sql<Named & { kind: string; unitLevel: string }>`
      select v.agency_id as id, v.name, v.short_name as "shortName", v.kind, u.level as "unitLevel"
      from unit_ancestry a join unit_versions u on u.unit_id = a.ancestor_id
        and ${day}::date between u.from_on and u.until_on
      join agency_versions v on v.unit_id = u.unit_id and ${day}::date between v.from_on and v.until_on
      where a.descendant_id = ${unitId} and ${day}::date between a.from_on and a.until_on
        and v.agency_id <> ${butId} and v.acts_for_id is null
        and (u.level = 'commune' and v.kind = 'people_committee' or u.level = 'province'
          and v.kind in ('people_committee', 'department', 'alliance', 'mass_organisation'))
      order by (u.level = 'commune') desc, v.name ${BY_NAME}`,
  )
}

export interface Placed {
  level: DifficultyLevel
  handlerId: Id
  receivedOn: PlainDate
  transferUntilOn: PlainDate
  answerDueOn: PlainDate
}
const placed = (at: Placed) => ({
  level: at.level,
  handler_id: at.handlerId,
  received_on: at.receivedOn,
  transfer_until_on: at.transferUntilOn,
  answer_due_on: at.answerDueOn,
})

export async function insert(
  tx: Tx,
  given: NewDifficulty & Placed & { unitId: Id; raisedOn: PlainDate },
  by: { accountId: Id; agencyId: Id; byWords: string },
): Promise<Id> {
  const id = newId()
  await tx
    .insertInto('difficulties')
    .values({
      id,
      topic_id: given.topicId,
      text: given.text,
      unit_id: given.unitId,
      entity_id: given.entityId,
      way: given.way,
      raised_on: given.raisedOn,
      raised_agency_id: by.agencyId,
      raised_by: by.accountId,
      raised_words: by.byWords,
      ...placed(given),
    })
    .execute()
  return id
}

export async function update(
  tx: Tx,
  id: Id,
  patch: {
    at?: Placed
    state?: 'waiting' | 'answered' | 'solved'
    answeredOn?: PlainDate
    risenOn?: PlainDate | null
  },
): Promise<void> {
  await tx
    .updateTable('difficulties')
    .set(({ eb }) => ({
      ...(patch.at && placed(patch.at)),
      ...(patch.state && { state: patch.state }),
      ...(patch.answeredOn && { answered_on: patch.answeredOn }),
      ...(patch.risenOn !== undefined && { risen_on: patch.risenOn }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export interface Overdue {
  id: Id
  text: string
  unitId: Id
  topicId: Id
  level: DifficultyLevel
  handlerId: Id
  answerDueOn: PlainDate
  risenOn: PlainDate | null
}

/** What nobody answered by its day and can still rise; held until the transaction ends. */
export function lockOverdue(tx: Tx, today: PlainDate): Promise<Overdue[]> {
  return tx
    .selectFrom('difficulties')
    .select((from) => [
      'id',
      'text',
      'unit_id as unitId',
      'topic_id as topicId',
      from.ref('level').$castTo<DifficultyLevel>().as('level'),
      'handler_id as handlerId',
      'answer_due_on as answerDueOn',
      'risen_on as risenOn',
    ])
    .where('state', '=', 'waiting')
    .where('answer_due_on', '<', today)
    .where('level', '<>', 'province')
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** As a notice names it. */
export function titleOf(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
