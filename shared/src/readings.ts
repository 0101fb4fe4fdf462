import * as z from 'zod'
import { FigureIndicator, Period, Qualifier, Reason, Span } from './finds.ts'
import { Cursor, Id, Instant, Limit, Name, PlainDate, pageOf, Words } from './values.ts'

/** Longest text that is read at once, in UTF-16 units. */
export const MAX_TEXT = 400_000

export const ReadingState = z.enum(['open', 'confirmed', 'discarded'])
export type ReadingState = z.infer<typeof ReadingState>

/** What the officer said of a proposal: not yet looked at, right (đúng), left out (bỏ qua). */
export const CardState = z.enum(['open', 'right', 'skipped'])
export type CardState = z.infer<typeof CardState>

/** `assign` giao to subordinates, `request` đề nghị to equals, `note` ghi nhận without a task. */
export const Manner = z.enum(['assign', 'request', 'note'])
export type Manner = z.infer<typeof Manner>

export const Recurrence = z.object({ every: Period, day: z.int().min(1).max(31).optional() })
export type Recurrence = z.infer<typeof Recurrence>

/** The term as the text states it, with its place there. */
export const StatedDue = z.object({
  text: z.string(),
  on: PlainDate.nullable(),
  recurrence: Recurrence.nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
})
export type StatedDue = z.infer<typeof StatedDue>

/** The term as the officer sets it; `proposed` by the standing agency where the text is silent. */
export const CardDue = z.object({
  on: PlainDate.nullable(),
  recurrence: Recurrence.nullable(),
  /** Thường xuyên: a duty without a last day. */
  isStanding: z.boolean(),
  source: z.enum(['document', 'proposed']),
})
export type CardDue = z.infer<typeof CardDue>

/** A body as the text calls it, and what was found under that name on the document's day. */
export const NamedBody = z.object({
  words: z.string(),
  ids: z.array(Id),
  /** `unknown` to the organisation, `not_on_day` then or no longer there, `group` said vaguely. */
  fault: z.enum(['unknown', 'not_on_day', 'group']).nullable(),
  /** Who it may be instead: successors, or a body with a similar name. */
  insteadIds: z.array(Id),
})
export type NamedBody = z.infer<typeof NamedBody>

/** Stable codes of what is to be looked at on a proposal. */
export const ProblemCode = z.enum([
  'no_assignee',
  'unclear_group',
  'unknown_agency',
  'agency_not_on_day',
  'not_ours_to_order',
  'never_assigned',
  'no_deadline',
  'deadline_before_meeting',
  'double_dates',
  'wrong_date',
  'earlier_than_text',
  'low_confidence',
])
export type ProblemCode = z.infer<typeof ProblemCode>

const Card = z.object({
  id: z.string().min(1).max(40),
  /** Ids of the proposals that it came from; none for one added by hand. */
  from: z.array(z.string().max(40)).max(100),
  start: z.int().min(0).nullable(),
  end: z.int().min(0).nullable(),
  state: CardState,
  confidence: z.number().nullable(),
  reasons: z.array(Reason),
})

export const DirectiveCard = Card.extend({
  /** As it goes into the notice. */
  text: Words,
  item: z.string().nullable(),
  leadIds: z.array(Id).max(5000),
  coIds: z.array(Id).max(5000),
  named: z.array(NamedBody),
  manner: Manner,
  stated: StatedDue.nullable(),
  due: CardDue.nullable(),
  /** Days that the passage names as a term; more than one has to be chosen from. */
  dates: z.array(PlainDate),
  /** Days of the passage that no calendar has. */
  wrongDates: z.array(z.string()),
  product: z.string().max(2000).nullable(),
  /** Asked back to the chair when the draft is made. */
  question: z.string().max(2000).nullable(),
  /** What was to be looked at when it was proposed: decides its group, which does not jump. */
  concerns: z.array(ProblemCode),
})
export type DirectiveCard = z.infer<typeof DirectiveCard>

export const FigureCard = Card.extend({
  quote: z.string(),
  value: z.number(),
  valueMax: z.number().nullable(),
  unit: z.string().max(100),
  indicator: FigureIndicator,
  qualifier: Qualifier,
  kind: z.enum(['actual', 'target']),
})
export type FigureCard = z.infer<typeof FigureCard>

export const ReferenceCard = Card.extend({
  quote: z.string(),
  type: z.string().max(50),
  number: z.string().max(100).nullable(),
  date: z.string().max(10).nullable(),
})
export type ReferenceCard = z.infer<typeof ReferenceCard>

export const OrganisationCard = Card.extend({
  quote: z.string(),
  kind: z.enum(['cooperative', 'group', 'union', 'enterprise']),
  name: z.string().max(300),
  place: z.string().max(300).nullable(),
})
export type OrganisationCard = z.infer<typeof OrganisationCard>

/** What the text is: a source kept for reference, or itself the signed paper that gives the tasks. */
export const ReviewSource = z.object({
  use: z.enum(['reference', 'issued']),
  kind: z.string().trim().min(1).max(20),
  symbol: z.string().max(100).nullable(),
  issuedOn: PlainDate.nullable(),
  issuerName: z.string().max(500).nullable(),
  signerName: z.string().max(200).nullable(),
  signerTitle: z.string().max(300).nullable(),
})
export type ReviewSource = z.infer<typeof ReviewSource>

export const ReviewMeeting = z.object({
  use: z.enum(['none', 'create', 'link']),
  id: Id.nullable(),
  title: z.string().max(500),
  kind: z.enum(['committee', 'working', 'conference', 'dialogue']),
  heldOn: PlainDate.nullable(),
  place: z.string().max(500).nullable(),
  chairName: z.string().max(200).nullable(),
  chairTitle: z.string().max(500).nullable(),
})
export type ReviewMeeting = z.infer<typeof ReviewMeeting>

/** What the officer makes of the proposals: saved as they work, counting for nothing before. */
export const Review = z.object({
  title: Name,
  source: ReviewSource,
  meeting: ReviewMeeting,
  directives: z.array(DirectiveCard).max(2000),
  figures: z.array(FigureCard).max(5000),
  references: z.array(ReferenceCard).max(2000),
  organisations: z.array(OrganisationCard).max(5000),
})
export type Review = z.infer<typeof Review>

export const FindKind = z.enum(['directives', 'figures', 'references', 'organisations'])
export type FindKind = z.infer<typeof FindKind>

/** A body that can be told or asked, as of the document's day. */
export const ReadingAgency = z.object({
  id: Id,
  name: z.string(),
  shortName: z.string(),
  kind: z.string(),
  manner: z.enum(['assign', 'request', 'never']),
})
export type ReadingAgency = z.infer<typeof ReadingAgency>

/** Many bodies under the one name by which documents call them: các xã, thị trấn. */
export const AgencyGroup = z.object({
  code: z.enum(['communes', 'departments', 'committee', 'mass_organisations']),
  ids: z.array(Id),
})
export type AgencyGroup = z.infer<typeof AgencyGroup>

export const ReadingAgencies = z.object({
  on: PlainDate,
  agencies: z.array(ReadingAgency),
  groups: z.array(AgencyGroup),
})
export type ReadingAgencies = z.infer<typeof ReadingAgencies>

export const ReadingAction = z.enum(['review', 'confirm', 'discard'])
export type ReadingAction = z.infer<typeof ReadingAction>

export const ReadingItem = z.object({
  id: Id,
  title: z.string(),
  state: ReadingState,
  sourceName: z.string().nullable(),
  documentDate: PlainDate.nullable(),
  createdAt: Instant,
  createdBy: z.string(),
  confirmedAt: Instant.nullable(),
  documentId: Id.nullable(),
  noticeId: Id.nullable(),
  /** Directives by state, and how many stand with something to look at. */
  right: z.int(),
  open: z.int(),
  skipped: z.int(),
})
export type ReadingItem = z.infer<typeof ReadingItem>

export const ReadingPage = pageOf(ReadingItem)
export const ReadingSearch = z.object({
  state: ReadingState.optional(),
  q: z.string().trim().max(200).optional(),
})
export type ReadingSearch = z.infer<typeof ReadingSearch>
export const ReadingQuery = ReadingSearch.extend({
  /** As an Excel file. */
  format: z.enum(['json', 'xlsx']).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type ReadingQuery = z.infer<typeof ReadingQuery>

export const ReadingDetail = ReadingItem.extend({
  text: z.string(),
  fileId: Id.nullable(),
  meetingId: Id.nullable(),
  ownerName: z.string(),
  /** On which day agencies are looked up. */
  agenciesOn: PlainDate,
  notes: z.array(Reason),
  /** Where the text itself names the day and the chair of the meeting. */
  meetingSpans: z.array(Span),
  review: Review,
  version: z.int(),
  /** Who saved last, and when. */
  savedBy: z.string(),
  savedAt: Instant,
  allowed: z.array(ReadingAction),
})
export type ReadingDetail = z.infer<typeof ReadingDetail>

/** A text to read: pasted, or one that is registered already. A file comes as a form. */
export const NewReading = z.object({
  text: z.string().min(1).max(MAX_TEXT).optional(),
  documentId: Id.optional(),
  meetingId: Id.optional(),
  /** The text was read before and is to be read from the beginning. */
  again: z.boolean().default(false),
})
export type NewReading = z.infer<typeof NewReading>

/** `known`: the text was read or registered before, nothing new was made; the person chooses. */
export const ReadingOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('created'), id: Id }),
  z.object({
    outcome: z.literal('known'),
    id: Id.nullable(),
    state: ReadingState.nullable(),
    title: z.string(),
    by: z.string(),
    at: Instant,
    documentId: Id.nullable(),
    noticeId: Id.nullable(),
    /** Whether it may be read from the beginning: not once its tasks are drafted. */
    mayReadAgain: z.boolean(),
  }),
])
export type ReadingOutcome = z.infer<typeof ReadingOutcome>

export const ReviewSave = z.object({ version: z.int(), review: Review })
export type ReviewSave = z.infer<typeof ReviewSave>
export const ReviewSaved = z.object({ version: z.int(), savedAt: Instant })
export type ReviewSaved = z.infer<typeof ReviewSaved>

/** The version that is confirmed; the open ones are taken over only when that is said. */
export const ReadingConfirm = z.object({ version: z.int(), takeOpen: z.boolean().default(false) })
export type ReadingConfirm = z.infer<typeof ReadingConfirm>

export const ReadingConfirmed = z.object({
  id: Id,
  documentId: Id,
  noticeId: Id,
  meetingId: Id.nullable(),
  directives: z.int(),
  tasks: z.int(),
})
export type ReadingConfirmed = z.infer<typeof ReadingConfirmed>

export const ReadingDiscard = z.object({ version: z.int() })
