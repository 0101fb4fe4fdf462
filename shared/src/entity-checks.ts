import * as z from 'zod'
import { TaskStatus } from './task-deeds.ts'
import { UnitName } from './units.ts'
import { Cursor, Id, Instant, Limit, Name, Named, pageOf, PlainDate, Words } from './values.ts'

/** Kiểm tra, giám sát. */
export const CheckKind = z.enum(['inspection', 'supervision'])
export type CheckKind = z.infer<typeof CheckKind>

/** Theo kế hoạch, đã kiểm tra, đã kết luận, đã khắc phục xong, đã hủy. */
export const CheckState = z.enum(['planned', 'recorded', 'concluded', 'closed', 'cancelled'])
export type CheckState = z.infer<typeof CheckState>

export const CheckAction = z.enum(['record', 'conclude', 'close', 'move', 'cancel'])
export type CheckAction = z.infer<typeof CheckAction>

/** Another inspection of the same cooperative in the same year. */
export const CheckOverlap = z.object({
  id: Id,
  agency: z.string(),
  subject: z.string(),
  plannedOn: PlainDate,
  isOtherAgency: z.boolean(),
})
export type CheckOverlap = z.infer<typeof CheckOverlap>

export const CheckItem = z.object({
  id: Id,
  kind: CheckKind,
  subject: z.string(),
  agency: Named,
  entity: z.object({ id: Id, name: z.string() }),
  unit: UnitName,
  plannedOn: PlainDate,
  planPaper: z.string().nullable(),
  heldOn: PlainDate.nullable(),
  state: CheckState,
  overlaps: z.array(CheckOverlap),
  /** Whether that is too much: several agencies in a year, or more often than the province allows. */
  isTooOften: z.boolean(),
  isDemo: z.boolean(),
  version: z.int(),
})
export type CheckItem = z.infer<typeof CheckItem>
export const CheckPage = pageOf(CheckItem)
export type CheckPage = z.infer<typeof CheckPage>

/** One line of the trail; `task`: what is to be put right, with no title for who may not read it. */
export const CheckEvent = z.object({
  seq: z.int(),
  action: z.enum(['plan', 'move', 'record', 'conclude', 'close', 'cancel', 'assign']),
  onDay: PlainDate,
  text: z.string().nullable(),
  members: z.string().nullable(),
  paper: z.string().nullable(),
  task: z
    .object({ id: Id, title: z.string().nullable(), status: TaskStatus.nullable() })
    .nullable(),
  byWords: z.string(),
  madeAt: Instant,
})
export type CheckEvent = z.infer<typeof CheckEvent>

export const EntityCheck = CheckItem.extend({
  events: z.array(CheckEvent),
  /** What the signed-in person may do now: the web shows exactly these buttons. */
  allowed: z.array(CheckAction),
  /** Whether the person may have what was found put right by a task. */
  mayAssign: z.boolean(),
})
export type EntityCheck = z.infer<typeof EntityCheck>

/** Several cooperatives of one plan at once; each id is made by who sends. */
export const NewChecks = z.object({
  items: z
    .array(z.object({ id: Id, entityId: Id }))
    .min(1)
    .max(100),
  kind: CheckKind,
  subject: Name,
  plannedOn: PlainDate,
  planPaper: Name.nullable().default(null),
})
export type NewChecks = z.infer<typeof NewChecks>
export const MadeChecks = z.object({ items: z.array(CheckItem) })
export type MadeChecks = z.infer<typeof MadeChecks>

const Version = z.object({ version: z.int() })
export const CheckDeed = z.discriminatedUnion('action', [
  Version.extend({ action: z.literal('move'), on: PlainDate, reason: Words }),
  Version.extend({ action: z.literal('record'), on: PlainDate, members: Words, findings: Words }),
  Version.extend({ action: z.literal('conclude'), on: PlainDate, paper: Name, text: Words }),
  Version.extend({ action: z.literal('close'), on: PlainDate, text: Words }),
  Version.extend({ action: z.literal('cancel'), reason: Words }),
])
export type CheckDeed = z.infer<typeof CheckDeed>

export const CheckQuery = z.object({
  year: z.coerce.number().int().min(1990).max(2200).optional(),
  agency: Id.optional(),
  unit: Id.optional(),
  entity: Id.optional(),
  state: CheckState.optional(),
  /** Those alone that are too often. */
  overlapping: z.stringbool().optional(),
  cursor: Cursor.optional(),
  limit: Limit,
  format: z.literal('xlsx').optional(),
})
export type CheckQuery = z.infer<typeof CheckQuery>

/** A province's own limit; empty while none is known. */
export const CheckLimit = z.object({
  unit: UnitName,
  mostAYear: z.int().nullable(),
  legalBasis: z.string().nullable(),
  version: z.int(),
})
export type CheckLimit = z.infer<typeof CheckLimit>
export const CheckLimitEdit = z.object({
  unitId: Id,
  mostAYear: z.int().min(1).max(50).nullable(),
  legalBasis: Name.nullable(),
  version: z.int(),
})
export type CheckLimitEdit = z.infer<typeof CheckLimitEdit>

/** What the forms and filters offer, and the plan of a year by agency. */
export const CheckBoard = z.object({
  year: z.int(),
  rows: z.array(
    z.object({
      agency: Named,
      planned: z.int(),
      held: z.int(),
      concluded: z.int(),
      closed: z.int(),
      tooOften: z.int(),
    }),
  ),
  /** Cooperatives that are inspected too often in the year. */
  overlapping: z.int(),
  units: z.array(UnitName),
  limits: z.array(CheckLimit),
  mayPlan: z.boolean(),
  mayLimit: z.boolean(),
  isCooperative: z.boolean(),
})
export type CheckBoard = z.infer<typeof CheckBoard>
export const CheckBoardQuery = CheckQuery.pick({ year: true })
