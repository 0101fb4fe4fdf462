import type {
  DifficultyEvent,
  DifficultyItem,
  DifficultyLevel,
  DifficultyQuery,
  NewDifficulty,
} from '@hopluc/shared/difficulties'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../platform/db.ts'
import {
  agencyNamed,
  both,
  idOfCursor,
  pageOfRows,
  rowsOf,
  unitName,
  unitsUnder,
} from '../units/index.ts'
import { searchQuery } from '../documents/index.ts'
import { changed, notFound } from './refusals.ts'

export interface Row extends Omit<DifficultyItem, 'isOverdue'> {
  transferUntilOn: PlainDate
  isHandler: boolean
  isRaiser: boolean
  isInArea: boolean
}

const columns = (
  day: PlainDate,
) => sql`d.id, d.text, d.way, d.meeting_id as "meetingId", d.raised_on as "raisedOn", d.level,
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
  d.raised_agency_id in (select acting_agencies()) or d.entity_id in (select id from own_entities) as "isRaiser",
  d.unit_id in (select acting_area()) as "isInArea"`

/** The newest first. */
export async function list(db: Reader, query: DifficultyQuery, day: PlainDate) {
  const where: RawBuilder<unknown>[] = []
  const search = query.q && searchQuery(query.q)
  if (search) where.push(sql`folded(d.text) like ${search.part}`)
  if (query.topic) where.push(sql`d.topic_id = ${query.topic}`)
  if (query.unit) where.push(sql`d.unit_id in ${unitsUnder(query.unit, day)}`)
  if (query.state) where.push(sql`d.state = ${query.state}`)
  if (query.overdue) where.push(overdue(day))
  if (query.meeting)
    where.push(sql`(d.meeting_id = ${query.meeting} or d.id in (
      select u.difficulty_id from difficulty_uses u where u.meeting_id = ${query.meeting}))`)
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

export function getAll(db: Reader, ids: readonly Id[], day: PlainDate): Promise<Row[]> {
  return rowsOf(
    db,
    sql<Row>`select ${columns(day)} from difficulties d where d.id = any (${[...ids]}::uuid[])
      order by d.raised_on, d.id`,
  )
}

/** What waits with the same agency, of the same topic or in nearly the same words; the nearest first. */
export function listSimilar(db: Reader, to: Row, day: PlainDate): Promise<Row[]> {
  const alike = sql`similarity(folded(d.text), folded(${to.text}))`
  return rowsOf(
    db,
    sql<Row>`select ${columns(day)} from difficulties d
      where d.state = 'waiting' and d.handler_id = ${to.handler.id} and d.id <> ${to.id}
        and (d.topic_id = ${to.topic.id} or ${alike} > 0.3)
      order by (d.topic_id = ${to.topic.id})::int + ${alike} desc, d.id limit 20`,
  )
}

/** What waits in a unit with an agency that one acts for. */
export function listWaiting(db: Reader, unitId: Id, day: PlainDate): Promise<Row[]> {
  return rowsOf(
    db,
    sql<Row>`select ${columns(day)} from difficulties d
      where d.state = 'waiting' and d.unit_id = ${unitId} and d.handler_id in (select acting_agencies())
      order by d.raised_on, d.id limit 100`,
  )
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
      meeting_id: given.meetingId,
      return_id: given.returnId,
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
