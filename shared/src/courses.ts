import * as z from 'zod'
import { Dong } from './loans.ts'
import { UnitName } from './units.ts'
import { Cursor, Id, Limit, Name, Named, pageOf, PlainDate } from './values.ts'

const Ref = z.object({ id: Id, name: z.string() })
const Line = z.string().trim().max(500)

const CourseWords = z.object({
  programmeId: Id.nullable(),
  title: Name,
  topic: Line,
  /** Whom it is for. */
  audience: Line,
  place: Line,
  /** Where the money comes from. */
  fund: Line,
  fromOn: PlainDate,
  untilOn: PlainDate,
  sessions: z.int().min(1).max(60),
  places: z.int().min(1).max(2000),
  plannedCost: Dong.nullable(),
  cost: Dong.nullable(),
  isCancelled: z.boolean(),
})

export const CourseStatus = z.enum(['planned', 'running', 'over', 'cancelled'])
export type CourseStatus = z.infer<typeof CourseStatus>

export const Course = CourseWords.extend({
  id: Id,
  agency: Named,
  unit: UnitName,
  programme: z.string().nullable(),
  status: CourseStatus,
  enrolled: z.int(),
  /** Came to at least one session. */
  attended: z.int(),
  certified: z.int(),
  /** Cost by those who came; null while either is not known. */
  costPerHead: z.number().nullable(),
  isDemo: z.boolean(),
  version: z.int(),
})
export type Course = z.infer<typeof Course>

const Sums = z.object({
  courses: z.int(),
  places: z.int(),
  enrolled: z.int(),
  attended: z.int(),
  certified: z.int(),
  plannedCost: Dong,
  cost: Dong,
  /** Of those courses whose cost is known. */
  costPerHead: z.number().nullable(),
})

/** Courses of a year with their sums; those that are cancelled do not count. */
export const CoursePage = pageOf(Course).extend({ sums: Sums, mayKeep: z.boolean() })
export type CoursePage = z.infer<typeof CoursePage>

/** Of the persons one sees those of one's own cooperative or commune; who organises it sees all. */
export const CoursePerson = z.object({
  id: Id,
  entity: Ref,
  unit: UnitName,
  name: z.string(),
  post: z.string(),
  attended: z.array(z.int()),
  certificateNo: z.string().nullable(),
  certificateOn: PlainDate.nullable(),
  mayTakeOut: z.boolean(),
})
export type CoursePerson = z.infer<typeof CoursePerson>

export const CourseWhole = Course.extend({
  people: z.array(CoursePerson),
  mayEdit: z.boolean(),
  mayEnrol: z.boolean(),
  /** Enters its own people only. */
  isCooperative: z.boolean(),
})
export type CourseWhole = z.infer<typeof CourseWhole>

/** Made with an id of the sender, so that a second sending is the same. */
export const NewCourse = CourseWords.extend({ id: Id })
export type NewCourse = z.infer<typeof NewCourse>
export const CourseEdit = CourseWords.extend({ version: z.int() })
export type CourseEdit = z.infer<typeof CourseEdit>

export const NewCoursePerson = z.object({
  id: Id,
  /** A cooperative leaves it out: it enters its own people. */
  entityId: Id.nullable().default(null),
  name: Name,
  post: z.string().trim().max(200),
})
export type NewCoursePerson = z.infer<typeof NewCoursePerson>

/** Who came to a session; who is not named did not. */
export const CourseAttendance = z.object({
  session: z.int().min(1).max(60),
  personIds: z.array(Id).max(2000),
  version: z.int(),
})
export type CourseAttendance = z.infer<typeof CourseAttendance>

export const CourseCertificates = z.object({
  on: PlainDate,
  items: z
    .array(z.object({ personId: Id, number: Name }))
    .min(1)
    .max(2000),
  version: z.int(),
})
export type CourseCertificates = z.infer<typeof CourseCertificates>

export const CourseQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  programme: Id.optional(),
  cursor: Cursor.optional(),
  limit: Limit,
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type CourseQuery = z.infer<typeof CourseQuery>

/** For a list of who took part, with the purpose of an export of persons. */
export const CoursePeopleQuery = z.object({
  course: Id,
  format: z.enum(['json', 'xlsx']).default('xlsx'),
})
export type CoursePeopleQuery = z.infer<typeof CoursePeopleQuery>
