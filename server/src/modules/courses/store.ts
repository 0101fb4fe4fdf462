import type {
  Course,
  CoursePage,
  CoursePerson,
  CourseQuery,
  NewCourse,
  NewCoursePerson,
} from '@hopluc/shared/courses'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { unitOn } from '../support/index.ts'
import { agencyNamed, both, BY_NAME, idOfCursor, pageOfRows, rowsOf } from '../units/index.ts'
import { changed, notFound } from './refusals.ts'

export interface Row extends Course {
  isOrganiser: boolean
}

const columns = (
  day: PlainDate,
) => sql`c.id, c.programme_id as "programmeId", c.title, c.topic, c.audience,
  c.place, c.fund, c.from_on as "fromOn", c.until_on as "untilOn", c.sessions, c.places,
  c.planned_cost as "plannedCost", c.cost, c.is_cancelled as "isCancelled",
  ${agencyNamed(sql`c.agency_id`, sql`${day}::date`)} as agency, ${unitOn('c.unit_id', day)} as unit,
  (select p.name from support_programmes p where p.id = c.programme_id) as programme,
  case when c.is_cancelled then 'cancelled' when ${day}::date < c.from_on then 'planned'
    when ${day}::date <= c.until_on then 'running' else 'over' end as status,
  c.enrolled, c.attended, c.certified, c.cost::float8 / nullif(c.attended, 0) as "costPerHead",
  c.is_demo as "isDemo", c.version, c.agency_id in (select acting_agencies()) as "isOrganiser"`

function conditions({ year, programme }: CourseQuery): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = []
  if (year)
    where.push(sql`c.from_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`)
  if (programme) where.push(sql`c.programme_id = ${programme}`)
  return where
}

/** The newest first. */
export async function list(db: Reader, query: CourseQuery, day: PlainDate) {
  const where = conditions(query)
  if (query.cursor)
    where.push(sql`(c.from_on, c.id) < (select o.from_on, o.id from courses o
      where o.id = ${idOfCursor(query.cursor)})`)
  const rows = await rowsOf(
    db,
    sql<Row>`select ${columns(day)} from courses c where ${both(where)}
      order by c.from_on desc, c.id desc limit ${query.limit + 1}`,
  )
  return pageOfRows(rows, query.limit)
}

export async function sums(db: Reader, query: CourseQuery): Promise<CoursePage['sums']> {
  const [row] = await rowsOf(
    db,
    sql<
      CoursePage['sums']
    >`select count(*)::int as courses, coalesce(sum(c.places), 0)::int as places,
        coalesce(sum(c.enrolled), 0)::int as enrolled, coalesce(sum(c.attended), 0)::int as attended,
        coalesce(sum(c.certified), 0)::int as certified,
        coalesce(sum(c.planned_cost), 0)::bigint as "plannedCost", coalesce(sum(c.cost), 0)::bigint as cost,
        sum(c.cost)::float8 / nullif(sum(c.attended) filter (where c.cost is not null), 0) as "costPerHead"
      from courses c where ${both([...conditions(query), sql`not c.is_cancelled`])}`,
  )
  if (!row) throw notFound()
  return row
}

export async function find(db: Reader, id: Id, day: PlainDate): Promise<Row | undefined> {
  const [row] = await rowsOf(db, sql<Row>`select ${columns(day)} from courses c where c.id = ${id}`)
  return row
}

export async function get(db: Reader, id: Id, day: PlainDate): Promise<Row> {
  const row = await find(db, id, day)
  if (!row) throw notFound()
  return row
}

/** By cooperative and name, as far as one sees them. */
export function listPeople(db: Reader, courseId: Id, day: PlainDate): Promise<CoursePerson[]> {
  return rowsOf(
    db,
    sql<CoursePerson>`select p.id, json_build_object('id', e.id, 'name', e.name) as entity,
        ${unitOn('p.unit_id', day)} as unit, p.name, p.post, to_json(p.attended) as attended,
        p.certificate_no as "certificateNo", p.certificate_on as "certificateOn",
        p.attended = '{}' and p.certificate_no is null and (p.course_id in (select id from run_courses)
          or p.entered_agency_id in (select acting_agencies())) as "mayTakeOut"
      from course_people p join entities e on e.id = p.entity_id where p.course_id = ${courseId}
      order by e.name ${BY_NAME}, p.name ${BY_NAME}, p.id`,
  )
}

const valuesOf = (given: Omit<NewCourse, 'id'>) => ({
  programme_id: given.programmeId,
  title: given.title,
  topic: given.topic,
  audience: given.audience,
  place: given.place,
  fund: given.fund,
  from_on: given.fromOn,
  until_on: given.untilOn,
  sessions: given.sessions,
  places: given.places,
  planned_cost: given.plannedCost,
  cost: given.cost,
  is_cancelled: given.isCancelled,
})

export async function insert(
  tx: Tx,
  { id, ...given }: NewCourse,
  of: { agencyId: Id; unitId: Id },
): Promise<void> {
  const { agencyId, unitId } = of
  await tx
    .insertInto('courses')
    .values({ ...valuesOf(given), id, agency_id: agencyId, unit_id: unitId })
    .execute()
}

export async function update(
  tx: Tx,
  id: Id,
  version: number,
  given: Omit<NewCourse, 'id'> | null,
): Promise<void> {
  const updated = await tx
    .updateTable('courses')
    .set({ ...(given && valuesOf(given)), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) throw changed()
}

/** One at a time changes who is on the list and what is marked there: its counts follow from it. */
export async function holdPlaces(tx: Tx, courseId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${courseId}, 63))`.execute(tx)
}

/** False where the person is on the list. */
export async function insertPerson(
  tx: Tx,
  given: NewCoursePerson & { courseId: Id; entityId: Id; unitId: Id },
  by: { accountId: Id; agencyId: Id },
): Promise<boolean> {
  const made = await tx
    .insertInto('course_people')
    .values({
      id: given.id,
      course_id: given.courseId,
      entity_id: given.entityId,
      unit_id: given.unitId,
      name: given.name,
      post: given.post,
      entered_by: by.accountId,
      entered_agency_id: by.agencyId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function removePerson(tx: Tx, courseId: Id, id: Id): Promise<boolean> {
  const removed = await tx
    .deleteFrom('course_people')
    .where('id', '=', id)
    .where('course_id', '=', courseId)
    .executeTakeFirst()
  return removed.numDeletedRows === 1n
}

/** Those who are named came to the session, the others did not. */
export async function setAttended(
  tx: Tx,
  courseId: Id,
  session: number,
  ids: readonly Id[],
): Promise<void> {
  await sql`update course_people p set attended = case when p.id = any (${[...ids]}::uuid[])
      then array(select x from unnest(p.attended || ${session}::smallint) x group by x order by x)
      else array_remove(p.attended, ${session}::smallint) end
    where p.course_id = ${courseId}
      and (p.id = any (${[...ids]}::uuid[])) <> (${session}::smallint = any (p.attended))`.execute(
    tx,
  )
}

export async function setCertificates(
  tx: Tx,
  courseId: Id,
  on: PlainDate,
  items: readonly { personId: Id; number: string }[],
): Promise<void> {
  // two numbers may change places
  await sql`update course_people set certificate_no = null, certificate_on = null
    where course_id = ${courseId} and id = any (${items.map(({ personId }) => personId)}::uuid[])`.execute(
    tx,
  )
  await sql`update course_people p set certificate_no = c.number, certificate_on = ${on}::date
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) c ("personId" uuid, number text)
    where p.course_id = ${courseId} and p.id = c."personId"`.execute(tx)
}
