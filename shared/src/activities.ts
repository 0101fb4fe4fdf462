import * as z from 'zod'
import { UnitName } from './units.ts'
import { Cursor, Id, Limit, Name, Named, pageOf, PlainDate, Words } from './values.ts'

/** Truyền thông; cuộc thi, hội thi; chương trình phối hợp; tư vấn; thông tin thị trường. */
export const ActivityKind = z.enum(['campaign', 'contest', 'coordination', 'advice', 'notice'])
export type ActivityKind = z.infer<typeof ActivityKind>

export const ActivityState = z.enum(['planned', 'running', 'done', 'cancelled'])
export type ActivityState = z.infer<typeof ActivityState>

/** Thành lập; điều lệ; kế toán; thuế; vay vốn; khác. */
export const AdviceTopic = z.enum(['founding', 'charter', 'accounting', 'tax', 'credit', 'other'])
export type AdviceTopic = z.infer<typeof AdviceTopic>

const Task = z.object({
  what: Name,
  lead: Name,
  dueOn: PlainDate.nullable(),
  state: z.enum(['open', 'done']),
})
export type ActivityTask = z.infer<typeof Task>
/** Lượt xem, người tham dự, tin bài, giải thưởng …: a figure of who was reached. */
const Reach = z.object({ name: Name, value: z.int().min(0).max(999_999_999) })
export type ActivityReach = z.infer<typeof Reach>
const Result = z.object({ year: z.int().min(2000).max(2100), text: Words })
export type ActivityResult = z.infer<typeof Result>

/** What is said of one; which of it is asked for depends on the kind. */
export const ActivityWords = z.object({
  title: Name,
  topic: AdviceTopic.nullable(),
  fromOn: PlainDate,
  untilOn: PlainDate,
  document: Name.nullable(),
  partners: z.array(Name).max(40),
  channels: z.array(Name).max(40),
  content: Words.nullable(),
  tasks: z.array(Task).max(60),
  reach: z.array(Reach).max(20),
  results: z.array(Result).max(20),
  state: ActivityState,
})
export type ActivityWords = z.infer<typeof ActivityWords>

/** Of one's own agency; advice names whom it advised. */
export const NewActivity = ActivityWords.extend({
  id: Id,
  kind: ActivityKind,
  entityId: Id.nullable(),
})
export type NewActivity = z.infer<typeof NewActivity>
export const ActivityEdit = ActivityWords.extend({ version: z.int() })
export type ActivityEdit = z.infer<typeof ActivityEdit>

export const Activity = ActivityWords.extend({
  id: Id,
  kind: ActivityKind,
  agency: Named,
  unit: UnitName,
  entity: z.object({ id: Id, name: z.string() }).nullable(),
  isDemo: z.boolean(),
  version: z.int(),
  mayEdit: z.boolean(),
})
export type Activity = z.infer<typeof Activity>
export const ActivityPage = pageOf(Activity).extend({ mayKeep: z.boolean() })
export type ActivityPage = z.infer<typeof ActivityPage>

export const ActivityQuery = z.object({
  kind: ActivityKind.default('campaign'),
  /** Running at some day of it. */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  state: ActivityState.optional(),
  entity: Id.optional(),
  cursor: Cursor.optional(),
  limit: Limit,
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type ActivityQuery = z.infer<typeof ActivityQuery>
