import * as z from 'zod'
import { EntityEventKind, EntityKind, EventDetails } from './entities.ts'
import { UnitName } from './units.ts'
import { Cursor, Id, Instant, Limit, pageOf, PlainDate, Words } from './values.ts'

export const Year = z.coerce.number().int().min(1990).max(2100)
const Format = z.enum(['json', 'xlsx']).default('json')

/** Days of a year's round: the figures' window, and by when each level has to be done. */
export const ConfirmationRound = z.object({
  year: z.int(),
  windowFrom: PlainDate,
  windowUntil: PlainDate,
  entityDue: PlainDate,
  communeDue: PlainDate,
  provinceDue: PlainDate,
  basis: z.string(),
})
export type ConfirmationRound = z.infer<typeof ConfirmationRound>

/** One entity in a year's round. */
export const ConfirmationRow = z.object({
  id: Id,
  name: z.string(),
  kind: EntityKind,
  unit: UnitName,
  /** Who said that the data are right: the entity itself, or the commune on paper. */
  way: z.enum(['entity', 'commune']).nullable(),
  byWords: z.string().nullable(),
  at: Instant.nullable(),
  note: z.string().nullable(),
  file: z.object({ id: Id, name: z.string() }).nullable(),
  /** Entered into the national information system on cooperatives. */
  nationalOn: PlainDate.nullable(),
  /** Whether its own people sign in. */
  hasAccount: z.boolean(),
  openProposals: z.int(),
  isDemo: z.boolean(),
})
export type ConfirmationRow = z.infer<typeof ConfirmationRow>

export const ConfirmationState = z.enum(['missing', 'confirmed', 'not_national', 'proposed'])
export type ConfirmationState = z.infer<typeof ConfirmationState>
export const ConfirmationQuery = z.object({
  year: Year.optional(),
  unit: Id.optional(),
  state: ConfirmationState.optional(),
  kind: EntityKind.optional(),
  q: z.string().trim().max(200).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
  format: Format,
})
export type ConfirmationQuery = z.infer<typeof ConfirmationQuery>

const Totals = z.object({ all: z.int(), confirmed: z.int(), national: z.int() })
export const ConfirmationPage = pageOf(ConfirmationRow).extend({
  round: ConfirmationRound,
  /** Of the unit and kind asked for, whatever the state. */
  totals: Totals,
  /** Whether the reader keeps the register: confirms on paper, ticks, reminds. */
  mayConfirm: z.boolean(),
})
export type ConfirmationPage = z.infer<typeof ConfirmationPage>

export const ConfirmationProgress = z.object({
  round: ConfirmationRound,
  items: z.array(Totals.extend({ unitId: Id, unit: UnitName })),
})
export type ConfirmationProgress = z.infer<typeof ConfirmationProgress>

/** One entity's own: this year's round. */
export const EntityConfirmation = z.object({
  round: ConfirmationRound,
  row: ConfirmationRow.nullable(),
  mayConfirm: z.boolean(),
  mayTakeBack: z.boolean(),
  mayMarkNational: z.boolean(),
})
export type EntityConfirmation = z.infer<typeof EntityConfirmation>

const Entities = z.array(Id).min(1).max(200)
/** "Số liệu đúng": by the entity of itself, by the commune of those that said so on paper. */
export const Confirm = z.object({
  year: z.int().min(1990).max(2100),
  entityIds: Entities,
  note: z.string().trim().min(1).max(1000).nullable().default(null),
  fileId: Id.nullable().default(null),
})
export type Confirm = z.infer<typeof Confirm>
/** What was confirmed by mistake: by the entity of itself, by the keeper of any. */
export const TakeBackConfirmation = z.object({
  year: z.int().min(1990).max(2100),
  entityIds: Entities,
  reason: Words,
})
export type TakeBackConfirmation = z.infer<typeof TakeBackConfirmation>
/** Without a day the tick is taken back. */
export const MarkNational = z.object({
  year: z.int().min(1990).max(2100),
  entityIds: Entities,
  on: PlainDate.nullable(),
})
export type MarkNational = z.infer<typeof MarkNational>
export const ConfirmResult = z.object({ changed: z.int() })
export type ConfirmResult = z.infer<typeof ConfirmResult>
/** Entities that sign in are reminded themselves; of the others, and by the province, the commune. */
export const RemindMissing = z.object({ year: z.int().min(1990).max(2100), unit: Id.optional() })
export type RemindMissing = z.infer<typeof RemindMissing>
export const RemindResult = z.object({ entities: z.int(), communes: z.int() })
export type RemindResult = z.infer<typeof RemindResult>

/** Thành lập, đại hội lại, củng cố, giải thể; chuyển đổi, đăng ký lại theo luật. */
export const WorkKind = z.enum(['found', 'congress', 'consolidate', 'dissolve', 'convert'])
export type WorkKind = z.infer<typeof WorkKind>
export const WorkState = z.enum(['planned', 'doing', 'done', 'dropped'])
export type WorkState = z.infer<typeof WorkState>
/** The legal event by which each is done. */
export const DONE_BY: Record<WorkKind, EntityEventKind> = {
  found: 'registered',
  congress: 'congress',
  consolidate: 'consolidated',
  dissolve: 'dissolved',
  convert: 'law_changed',
}
/** What the register finds: no general meeting for twelve months, and so on. */
export const WorkReason = z.enum(['no_congress', 'suspended', 'few_members', 'not_converted'])
export type WorkReason = z.infer<typeof WorkReason>

const Line = z.string().trim().min(1).max(300).nullable().default(null)
const Wanted = {
  dueOn: PlainDate.nullable().default(null),
  candidateName: Line,
  founders: z.int().min(0).max(100_000).nullable().default(null),
  /** Who advises those who found it. */
  advisedBy: Line,
  note: z.string().trim().min(1).max(2000).nullable().default(null),
}
/** A founding names a candidate and the unit, everything else an entity. `dropped` declines a suggestion. */
export const NewWork = z.object({
  year: z.int().min(1990).max(2100),
  kind: WorkKind,
  unitId: Id.optional(),
  entityId: Id.optional(),
  suggestedBy: WorkReason.nullable().default(null),
  state: z.enum(['planned', 'dropped']).default('planned'),
  ...Wanted,
})
export type NewWork = z.infer<typeof NewWork>
export const WorkChange = z.object({
  version: z.int(),
  state: z.enum(['planned', 'doing', 'dropped']),
  ...Wanted,
})
export type WorkChange = z.infer<typeof WorkChange>
/** Done by the legal event: one that is recorded already, or the one that is recorded now. */
export const WorkDone = z.object({
  version: z.int(),
  /** Of a founding: the entity that came of it. */
  entityId: Id.optional(),
  eventId: Id.optional(),
  event: z
    .object({
      entityVersion: z.int(),
      onDay: PlainDate,
      decidedBy: Line,
      decisionNo: z.string().trim().min(1).max(100).nullable().default(null),
      note: z.string().trim().min(1).max(2000).nullable().default(null),
      details: EventDetails.default({}),
    })
    .optional(),
})
export type WorkDone = z.infer<typeof WorkDone>

export const Work = z.object({
  id: Id,
  year: z.int(),
  kind: WorkKind,
  unitId: Id,
  unit: UnitName,
  entity: z.object({ id: Id, name: z.string(), version: z.int() }).nullable(),
  candidateName: z.string().nullable(),
  founders: z.int().nullable(),
  advisedBy: z.string().nullable(),
  state: WorkState,
  dueOn: PlainDate.nullable(),
  isLate: z.boolean(),
  note: z.string().nullable(),
  suggestedBy: WorkReason.nullable(),
  event: z
    .object({ id: Id, kind: EntityEventKind, onDay: PlainDate, decisionNo: z.string().nullable() })
    .nullable(),
  isDemo: z.boolean(),
  version: z.int(),
  mayChange: z.boolean(),
})
export type Work = z.infer<typeof Work>

export const WorkQuery = z.object({
  year: Year.optional(),
  unit: Id.optional(),
  kind: WorkKind.optional(),
  state: WorkState.optional(),
  limit: Limit,
  cursor: Cursor.optional(),
  format: Format,
})
export type WorkQuery = z.infer<typeof WorkQuery>
export const WorkPage = pageOf(Work).extend({
  year: z.int(),
  /** Of the unit asked for, by kind and state. */
  counts: z.array(z.object({ kind: WorkKind, state: WorkState, count: z.int() })),
  mayAdd: z.boolean(),
})
export type WorkPage = z.infer<typeof WorkPage>
export const WorkSums = z.object({
  year: z.int(),
  items: z.array(
    z.object({
      unitId: Id,
      unit: UnitName,
      counts: z.array(z.object({ kind: WorkKind, state: WorkState, count: z.int() })),
    }),
  ),
})
export type WorkSums = z.infer<typeof WorkSums>

export const WorkSuggestion = z.object({
  entityId: Id,
  entityName: z.string(),
  unit: UnitName,
  kind: WorkKind,
  reason: WorkReason,
  /** What decides it: the last meeting, the members, the law. */
  since: PlainDate.nullable(),
  members: z.int().nullable(),
  least: z.int().nullable(),
  basis: z.string().nullable(),
})
export type WorkSuggestion = z.infer<typeof WorkSuggestion>
export const WorkSuggestions = z.object({ items: z.array(WorkSuggestion), year: z.int() })
export type WorkSuggestions = z.infer<typeof WorkSuggestions>
