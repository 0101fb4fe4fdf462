import * as z from 'zod'
import { PlainDate } from './values.ts'

/** Half-open `[start, end)`, counted in UTF-16 units of the text as it was handed in. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type Span = z.infer<typeof Span>

/** Why the reader proposes a find: a code that never changes and words that may. */
export const Reason = z.object({ code: z.string(), text: z.string() })
export type Reason = z.infer<typeof Reason>

/** What every find has: a stable ordinal (`d1`, `f2`, `r1`, `o3`), its place and how sure it is. */
export const Find = Span.extend({
  id: z.string(),
  quote: z.string(),
  confidence: z.number().min(0).max(1),
  reasons: z.array(Reason),
})
export type Find = z.infer<typeof Find>

export const Period = z.enum([
  'week',
  'month',
  'quarter',
  'half_year',
  'nine_months',
  'year',
  'day',
])
export type Period = z.infer<typeof Period>

/** A term: `date` is its last day, null when it recurs or hangs on an event. */
export const Due = z.object({
  text: z.string(),
  date: PlainDate.nullable(),
  recurrence: z.object({ every: Period, day: z.int().min(1).max(31).optional() }).nullable(),
  start: z.int().optional(),
  end: z.int().optional(),
})
export type Due = z.infer<typeof Due>

export const FoundDirective = Find.extend({
  sentence: Span,
  assignees: z.array(z.string()),
  assigneeSpans: z.array(Span),
  coordinators: z.array(z.string()),
  due: Due.nullable(),
  /** `assign` to subordinates (giao, yêu cầu), `request` to equals (đề nghị); absent if unsaid. */
  manner: z.enum(['assign', 'request']).optional(),
  /** The item it stands in, as the document numbers it: `II.3`. */
  item: z.string().nullable(),
})
export type FoundDirective = z.infer<typeof FoundDirective>

export const FigureIndicator = z.enum([
  'cooperatives_total',
  'cooperatives_new',
  'cooperatives_dissolved',
  'cooperatives_inactive',
  'cooperatives_active',
  'cooperatives_effective',
  'cooperatives_effective_share',
  'cooperatives_rated',
  'unions_total',
  'unions_new',
  'groups_total',
  'groups_new',
  'members_total',
  'members_new',
  'members_per_cooperative',
  'workers_total',
  'charter_capital',
  'revenue_total',
  'revenue_per_cooperative',
  'profit_per_cooperative',
  'income_per_worker',
  'contribution_share',
  'loans_amount',
  'loans_count',
  'support_amount',
  'debt_amount',
  'staff_trained',
  'training_courses',
  'staff_qualified',
  'young_staff',
  'ocop_cooperatives',
  'ocop_products',
  'hightech_cooperatives',
  'value_chain_cooperatives',
  'linked_area',
  'alliance_members',
  'other',
])
export type FigureIndicator = z.infer<typeof FigureIndicator>

export const Qualifier = z.enum(['exact', 'about', 'at_least', 'at_most', 'range'])
export type Qualifier = z.infer<typeof Qualifier>

/** A quantity about the sector; money is in đồng, a share in per cent. */
export const FoundFigure = Find.extend({
  value: z.number(),
  valueMax: z.number().nullable(),
  unit: z.string(),
  indicator: FigureIndicator,
  qualifier: Qualifier,
  kind: z.enum(['actual', 'target']),
})
export type FoundFigure = z.infer<typeof FoundFigure>

/** A document cited; `date` is a day, or a bare year for a law named by its year. */
export const FoundReference = Find.extend({
  type: z.string(),
  number: z.string().nullable(),
  date: z.union([PlainDate, z.string().regex(/^\d{4}$/)]).nullable(),
})
export type FoundReference = z.infer<typeof FoundReference>

export const FoundOrganisation = Find.extend({
  kind: z.enum(['cooperative', 'group', 'union', 'enterprise']),
  name: z.string(),
  place: z.string().nullable(),
})
export type FoundOrganisation = z.infer<typeof FoundOrganisation>

export const MeetingKind = z.enum([
  'committee_meeting',
  'conference',
  'working_session',
  'supervision',
  'dialogue',
  'meeting',
])
export type MeetingKind = z.infer<typeof MeetingKind>

export const FoundMeeting = z.object({
  date: PlainDate.nullable(),
  chair: z.object({ name: z.string(), title: z.string().nullable() }).nullable(),
  area: z.string().nullable(),
  place: z.string().nullable(),
  kind: MeetingKind,
  dateSpan: Span.nullable(),
  chairSpan: Span.nullable(),
  confidence: z.number().min(0).max(1),
  reasons: z.array(Reason),
})
export type FoundMeeting = z.infer<typeof FoundMeeting>

export const DocumentKind = z.enum([
  'news',
  'notice',
  'plan',
  'decision',
  'directive',
  'programme',
  'letter',
  'report',
  'resolution',
  'submission',
  'other',
])
export type DocumentKind = z.infer<typeof DocumentKind>

/** The document's own head; every field but `kind` is null when the text does not show it. */
export const FoundDocument = z.object({
  kind: DocumentKind,
  number: z.string().nullable(),
  date: PlainDate.nullable(),
  issuer: z.string().nullable(),
  signer: z.object({ name: z.string(), title: z.string().nullable() }).nullable(),
  abstract: z.string().nullable(),
})
export type FoundDocument = z.infer<typeof FoundDocument>

/** All that the reader proposes from one text. Nothing in it is decided: people confirm it. */
export const Reading = z.object({
  document: FoundDocument,
  meeting: FoundMeeting.nullable(),
  directives: z.array(FoundDirective),
  figures: z.array(FoundFigure),
  references: z.array(FoundReference),
  organisations: z.array(FoundOrganisation),
  /** Remarks for the person who checks, such as a text without any directive. */
  notes: z.array(Reason),
})
export type Reading = z.infer<typeof Reading>
