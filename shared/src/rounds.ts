import * as z from 'zod'
import { UnitLevel, UnitName } from './units.ts'
import { Cursor, Id, Instant, Limit, Name, Named, pageOf, PlainDate } from './values.ts'

export const PeriodKind = z.enum(['month', 'quarter', 'half', 'nine_months', 'year'])
/** `part`: month 1–12, quarter 1–4, half 1–2, otherwise 1. */
export const PeriodRef = z.object({
  kind: PeriodKind,
  year: z.int().min(1990).max(2100),
  part: z.int().min(1).max(12),
})
export type PeriodRef = z.infer<typeof PeriodRef>
export const RoundPeriod = PeriodRef.extend({
  /** 0 while nothing has been stated for it. */
  id: z.int(),
  fromOn: PlainDate,
  untilOn: PlainDate,
})
export type RoundPeriod = z.infer<typeof RoundPeriod>

/**
 * Lập biểu → chờ lãnh đạo duyệt → đã gửi → (trả lại) → đã chấp nhận, khóa số liệu. A correction
 * (đính chính) opens an accepted one again; what was accepted holds until the next acceptance.
 */
export const ReturnState = z.enum(['open', 'with_leader', 'sent', 'returned', 'accepted'])
export type ReturnState = z.infer<typeof ReturnState>
/** The second line (a sector's department): not yet seen, checked, has remarks. */
export const CheckState = z.enum(['waiting', 'checked', 'remarked'])
export type CheckState = z.infer<typeof CheckState>

/** Whom a round asks: the people's committees of a level below a unit, or agencies by name. */
export const Asked = z.discriminatedUnion('by', [
  z.object({ by: z.literal('level'), level: UnitLevel, unitId: Id }),
  z.object({ by: z.literal('agencies'), agencyIds: z.array(Id).min(1).max(500) }),
])
export type Asked = z.infer<typeof Asked>

/** By when each level has to be done; `isDayOff` is shown, not moved. */
export const Deadline = z.object({
  level: z.enum(['commune', 'district', 'department', 'province', 'nation']),
  dueOn: PlainDate,
  isDayOff: z.boolean(),
})
export type Deadline = z.infer<typeof Deadline>
const DeadlineWish = Deadline.omit({ isDayOff: true })

const Wanted = {
  formId: Id,
  period: PeriodRef,
  asked: Asked,
  /** Who asks and accepts; none: the agency (of a committee's officer the committee's standing agency). */
  receiverId: Id.nullable().default(null),
  /** The second line that reads and remarks, with its own day. */
  checkerId: Id.nullable().default(null),
  /** The round of the level above into which this one flows. */
  parentId: Id.nullable().default(null),
  title: Name.nullable().default(null),
  opensOn: PlainDate.nullable().default(null),
  /** None of these: by the decree's window and the usual offsets. */
  cutoffOn: PlainDate.nullable().default(null),
  estimateOn: PlainDate.nullable().default(null),
  deadlines: z.array(DeadlineWish).max(5).default([]),
  checkDueOn: PlainDate.nullable().default(null),
  /** "Kèm theo Báo cáo số …" on the print. */
  paper: z.string().trim().min(1).max(200).nullable().default(null),
}
/** `POST /api/rounds` → 201 `Round`; `POST /api/rounds/preview` takes the same → `RoundPreview`. */
export const NewRound = z.object(Wanted)
export type NewRound = z.infer<typeof NewRound>

/** What opening would do. */
export const RoundPreview = z.object({
  title: z.string(),
  period: RoundPeriod,
  opensOn: PlainDate,
  cutoffOn: PlainDate,
  estimateOn: PlainDate,
  deadlines: z.array(Deadline),
  checkDueOn: PlainDate.nullable(),
  basis: z.string(),
  asked: z.int(),
  /** Units that have nobody to answer. */
  withoutAgency: z.array(UnitName),
  /** A round of the same form and period that asks some of the same. */
  already: z.array(z.object({ id: Id, title: z.string() })),
  /** Open rounds of the period in which the area itself is asked: what is accepted can flow into one. */
  parents: z.array(z.object({ id: Id, title: z.string() })),
})
export type RoundPreview = z.infer<typeof RoundPreview>

export const RoundCounts = z.object({
  asked: z.int(),
  open: z.int(),
  withLeader: z.int(),
  sent: z.int(),
  returned: z.int(),
  accepted: z.int(),
  /** Neither sent nor accepted, and past their day. */
  late: z.int(),
})
export type RoundCounts = z.infer<typeof RoundCounts>

export const Round = z.object({
  id: Id,
  title: z.string(),
  form: z.object({ id: Id, code: z.string(), name: z.string(), no: z.int() }),
  period: RoundPeriod,
  unit: UnitName.nullable(),
  receiver: Named,
  checker: Named.nullable(),
  parentId: Id.nullable(),
  /** Null also where the reader does not see that round. */
  parentTitle: z.string().nullable(),
  opensOn: PlainDate,
  cutoffOn: PlainDate,
  estimateOn: PlainDate,
  deadlines: z.array(Deadline),
  checkDueOn: PlainDate.nullable(),
  paper: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  counts: RoundCounts,
  isDemo: z.boolean(),
  version: z.int(),
  allowed: z.array(z.enum(['change', 'remind', 'close', 'accept'])),
})
export type Round = z.infer<typeof Round>
/** `GET /api/rounds` → `RoundPage`; `GET /api/rounds/:id` → `Round`. */
export const RoundQuery = z.object({
  state: z.enum(['open', 'closed']).optional(),
  form: Id.optional(),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type RoundQuery = z.infer<typeof RoundQuery>
export const RoundPage = pageOf(Round).extend({ mayOpen: z.boolean() })
export type RoundPage = z.infer<typeof RoundPage>

/** `PATCH /api/rounds/:id` → `Round`. New deadlines hold for those that have not sent. */
export const RoundChange = z.object({
  version: z.int(),
  title: Name,
  deadlines: z.array(DeadlineWish).min(1).max(5),
  checkDueOn: PlainDate.nullable(),
  paper: z.string().trim().min(1).max(200).nullable(),
})
export type RoundChange = z.infer<typeof RoundChange>
/** `POST /api/rounds/:id/close` → `Round`. */
export const RoundClose = z.object({ version: z.int(), isClosed: z.boolean() })

/** One of those asked: a line in the list of who has reported. */
export const ReturnItem = z.object({
  id: Id,
  round: z.object({ id: Id, title: z.string() }),
  form: z.object({ code: z.string(), name: z.string() }),
  unit: UnitName,
  /** Name of the unit above. */
  under: z.string().nullable(),
  agency: Named,
  state: ReturnState,
  checkState: CheckState.nullable(),
  isCorrection: z.boolean(),
  dueOn: PlainDate,
  sentAt: Instant.nullable(),
  acceptedAt: Instant.nullable(),
  /** Days past its day until it was sent, or until today; 0 in time. */
  daysLate: z.int(),
  filled: z.int(),
  remindedOn: PlainDate.nullable(),
  isDemo: z.boolean(),
  version: z.int(),
})
export type ReturnItem = z.infer<typeof ReturnItem>
export const ReturnListState = z.enum([
  'missing',
  'late',
  'open',
  'with_leader',
  'sent',
  'returned',
  'accepted',
])
/** `GET /api/rounds/:id/returns` → `RoundReturns` or the list as Excel; the late ones first. */
export const RoundReturnQuery = z.object({
  state: ReturnListState.optional(),
  q: z.string().trim().max(200).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type RoundReturnQuery = z.infer<typeof RoundReturnQuery>
export const RoundReturns = pageOf(ReturnItem).extend({ counts: RoundCounts })
export type RoundReturns = z.infer<typeof RoundReturns>

/** `POST /api/rounds/:id/reminders` → `RemindReturnsResult`. Nobody named: all that have not sent. Once a day each. */
export const RemindReturns = z.object({ returnIds: z.array(Id).max(5000).default([]) })
export type RemindReturns = z.infer<typeof RemindReturns>
export const RemindReturnsResult = z.object({
  reminded: z.int(),
  /** Asked today already. */
  already: z.int(),
  /** Nobody signs in for these. */
  withoutAccount: z.int(),
})
export type RemindReturnsResult = z.infer<typeof RemindReturnsResult>

/** `GET /api/returns` → `MyReturns`. What waits for the reader: to fill, to approve as leader, to accept, to check as second line. */
export const MyReturnsQuery = z.object({
  part: z.enum(['fill', 'approve', 'accept', 'check', 'all']).default('all'),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type MyReturnsQuery = z.infer<typeof MyReturnsQuery>
export const MyReturns = pageOf(ReturnItem).extend({
  counts: z.object({ fill: z.int(), approve: z.int(), accept: z.int(), check: z.int() }),
})
export type MyReturns = z.infer<typeof MyReturns>
