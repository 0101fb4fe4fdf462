import * as z from 'zod'
import { DocumentState } from './documents.ts'
import { PeriodCode, PeriodKey, PeriodKind } from './periods.ts'
import { Id, Instant, Limit, Cursor, Name, Named, pageOf, PlainDate, Words } from './values.ts'

/** One thing wrong in a template, where an officer finds it. A missing figure is a warning. */
export const TemplateFinding = z.object({
  kind: z.enum([
    'brace',
    'unknown_placeholder',
    'unclosed',
    'unopened',
    'crosses_rows',
    'outside_loop',
    'unknown_indicator',
    'unknown_unit',
    'no_figure',
    'broken',
  ]),
  isError: z.boolean(),
  /** "Đoạn 12", "Bảng 2, dòng 3, cột 1". */
  place: z.string(),
  /** The words of that paragraph or cell. */
  text: z.string(),
  typed: z.string(),
  vi: z.string(),
  en: z.string(),
})
export type TemplateFinding = z.infer<typeof TemplateFinding>

export const TemplateCheck = z.object({
  findings: z.array(TemplateFinding),
  figures: z.int(),
  /** Titles of the paragraphs that the officer writes in each report. */
  ownTexts: z.array(z.string()),
})
export type TemplateCheck = z.infer<typeof TemplateCheck>

export const ReportTemplateAction = z.enum(['replace', 'end'])
export type ReportTemplateAction = z.infer<typeof ReportTemplateAction>

/** Shipped with the program, or a body's own; `key` names either. */
export const ReportTemplate = z.object({
  key: z.string(),
  name: z.string(),
  periodKind: PeriodKind,
  isShipped: z.boolean(),
  /** Null for a shipped one. */
  agency: Named.nullable(),
  isForBelow: z.boolean(),
  changedBy: z.string().nullable(),
  changedAt: Instant.nullable(),
  version: z.int(),
  allowed: z.array(ReportTemplateAction),
})
export type ReportTemplate = z.infer<typeof ReportTemplate>
export const ReportTemplates = z.object({ items: z.array(ReportTemplate), mayAdd: z.boolean() })
export type ReportTemplates = z.infer<typeof ReportTemplates>

/** A template is sent as a file first (`POST /files`), then taken up under a name. */
export const NewReportTemplate = z.object({
  fileId: Id,
  name: Name,
  periodKind: PeriodKind,
  isForBelow: z.boolean().default(false),
})
export type NewReportTemplate = z.infer<typeof NewReportTemplate>
export const ReportTemplateChange = NewReportTemplate.extend({ version: z.int() })
export type ReportTemplateChange = z.infer<typeof ReportTemplateChange>
export const ReportTemplateStep = z.object({ version: z.int() })
export const TemplateToCheck = NewReportTemplate.pick({ fileId: true, periodKind: true })
export type TemplateToCheck = z.infer<typeof TemplateToCheck>

/** The words that may stand in a template, for the page that lists them. */
export const TemplateWordList = z.object({
  texts: z.array(z.object({ typed: z.string(), meaning: z.string() })),
  loops: z.array(z.object({ typed: z.string(), meaning: z.string() })),
  breakdowns: z.array(z.string()),
  indicators: z.array(z.object({ code: z.string(), name: z.string(), measure: z.string() })),
})
export type TemplateWordList = z.infer<typeof TemplateWordList>

export const ReportAction = z.enum([
  'write',
  'make',
  'submit',
  'redraft',
  'take_signed',
  'issue',
  'correct',
])
export type ReportAction = z.infer<typeof ReportAction>

/** Where a printed number comes from. */
export const FigureSource = z.object({
  asOf: Instant.nullable(),
  /** Units that should have stated it, have, and have not. */
  expected: z.int().nullable(),
  reported: z.int().nullable(),
  missing: z.int().nullable(),
  /** A part was reckoned by a stated share, or straddles a boundary. */
  isEstimate: z.boolean(),
  isIncomplete: z.boolean(),
  /** Counted in the register: nobody has stated it. */
  isCounted: z.boolean(),
  /** The versions of figures it was made of, where they are few. */
  versions: z.array(
    z.object({ unitId: Id, entityId: Id.nullable(), breakdownId: z.int(), seq: z.int() }),
  ),
  /** How many versions there are in all. */
  versionCount: z.int(),
})
export type FigureSource = z.infer<typeof FigureSource>

/** One number as it was printed. */
export const ReportFigure = z.object({
  position: z.int(),
  typed: z.string(),
  place: z.string(),
  sentence: z.string(),
  unit: Named,
  indicatorId: Id,
  code: z.string(),
  name: z.string(),
  measure: z.string(),
  period: PeriodCode,
  /** Null for a combination that nobody has stated anything of. */
  breakdownId: z.int().nullable(),
  breakdown: z.record(z.string(), z.string()),
  side: z.enum(['done', 'estimate', 'plan']),
  show: z.enum(['value', 'sentence', 'percent', 'difference']),
  value: z.number().nullable(),
  weight: z.number().nullable(),
  compared: z.number().nullable(),
  comparedWith: z.string().nullable(),
  printed: z.string(),
  /** As the making before printed it, where that differs. */
  was: z.string().nullable(),
  source: FigureSource,
})
export type ReportFigure = z.infer<typeof ReportFigure>

export const ReportMake = z.object({
  seq: z.int(),
  madeAt: Instant,
  by: z.string(),
  asOf: Instant,
  figures: z.int(),
  missing: z.int(),
  changed: z.int(),
  /** Against what changes are marked: an earlier making, or the report that this one replaces. */
  comparedWith: z.string().nullable(),
  hasMarks: z.boolean(),
  milliseconds: z.int(),
})
export type ReportMake = z.infer<typeof ReportMake>

/** What the signed paper says of itself, and where it differs from what was made. */
export const SignedReport = z.object({
  fileId: Id,
  fileName: z.string(),
  takenAt: Instant,
  by: z.string(),
  hasText: z.boolean(),
  number: z.int().nullable(),
  symbol: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  signerName: z.string().nullable(),
  signerTitle: z.string().nullable(),
  signature: z.enum(['none', 'intact', 'broken']),
  signatureOf: z.string().nullable(),
  /** Null where a scan can only be compared by eye. */
  changes: z
    .array(z.object({ before: z.string(), removed: z.string(), added: z.string() }))
    .nullable(),
})
export type SignedReport = z.infer<typeof SignedReport>

export const ReportSummary = z.object({
  id: Id,
  title: z.string(),
  unit: Named,
  issuer: Named,
  period: PeriodKey,
  state: DocumentState,
  symbol: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  templateName: z.string(),
  madeAt: Instant.nullable(),
  missing: z.int(),
  changed: z.int(),
  isCorrection: z.boolean(),
})
export type ReportSummary = z.infer<typeof ReportSummary>
export const ReportPage = pageOf(ReportSummary)
export type ReportPage = z.infer<typeof ReportPage>

const Cited = z.object({ id: Id, symbol: z.string().nullable(), issuedOn: PlainDate.nullable() })

export const Report = ReportSummary.extend({
  code: z.string(),
  boundaries: z.enum(['then', 'today']),
  signerName: z.string().nullable(),
  ownTexts: z.array(z.object({ title: z.string(), text: z.string() })),
  /** It is being made in the background. */
  isMaking: z.boolean(),
  makes: z.array(ReportMake),
  figures: z.array(ReportFigure),
  signed: SignedReport.nullable(),
  replaces: Cited.nullable(),
  replacedBy: Cited.nullable(),
  version: z.int(),
  allowed: z.array(ReportAction),
})
export type Report = z.infer<typeof Report>

export const ReportQuery = z.object({
  state: DocumentState.optional(),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type ReportQuery = z.infer<typeof ReportQuery>

export const NewReport = z.object({
  template: z.string().max(60),
  period: PeriodKey,
  /** Of which it speaks; the unit of the body by default. */
  unitId: Id.optional(),
  /** In whose name; the body one works for by default. */
  issuerId: Id.optional(),
  boundaries: z.enum(['then', 'today']).default('then'),
})
export type NewReport = z.infer<typeof NewReport>

export const ReportStep = z.object({ version: z.int(), note: Words.optional() })
export type ReportStep = z.infer<typeof ReportStep>
export const ReportTexts = z.object({
  version: z.int(),
  texts: z.array(z.object({ title: z.string().max(300), text: z.string().max(20_000) })).max(60),
})
export type ReportTexts = z.infer<typeof ReportTexts>
export const ReportIssue = z.object({
  version: z.int(),
  symbol: z.string().trim().min(1).max(60),
  issuedOn: PlainDate,
  signerName: Name,
  signerTitle: Name.optional(),
  /** Whoever issues has seen which figures are missing. */
  isMissingSeen: z.boolean().default(false),
})
export type ReportIssue = z.infer<typeof ReportIssue>

/** What the form needs to begin a report. */
export const ReportOptions = z.object({
  templates: z.array(ReportTemplate),
  bodies: z.array(Named),
  unit: Named,
  mayMake: z.boolean(),
})
export type ReportOptions = z.infer<typeof ReportOptions>

export const ReportCode = z
  .string()
  .transform((code) => code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
  .pipe(z.string().length(12))

/** What everybody may learn of an issued report by the code on it. */
export const PublicReport = z.object({
  code: z.string(),
  title: z.string(),
  issuer: z.string(),
  symbol: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  state: z.enum(['issued', 'replaced', 'expired']),
  replacedBy: z
    .object({ code: z.string(), symbol: z.string().nullable(), issuedOn: PlainDate.nullable() })
    .nullable(),
  /** SHA-256 of the copies that are genuine. */
  hashes: z.array(z.string()),
})
export type PublicReport = z.infer<typeof PublicReport>

/** As it is printed: XXXX-XXXX-XXXX. */
export function codeWords(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
