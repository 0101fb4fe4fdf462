import * as z from 'zod'
import { CommitteePart } from './committees.ts'
import { UnitName } from './units.ts'
import { AsOf, Cursor, Id, Limit, Name, Named, pageOf, PlainDate, Words } from './values.ts'

/** A cooperative, as far as its name is known to the reader. */
export const EntityName = z.object({ id: Id, name: z.string() })
export type EntityName = z.infer<typeof EntityName>

export const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/)
export type Quarter = z.infer<typeof Quarter>

/** Who is in charge of a unit or of a single cooperative, from a day to a day. */
export const Duty = z.object({
  id: Id,
  unit: UnitName.nullable(),
  entity: EntityName.nullable(),
  fromOn: PlainDate,
  untilOn: PlainDate,
  version: z.int(),
})
export type Duty = z.infer<typeof Duty>

/**
 * How the half-year's inspections of a member stand on a day: every unit in charge inspected, some of
 * them, planned for a day to come, or nothing; `free` where the member is in charge of no unit.
 */
export const InspectionMark = z.object({
  state: z.enum(['free', 'done', 'part', 'planned', 'none']),
  /** The last inspection, or the next one that is planned. */
  on: PlainDate.nullable(),
  done: z.int(),
  of: z.int(),
})
export type InspectionMark = z.infer<typeof InspectionMark>

/** A committee's members at work on a day. */
export const CommitteeWork = z.object({
  asOf: PlainDate,
  /** Of those who hold a seat on the day; what a reader may not see is left out. */
  seats: z.array(z.object({ seatId: Id, duties: z.array(Duty), inspections: InspectionMark })),
  /** Whether the signed-in person reads the inspections. */
  readsInspections: z.boolean(),
  allowed: z.array(z.enum(['assign', 'inspect'])),
})
export type CommitteeWork = z.infer<typeof CommitteeWork>

/** What a member is in charge of from a day on; what is not named ends the day before. */
export const DutyChange = z.object({
  version: z.int(),
  fromOn: PlainDate,
  unitIds: z.array(Id).max(200),
  entityIds: z.array(Id).max(200),
})
export type DutyChange = z.infer<typeof DutyChange>

export const InspectionState = z.enum(['planned', 'made', 'cancelled'])
export type InspectionState = z.infer<typeof InspectionState>
export const InspectionAction = z.enum(['edit', 'record', 'cancel', 'give_task'])
export type InspectionAction = z.infer<typeof InspectionAction>

export const InspectionItem = z.object({
  id: Id,
  body: Named,
  unit: UnitName,
  entity: EntityName.nullable(),
  /** The member who leads it, by office and name. */
  leader: z.string().nullable(),
  seatId: Id.nullable(),
  subject: z.string(),
  state: InspectionState,
  plannedOn: PlainDate,
  madeOn: PlainDate.nullable(),
  nextOn: PlainDate.nullable(),
  remedies: z.int(),
  /** Of these, given as tasks. */
  tasks: z.int(),
  isDemo: z.boolean(),
  version: z.int(),
})
export type InspectionItem = z.infer<typeof InspectionItem>
export const InspectionPage = pageOf(InspectionItem)

export const InspectionQuery = AsOf.extend({
  committee: Id.optional(),
  seat: Id.optional(),
  unit: Id.optional(),
  state: InspectionState.optional(),
  year: z.coerce.number().int().optional(),
  format: z.enum(['json', 'xlsx']).default('json'),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type InspectionQuery = z.infer<typeof InspectionQuery>

export const Remedy = z.object({
  id: Id,
  text: z.string(),
  agency: Named,
  dueOn: PlainDate,
  task: z.object({ id: Id, code: z.string(), status: z.string().nullable() }).nullable(),
})
export type Remedy = z.infer<typeof Remedy>

export const Inspection = InspectionItem.omit({ remedies: true, tasks: true }).extend({
  place: z.string().nullable(),
  present: z.string().nullable(),
  findings: z.string().nullable(),
  remedies: z.array(Remedy),
  itemId: Id.nullable(),
  allowed: z.array(InspectionAction),
})
export type Inspection = z.infer<typeof Inspection>

const InspectionFacts = z.object({
  seatId: Id.nullable(),
  unitId: Id,
  entityId: Id.nullable(),
  subject: Name,
  plannedOn: PlainDate,
  place: z.string().trim().max(500).nullable(),
})
export const NewInspection = InspectionFacts.extend({ itemId: Id.nullable().default(null) })
export type NewInspection = z.infer<typeof NewInspection>
export const InspectionChange = InspectionFacts.partial().extend({ version: z.int() })
export type InspectionChange = z.infer<typeof InspectionChange>

/** That it was made: what was found, and what has to be put right. */
export const InspectionRecord = z.object({
  version: z.int(),
  madeOn: PlainDate,
  place: z.string().trim().max(500).nullable(),
  present: z.string().trim().max(4000).nullable(),
  findings: z.string().trim().min(1).max(20_000),
  nextOn: PlainDate.nullable(),
  remedies: z
    .array(z.object({ id: Id.optional(), text: Name, agencyId: Id, dueOn: PlainDate }))
    .max(50),
})
export type InspectionRecord = z.infer<typeof InspectionRecord>
export const InspectionCancel = z.object({ version: z.int(), reason: Words })
export type InspectionCancel = z.infer<typeof InspectionCancel>
export const RemedyTask = z.object({ version: z.int() })

/** What a member in charge has to look at, on a day. */
export const Worklist = z.object({
  asOf: PlainDate,
  committee: Named,
  seatId: Id,
  name: z.string(),
  office: z.string(),
  part: CommitteePart,
  agency: Named.nullable(),
  areas: z.array(
    z.object({
      duty: Duty,
      /** Given to the unit's agencies, of those that the reader sees. */
      openTasks: z.int(),
      lateTasks: z.int(),
      agencyIds: z.array(Id),
      committee: z.enum(['none', 'current', 'out_of_date']),
      lastOn: PlainDate.nullable(),
      nextOn: PlainDate.nullable(),
    }),
  ),
  entities: z.array(
    z.object({
      duty: Duty,
      place: z.string().nullable(),
      /** The four quarters of the year, oldest first; null: still to come. */
      quarters: z.array(z.object({ quarter: Quarter, isMet: z.boolean().nullable() })),
      lastOn: PlainDate.nullable(),
    }),
  ),
  inspections: z.array(InspectionItem),
  version: z.int(),
  allowed: z.array(z.enum(['assign', 'inspect', 'meet'])),
})
export type Worklist = z.infer<typeof Worklist>

export const NewDutyMeeting = z.object({
  metOn: PlainDate,
  place: z.string().trim().max(500).nullable(),
  note: Words,
})
export type NewDutyMeeting = z.infer<typeof NewDutyMeeting>

export const DutyMeeting = z.object({
  id: Id,
  metOn: PlainDate,
  place: z.string().nullable(),
  note: z.string(),
  byWords: z.string(),
  isDemo: z.boolean(),
})
export type DutyMeeting = z.infer<typeof DutyMeeting>

/** A leader in charge of a cooperative, or of a commune without a committee. */
export const LeaderItem = z.object({
  id: Id,
  body: Named,
  holder: z.string(),
  office: z.string(),
  unit: UnitName.nullable(),
  entity: EntityName.nullable(),
  place: z.string().nullable(),
  decision: z.string().nullable(),
  fromOn: PlainDate,
  untilOn: PlainDate,
  /** In the quarter that was asked for. */
  met: z.array(DutyMeeting),
  isDemo: z.boolean(),
  version: z.int(),
  allowed: z.array(z.enum(['meet', 'end'])),
})
export type LeaderItem = z.infer<typeof LeaderItem>
export const LeaderPage = pageOf(LeaderItem).extend({
  quarter: Quarter,
  met: z.int(),
  total: z.int(),
  allowed: z.array(z.enum(['add'])),
})
export type LeaderPage = z.infer<typeof LeaderPage>

export const LeaderQuery = AsOf.extend({
  quarter: Quarter.optional(),
  under: Id.optional(),
  of: z.enum(['entity', 'unit']).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type LeaderQuery = z.infer<typeof LeaderQuery>

/** A leader of one's own commune, who sits in no committee. */
export const NewLeader = z.object({
  holderName: z.string().trim().max(200),
  holderOffice: Name,
  entityId: Id.nullable(),
  decision: z.string().trim().max(500).nullable(),
  fromOn: PlainDate,
})
export type NewLeader = z.infer<typeof NewLeader>
export const DutyEnd = z.object({ version: z.int(), untilOn: PlainDate })

/** A few cooperatives by a part of their name, for who puts somebody in charge of them. */
export const EntitySearch = z.object({ q: z.string().trim().min(1).max(200).optional() })
export const EntityOptions = z.object({
  items: z.array(EntityName.extend({ place: z.string().nullable() })),
})
