import * as z from 'zod'
import { AgencyKind, Manner, UnitLevel, UnitName } from './units.ts'
import { Cursor, Id, Instant, Limit, Name, Named, pageOf, PlainDate } from './values.ts'

/**
 * `scheduled` waits for its day, on which the system carries it out. `applying` and `undoing` go on in
 * the background: ask again after a second.
 */
export const ReorganisationState = z.enum([
  'draft',
  'scheduled',
  'applying',
  'applied',
  'undoing',
  'undone',
])
export type ReorganisationState = z.infer<typeof ReorganisationState>

/** New units and agencies get their id from whoever draws up the plan, so that successions name them. */
export const FoundedUnit = z.object({
  id: Id,
  level: UnitLevel,
  kind: z.string().trim().min(1).max(50),
  name: Name,
  code: z.string().trim().min(1).max(20).nullable().default(null),
  parentId: Id.nullable().default(null),
})
export type FoundedUnit = z.infer<typeof FoundedUnit>

/** From the day on; what is absent stays as it was. */
export const ChangedUnit = z.object({
  id: Id,
  kind: z.string().trim().min(1).max(50).optional(),
  name: Name.optional(),
  code: z.string().trim().min(1).max(20).nullable().optional(),
  parentId: Id.nullable().optional(),
})
export type ChangedUnit = z.infer<typeof ChangedUnit>

/** Whole, a part with its share, or a part whose share the act does not state (null: a question). */
export const PlannedUnitSuccession = z.object({
  fromId: Id,
  toId: Id,
  isWhole: z.boolean().default(true),
  share: z.number().gt(0).max(1).nullable().default(null),
  /** The share is not the act's own. */
  isEstimate: z.boolean().default(false),
})
export type PlannedUnitSuccession = z.infer<typeof PlannedUnitSuccession>

export const FoundedAgency = z.object({
  id: Id,
  unitId: Id,
  kind: AgencyKind,
  name: Name,
  shortName: z.string().trim().min(1).max(100),
  symbol: z.string().trim().min(1).max(50).nullable().default(null),
  manner: Manner.default('assign'),
  actsForId: Id.nullable().default(null),
  needsApproval: z.boolean().default(false),
  /** Other names by which documents call it. */
  names: z.array(Name).max(20).default([]),
})
export type FoundedAgency = z.infer<typeof FoundedAgency>

export const ChangedAgency = z.object({
  id: Id,
  unitId: Id.optional(),
  name: Name.optional(),
  shortName: z.string().trim().min(1).max(100).optional(),
  symbol: z.string().trim().min(1).max(50).nullable().optional(),
  manner: Manner.optional(),
  actsForId: Id.nullable().optional(),
  needsApproval: z.boolean().optional(),
})
export type ChangedAgency = z.infer<typeof ChangedAgency>

/** Several successors of one agency each take over a duty: "đăng ký HTX", "tổng hợp". */
export const PlannedAgencySuccession = z.object({
  fromId: Id,
  toId: Id,
  duty: z.string().trim().max(200).default(''),
})
export type PlannedAgencySuccession = z.infer<typeof PlannedAgencySuccession>

const MANY = 20_000

/**
 * What was chosen and answered. Agencies of ended units that the plan does not name follow by rule:
 * an authority to the one of its kind at the only successor, others move with the place; where that
 * is not one, the preview asks.
 */
export const ReorganisationPlan = z.object({
  units: z
    .object({
      founded: z.array(FoundedUnit).max(MANY).default([]),
      changed: z.array(ChangedUnit).max(MANY).default([]),
      ended: z.array(Id).max(MANY).default([]),
      successions: z.array(PlannedUnitSuccession).max(MANY).default([]),
    })
    .prefault({}),
  agencies: z
    .object({
      founded: z.array(FoundedAgency).max(MANY).default([]),
      changed: z.array(ChangedAgency).max(MANY).default([]),
      ended: z.array(Id).max(MANY).default([]),
      successions: z.array(PlannedAgencySuccession).max(MANY).default([]),
    })
    .prefault({}),
  /** By the key of the question. */
  answers: z.record(z.string().max(200), z.string().max(500)).default({}),
})
export type ReorganisationPlan = z.infer<typeof ReorganisationPlan>

const Head = z.object({
  /** Number of the act: Nghị quyết số 1668/NQ-UBTVQH15. */
  act: Name,
  decidedOn: PlainDate.nullable().default(null),
  /** The first day on which it holds. */
  onDay: PlainDate,
  title: Name,
  documentId: Id.nullable().default(null),
})

export const NewReorganisation = Head.extend({ plan: ReorganisationPlan.prefault({}) })
export type NewReorganisation = z.infer<typeof NewReorganisation>

export const ReorganisationEdit = NewReorganisation.extend({ version: z.int() })
export type ReorganisationEdit = z.infer<typeof ReorganisationEdit>

export const ReorganisationCommand = z.object({ version: z.int() })
export type ReorganisationCommand = z.infer<typeof ReorganisationCommand>

export const ReorganisationAction = z.enum([
  'change',
  'preview',
  'apply',
  'schedule',
  'unschedule',
  'undo',
])
export type ReorganisationAction = z.infer<typeof ReorganisationAction>

export const ReorganisationItem = z.object({
  id: Id,
  act: z.string(),
  decidedOn: PlainDate.nullable(),
  onDay: PlainDate,
  title: z.string(),
  state: ReorganisationState,
  /** Units on the older and on the newer side, and agencies that end. */
  unitsBefore: z.int(),
  unitsAfter: z.int(),
  agencies: z.int(),
  appliedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
})
export type ReorganisationItem = z.infer<typeof ReorganisationItem>
export const ReorganisationPage = pageOf(ReorganisationItem)

/** Those who do not administer see applied acts only. */
export const ReorganisationQuery = z.object({
  state: ReorganisationState.optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type ReorganisationQuery = z.infer<typeof ReorganisationQuery>

/** In both languages, as the module that speaks says it. */
export const InWords = z.object({ vi: z.string(), en: z.string() })
export type InWords = z.infer<typeof InWords>

/** How what is held passes over. */
export const HoldingManner = z.enum([
  /** The record keeps its id, its place is a new version. */
  'keeps_id',
  /** Open work passes to the successor, what is done stays. */
  'moves',
  /** Nothing moves: read on old and on new boundaries. */
  'both_boundaries',
  /** Stays with the predecessor, whose successor reads it. */
  'stays',
])
export type HoldingManner = z.infer<typeof HoldingManner>

/** `entities`, `tasks`, `series`, `accounts`, `meetings`, `drafts` …: as many as modules join. */
export const Held = InWords.extend({
  kind: z.string(),
  count: z.int(),
  manner: HoldingManner,
  /** Of these, how many wait for an answer or a confirmation. */
  waiting: z.int(),
})
export type Held = z.infer<typeof Held>

export const QuestionChoice = InWords.extend({ value: z.string() })
export type QuestionChoice = z.infer<typeof QuestionChoice>

/** What the plan cannot decide. While one is open, nothing is applied. */
export const ReorganisationQuestion = InWords.extend({
  /** Answered in `plan.answers` under this key. */
  key: z.string(),
  module: z.string(),
  subject: z.object({
    kind: z.enum(['unit', 'agency', 'committee', 'account', 'setting']),
    id: Id,
    name: z.string(),
  }),
  /**
   * `share`: a decimal above 0 up to 1, or the choice `unknown`. `text`: words, such as a title.
   * `agency`: the id of any agency that exists on the day; the choices are the likely ones.
   */
  input: z.enum(['choice', 'share', 'text', 'agency']),
  choices: z.array(QuestionChoice),
  answer: z.string().nullable(),
  /** What is taken without an answer; null: it has to be answered. */
  usual: z.string().nullable(),
  isOpen: z.boolean(),
})
export type ReorganisationQuestion = z.infer<typeof ReorganisationQuestion>

/** `path` is the place in the plan: `units.successions.3`. */
export const ReorganisationIssue = InWords.extend({ path: z.string(), code: z.string() })
export type ReorganisationIssue = z.infer<typeof ReorganisationIssue>

export const UnitSide = UnitName.extend({
  code: z.string().nullable(),
  /** The unit above, with its kind. */
  under: z.string().nullable(),
})
export type UnitSide = z.infer<typeof UnitSide>

/** How many by kind: { entities: 4, tasks: 9, accounts: 5 }. Absent is none. */
export const HeldCounts = z.record(z.string(), z.int())

/** A newer unit beside those it came from. Without `to`: ended, with no successor yet. */
export const UnitGroup = z.object({
  /** Of the group; the newer unit's, where there is one. */
  id: Id,
  to: UnitSide.nullable(),
  isFounded: z.boolean(),
  from: z.array(
    UnitSide.extend({
      isWhole: z.boolean(),
      share: z.number().nullable(),
      isEstimate: z.boolean(),
    }),
  ),
  counts: HeldCounts,
})
export type UnitGroup = z.infer<typeof UnitGroup>

export const AgencyPassage = z.object({
  from: Named,
  to: Named.nullable(),
  duty: z.string(),
  onDay: PlainDate,
})
export type AgencyPassage = z.infer<typeof AgencyPassage>

export const ReorganisationPreview = z.object({
  version: z.int(),
  groups: z.array(UnitGroup),
  agencies: z.array(AgencyPassage),
  /** In all. */
  held: z.array(Held),
  questions: z.array(ReorganisationQuestion),
  warnings: z.array(ReorganisationIssue),
  errors: z.array(ReorganisationIssue),
  /** No error and no open question: applied once the day has come, and until then set down for it. */
  canApply: z.boolean(),
})
export type ReorganisationPreview = z.infer<typeof ReorganisationPreview>

export const Reorganisation = ReorganisationItem.extend({
  document: z.object({ id: Id, symbol: z.string().nullable(), abstract: z.string() }).nullable(),
  version: z.int(),
  plan: ReorganisationPlan,
  /** Of what goes on in the background, or why it stopped. */
  progress: z
    .object({ step: z.int(), steps: z.int(), doing: InWords, failure: InWords.nullable() })
    .nullable(),
  allowed: z.array(ReorganisationAction),
})
export type Reorganisation = z.infer<typeof Reorganisation>

/** A refused undo names these in `issues`. */
export const RestingOn = InWords.extend({ module: z.string(), count: z.int() })
export type RestingOn = z.infer<typeof RestingOn>
