import type {
  CourseAttendance,
  CourseCertificates,
  CourseEdit,
  CoursePage,
  CourseQuery,
  CourseWhole,
  NewCourse,
  NewCoursePerson,
} from '@hopluc/shared/courses'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { isOfKind, ownEntity, placeUnder, unitOfAgency } from '../support/index.ts'
import { type CourseAction, may } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

const withoutSide = ({ isOrganiser: _organiser, ...row }: store.Row) => row

/** Courses that one reads, with the sums of what is asked for. */
export function list(context: Context, query: CourseQuery): Promise<CoursePage> {
  const { actor, today } = context
  return context.read(async (db) => {
    const { items, next } = await store.list(db, query, today)
    const sums = await store.sums(db, query)
    return { items: items.map(withoutSide), next, sums, mayKeep: may(actor, 'course.keep', true) }
  })
}

export function get(context: Context, id: Id): Promise<CourseWhole> {
  return context.read((db) => present(db, context, id))
}

async function present(db: Reader, context: Context, id: Id): Promise<CourseWhole> {
  const { actor, today } = context
  const row = await store.get(db, id, today)
  const isOpen = row.status === 'planned' || row.status === 'running'
  return {
    ...withoutSide(row),
    people: await store.listPeople(db, id, today),
    mayEdit: may(actor, 'course.keep', row.isOrganiser),
    mayEnrol: may(actor, 'course.enrol', true) && (isOpen || (row.isOrganiser && !row.isCancelled)),
    isCooperative: actor.role === 'cooperative',
  }
}

/** In the plan of one's own agency, for the cooperatives of its area. Sent twice, it is made once. */
export function plan(context: Context, given: NewCourse): Promise<CourseWhole> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'course.keep', true))
    const known = await store.find(tx, given.id, today)
    if (known) {
      if (known.title !== given.title || !known.isOrganiser) throw refusals.usedId()
      return present(tx, context, given.id)
    }
    await assertSound(tx, given)
    const unitId = await unitOfAgency(tx, actor.agencyId, today)
    await store.insert(tx, given, { agencyId: actor.agencyId, unitId })
    const { id, ...after } = given
    await audit.record(tx, actor, 'course.keep', id, { after })
    return present(tx, context, id)
  })
}

export function edit(context: Context, id: Id, given: CourseEdit): Promise<CourseWhole> {
  const { actor, today } = context
  const { version, ...after } = given
  return context.write(async (tx) => {
    await store.holdPlaces(tx, id)
    const before = await present(tx, context, id)
    assertAllowed(may(actor, 'course.keep', before.mayEdit))
    if (given.places < before.enrolled) throw refusals.tooFewPlaces(before.enrolled)
    const marked = Math.max(0, ...before.people.flatMap(({ attended }) => attended))
    if (given.sessions < marked) throw refusals.tooFewSessions(marked)
    if (marked > 0 && given.fromOn > today) throw refusals.notYet()
    await assertSound(tx, given)
    await store.update(tx, id, version, after)
    const { people: _people, ...was } = before
    await audit.record(tx, actor, 'course.keep', id, { before: was, after })
    return present(tx, context, id)
  })
}

async function assertSound(
  tx: Tx,
  { fromOn, untilOn, programmeId }: Omit<NewCourse, 'id'>,
): Promise<void> {
  if (untilOn < fromOn) throw refusals.wrongDays()
  if (programmeId !== null && !(await isOfKind(tx, programmeId, 'training')))
    throw refusals.wrongProgramme()
}

/** A person of one's own cooperative, or of one of the area; while there are places. */
export function enrol(context: Context, id: Id, given: NewCoursePerson): Promise<CourseWhole> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'course.enrol', true))
    await store.holdPlaces(tx, id)
    const before = await present(tx, context, id)
    if (before.people.some((one) => one.id === given.id)) return before
    if (!before.mayEnrol) throw refusals.isClosed()
    if (before.enrolled >= before.places) throw refusals.isFull(before.places)
    const entityId =
      actor.role === 'cooperative' ? await ownEntity(tx, actor.agencyId) : given.entityId
    const unitId = entityId ? await placeUnder(tx, entityId, before.unit.id, today) : undefined
    const isOurs = actor.role === 'cooperative' || before.mayEdit
    if (!entityId || !unitId || !(isOurs || (await isOwnUnit(tx, unitId))))
      throw refusals.noEntity()
    const isMade = await store.insertPerson(tx, { ...given, courseId: id, entityId, unitId }, actor)
    if (!isMade) throw refusals.enteredBefore()
    await audit.record(tx, actor, 'course.enrol', id, { after: { ...given, entityId } })
    return present(tx, context, id)
  })
}

async function isOwnUnit(tx: Tx, unitId: Id): Promise<boolean> {
  const row = await tx
    .selectFrom('enrolling_units')
    .select('unit_id')
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return row !== undefined
}

/** Of whom nothing was marked yet, by who entered them or who organises the course. */
export function takeOut(context: Context, id: Id, personId: Id): Promise<CourseWhole> {
  const { actor } = context
  return context.write(async (tx) => {
    await store.holdPlaces(tx, id)
    const { people } = await present(tx, context, id)
    const person = people.find((one) => one.id === personId)
    if (!person) throw refusals.notFound()
    if (person.attended.length > 0 || person.certificateNo !== null) throw refusals.hasAttended()
    assertAllowed(may(actor, 'course.take_out', person.mayTakeOut))
    if (!(await store.removePerson(tx, id, personId))) throw refusals.changed()
    await audit.record(tx, actor, 'course.take_out', id, { before: person })
    return present(tx, context, id)
  })
}

/** Who came to one session: the whole list of it at once. */
export function attend(context: Context, id: Id, given: CourseAttendance): Promise<CourseWhole> {
  return mark(context, id, 'course.attend', given, async (tx, course) => {
    if (given.session > course.sessions) throw refusals.noSession(course.sessions)
    assertKnown(course, given.personIds)
    const neverCame = course.people.find(
      ({ id: personId, attended, certificateNo }) =>
        certificateNo !== null &&
        !given.personIds.includes(personId) &&
        attended.every((one) => one === given.session),
    )
    if (neverCame) throw refusals.hasCertificate(neverCame.name)
    await store.setAttended(tx, id, given.session, given.personIds)
  })
}

/** Numbers of certificates of one day, for those who came. */
export function certify(context: Context, id: Id, given: CourseCertificates): Promise<CourseWhole> {
  return mark(context, id, 'course.certify', given, async (tx, course) => {
    const numbers = new Map(given.items.map(({ personId, number }) => [personId, number]))
    assertKnown(course, [...numbers.keys()])
    if (given.on < course.fromOn || given.on > context.today) throw refusals.notYet()
    const certified = course.people.filter((one) => numbers.has(one.id))
    if (certified.some(({ attended }) => attended.length === 0)) throw refusals.neverCame()
    const after = course.people.flatMap((one) => numbers.get(one.id) ?? one.certificateNo ?? [])
    if (new Set(after).size < after.length) throw refusals.usedNumber()
    await store.setCertificates(tx, id, given.on, given.items)
  })
}

/** What who organises the course marks on its list, once it has begun. */
function mark(
  context: Context,
  id: Id,
  action: CourseAction,
  { version, ...said }: { version: number },
  work: (tx: Tx, course: CourseWhole) => Promise<void>,
): Promise<CourseWhole> {
  const { actor } = context
  return context.write(async (tx) => {
    await store.holdPlaces(tx, id)
    const course = await present(tx, context, id)
    assertAllowed(may(actor, action, course.mayEdit))
    if (course.status === 'planned' || course.status === 'cancelled') throw refusals.notYet()
    await store.update(tx, id, version, null)
    await work(tx, course)
    await audit.record(tx, actor, action, id, said)
    return present(tx, context, id)
  })
}

function assertKnown({ people }: CourseWhole, ids: readonly Id[]): void {
  const known = new Set(people.map(({ id }) => id))
  if (ids.some((id) => !known.has(id))) throw refusals.notFound()
}
