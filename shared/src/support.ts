import * as z from 'zod'
import { Dong } from './loans.ts'
import { Explained, Measure, Rule } from './rules.ts'
import { UnitName } from './units.ts'
import { Cursor, Id, Instant, Limit, Name, Named, pageOf, PlainDate, Words } from './values.ts'

const SomeDong = Dong.min(1)

/** Máy móc; đầu tư; mô hình; công nghệ cao; OCOP; xúc tiến thương mại; tư vấn; khuyến công, thương, nông; đào tạo; cán bộ trẻ. */
export const SupportKind = z.enum([
  'machinery',
  'investment',
  'model',
  'high_tech',
  'ocop',
  'trade',
  'consulting',
  'extension',
  'training',
  'graduate',
])
export type SupportKind = z.infer<typeof SupportKind>

export const SupportState = z.enum([
  'submitted',
  'returned',
  'approved',
  'running',
  'accepted',
  'refused',
  'withdrawn',
])
export type SupportState = z.infer<typeof SupportState>

export const SupportAction = z.enum([
  'approve',
  'refuse',
  'return',
  'complete',
  'withdraw',
  'contract',
  'disburse',
  'accept',
])
export type SupportAction = z.infer<typeof SupportAction>

const Source = z.object({ name: Name, amount: SomeDong })

const ProgrammeWords = z.object({
  kind: SupportKind,
  name: Name,
  /** Number, day and issuer of the paper; its period is the programme's own. */
  legalBasis: Words,
  fromOn: PlainDate,
  untilOn: PlainDate,
  sources: z.array(Source).max(20),
  rule: Rule,
  /** Codes of measures: of those that qualify, who has more of the first comes first, and so on. */
  priority: z.array(z.string().max(60)).max(8),
  checklist: z.array(Name).max(30),
  maxAmount: SomeDong.nullable(),
  appraiserIds: z.array(Id).max(20),
  isEnded: z.boolean(),
})

export const SupportCall = z.object({
  id: Id,
  name: z.string(),
  opensOn: PlainDate,
  closesOn: PlainDate,
  budget: Dong.nullable(),
  isOpen: z.boolean(),
})
export type SupportCall = z.infer<typeof SupportCall>

export const SupportProgramme = ProgrammeWords.extend({
  id: Id,
  agency: Named,
  unit: UnitName,
  appraisers: z.array(Named),
  calls: z.array(SupportCall),
  applications: z.int(),
  approved: Dong,
  disbursed: Dong,
  isDemo: z.boolean(),
  version: z.int(),
  mayEdit: z.boolean(),
  /** Runs or appraises it: sees the applications of a call in their order. */
  mayRank: z.boolean(),
})
export type SupportProgramme = z.infer<typeof SupportProgramme>

/** Made with an id of the sender, so that a second sending is the same. */
export const NewSupportProgramme = ProgrammeWords.extend({ id: Id })
export type NewSupportProgramme = z.infer<typeof NewSupportProgramme>
export const SupportProgrammeEdit = ProgrammeWords.extend({ version: z.int() })
export type SupportProgrammeEdit = z.infer<typeof SupportProgrammeEdit>

export const NewSupportCall = z.object({
  id: Id,
  programmeId: Id,
  name: Name,
  opensOn: PlainDate,
  closesOn: PlainDate,
  budget: SomeDong.nullable(),
})
export type NewSupportCall = z.infer<typeof NewSupportCall>

/** Programmes that one reads, with what their forms offer. */
export const SupportProgrammes = z.object({
  items: z.array(SupportProgramme),
  measures: z.array(Measure),
  agencies: z.array(Named),
  mayKeep: z.boolean(),
  isCooperative: z.boolean(),
})
export type SupportProgrammes = z.infer<typeof SupportProgrammes>

const Ref = z.object({ id: Id, name: z.string() })

export const SupportItem = z.object({
  id: Id,
  programme: Ref,
  kind: SupportKind,
  call: Ref,
  entity: Ref,
  unit: UnitName,
  title: z.string(),
  appliedOn: PlainDate,
  asked: Dong,
  approved: Dong.nullable(),
  decidedOn: PlainDate.nullable(),
  disbursed: Dong,
  state: SupportState,
  outcome: z.enum(['met', 'not_met', 'unknown']),
  isDemo: z.boolean(),
  version: z.int(),
})
export type SupportItem = z.infer<typeof SupportItem>
export const SupportPage = pageOf(SupportItem)
export type SupportPage = z.infer<typeof SupportPage>

/** What came of it: a field of its kind and a figure. */
const Result = z.object({ code: z.string().max(60), value: z.number().min(0).max(1e12) })
const Check = z.object({ name: z.string(), fileId: Id.nullable(), fileName: z.string().nullable() })

export const SupportOpinion = z.object({
  agency: Named,
  isFor: z.boolean(),
  amount: Dong.nullable(),
  text: z.string(),
  onDay: PlainDate,
  byWords: z.string(),
  version: z.int(),
  isOwn: z.boolean(),
})
export type SupportOpinion = z.infer<typeof SupportOpinion>

export const SupportEvent = z.object({
  seq: z.int(),
  action: z.enum(['apply', ...SupportAction.options]),
  onDay: PlainDate,
  amount: Dong.nullable(),
  paper: z.string().nullable(),
  text: z.string().nullable(),
  byWords: z.string(),
  madeAt: Instant,
})
export type SupportEvent = z.infer<typeof SupportEvent>

export const SupportApplication = SupportItem.extend({
  ownCapital: Dong,
  checks: z.array(Check),
  /** By the fields of its kind. */
  results: z.array(Result),
  /** On which the next tranche is due. */
  nextDueOn: PlainDate.nullable(),
  /** How the programme's conditions came out on the day of the application. */
  eligibility: Explained,
  opinions: z.array(SupportOpinion),
  events: z.array(SupportEvent),
  /** Other support of the same cooperative that was granted within a year of this. */
  overlaps: z.array(
    z.object({
      id: Id,
      title: z.string(),
      programme: z.string(),
      kind: SupportKind,
      approved: Dong,
    }),
  ),
  /** Before it was decided and in the years after, as far as figures are there. */
  effect: z.array(
    z.object({
      year: z.int(),
      values: z.array(z.object({ code: z.string(), value: z.number().nullable() })),
    }),
  ),
  allowed: z.array(SupportAction),
  mayAppraise: z.boolean(),
})
export type SupportApplication = z.infer<typeof SupportApplication>

const NewChecks = z.array(z.object({ name: Name, fileId: Id.nullable() })).max(30)
export const NewSupportApplication = z.object({
  id: Id,
  callId: Id,
  /** A cooperative leaves it out: it applies for itself. */
  entityId: Id.nullable().default(null),
  title: Name,
  asked: SomeDong,
  ownCapital: Dong,
  /** Of the checklist: what is there, by its name. */
  checks: NewChecks,
})
export type NewSupportApplication = z.infer<typeof NewSupportApplication>

/** One of each agency; `version` 0 says it first. */
export const NewSupportOpinion = z.object({
  isFor: z.boolean(),
  amount: SomeDong.nullable(),
  text: Words,
  version: z.int().min(0),
})
export type NewSupportOpinion = z.infer<typeof NewSupportOpinion>

const Deed = z.object({ version: z.int() })
const Paper = Name.nullable().default(null)
const Day = PlainDate.nullable().default(null)
export const SupportDeed = z.discriminatedUnion('action', [
  Deed.extend({
    action: z.literal('approve'),
    amount: SomeDong,
    /** Number and day of the decision. */
    paper: Name,
    on: PlainDate,
    /** Why, where the conditions were not met or not known. */
    reason: Words.nullable().default(null),
  }),
  Deed.extend({ action: z.enum(['refuse', 'return']), reason: Words }),
  /** By who applied: what was asked for is there now. */
  Deed.extend({ action: z.literal('complete'), reason: Words, checks: NewChecks }),
  Deed.extend({ action: z.literal('withdraw'), reason: Words.nullable().default(null) }),
  Deed.extend({ action: z.literal('contract'), paper: Name, on: PlainDate, nextDueOn: Day }),
  Deed.extend({
    action: z.literal('disburse'),
    /** Of the sender: a second sending is the same tranche. */
    id: Id,
    amount: SomeDong,
    on: PlainDate,
    paper: Paper,
    nextDueOn: Day,
  }),
  Deed.extend({
    action: z.literal('accept'),
    on: PlainDate,
    paper: Paper,
    text: Words,
    results: z.array(Result).max(20).default([]),
  }),
])
export type SupportDeed = z.infer<typeof SupportDeed>

export const SupportQuery = z.object({
  programme: Id.optional(),
  kind: SupportKind.optional(),
  unit: Id.optional(),
  entity: Id.optional(),
  state: SupportState.optional(),
  cursor: Cursor.optional(),
  limit: Limit,
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type SupportQuery = z.infer<typeof SupportQuery>
