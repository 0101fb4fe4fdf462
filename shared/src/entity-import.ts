import * as z from 'zod'
import { EntityAttributes, EntityEventKind, NewEntityEvent } from './entities.ts'
import { EntityQuery } from './entity-lists.ts'
import { Cursor, Id, Instant, Limit, pageOf, PlainDate } from './values.ts'

/** What a column of a list may hold; yearly figures are called by their indicator. */
export const ImportField = z.enum([
  'id',
  'name',
  'kind',
  'code',
  'shortName',
  'foreignName',
  'province',
  'district',
  'commune',
  'communeCode',
  'address',
  'lat',
  'lon',
  'foundedOn',
  'certificateNo',
  'certificateOn',
  'certificateBy',
  'status',
  'statusOn',
  'statusDecisionNo',
  'law',
  'governance',
  'lines',
  'commodities',
  'charterCapital',
  'officialMembers',
  'linkedMembers',
  'otherMembers',
  'workers',
  'representative',
  'phone',
  'email',
  'website',
  'fromOn',
  'figuresYear',
  'H9',
  'H16',
  'H10',
  'H10t',
  'H10n',
  'H11',
  'H14',
  'H15',
  'K1',
  'K2',
  'K4',
  'K5',
])
export type ImportField = z.infer<typeof ImportField>

export const MoneyUnit = z.enum(['dong', 'thousand', 'million', 'billion'])
export type MoneyUnit = z.infer<typeof MoneyUnit>

/** Columns are counted from 0. A column that stands for nothing is left out. */
export const ImportColumn = z.object({
  column: z.int().min(0).max(511),
  field: ImportField,
  /** Of money; without it as the head says, else đồng. */
  unit: MoneyUnit.optional(),
})
export type ImportColumn = z.infer<typeof ImportColumn>
export const ImportMapping = z.array(ImportColumn).max(100)
export type ImportMapping = z.infer<typeof ImportMapping>

/** `national`: an export of the national register; what it says of registered attributes has that source. */
export const ImportSource = z.enum(['import', 'national'])
export type ImportSource = z.infer<typeof ImportSource>

export const EntityImportCommand = z.object({
  /** A file sent to `/api/files` before. */
  fileId: Id,
  source: ImportSource.default('import'),
  /** As of which day the list holds. */
  day: PlainDate,
  /** Without it the sheet whose heads tell most. */
  sheet: z.string().max(100).optional(),
  /** Without it as kept for these heads, else by their words. */
  mapping: ImportMapping.optional(),
})
export type EntityImportCommand = z.infer<typeof EntityImportCommand>

/** What may have become of one that the national register no longer has. */
export const GoneAs = EntityEventKind.extract([
  'dissolved',
  'bankrupt',
  'dissolving',
  'certificate_revoked',
  'tax_revoked',
  'suspended',
  'not_at_address',
])
export type GoneAs = z.infer<typeof GoneAs>

export const EntityImportOrder = EntityImportCommand.extend({
  /** Lines with errors stay behind; otherwise one error stops all. */
  isPartial: z.boolean().default(false),
  /** Only these lines of the file. */
  lines: z.array(z.int()).max(100_000).optional(),
  /** Of the national register: those that it no longer has, whose end or state is recorded on the day. */
  gone: z.array(Id).max(10_000).default([]),
  /** What is recorded of them, as whoever imports has found out. */
  goneAs: GoneAs.optional(),
})
export type EntityImportOrder = z.infer<typeof EntityImportOrder>

export const ImportAction = z.enum(['create', 'change', 'same', 'problem'])
export type ImportAction = z.infer<typeof ImportAction>

/** One cell, or a whole line, or the file: what is the matter and how it is mended. */
export const ImportIssue = z.object({
  /** As Excel counts, from 1; null for the file. */
  line: z.int().nullable(),
  /** As Excel names it: "C". */
  column: z.string().nullable(),
  field: ImportField.nullable(),
  /** With an error the line is not imported; anything else is only to be looked at. */
  isError: z.boolean(),
  vi: z.string(),
  en: z.string(),
})
export type ImportIssue = z.infer<typeof ImportIssue>

export const ImportChange = z.object({
  field: ImportField,
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type ImportChange = z.infer<typeof ImportChange>

export const ImportRow = z.object({
  line: z.int(),
  action: ImportAction,
  name: z.string(),
  code: z.string().nullable(),
  unit: z.string().nullable(),
  entityId: Id.nullable(),
  changes: z.array(ImportChange),
})
export type ImportRow = z.infer<typeof ImportRow>

export const ImportCounts = z.record(ImportAction, z.int())
export type ImportCounts = z.infer<typeof ImportCounts>

export const EntityImportPreview = z.object({
  sheets: z.array(z.string()),
  sheet: z.string(),
  headerLine: z.int(),
  headers: z.array(z.string()),
  mapping: ImportMapping,
  /** The mapping was kept from an earlier file with these heads. */
  isKept: z.boolean(),
  lines: z.int(),
  counts: ImportCounts,
  /** The first of each action. */
  rows: z.array(ImportRow),
  /** The first thousand, errors first. */
  issues: z.array(ImportIssue),
  errors: z.int(),
  warnings: z.int(),
  /** Of the national register: living ones of the area, with a code, that it does not have; the first. */
  gone: z.array(z.object({ id: Id, name: z.string(), code: z.string(), unit: z.string() })),
  goneCount: z.int(),
})
export type EntityImportPreview = z.infer<typeof EntityImportPreview>

/** More than a thousand lines go on in the background: ask `/api/entities/imports/:id` how far it is. */
export const EntityImportResult = z.object({
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  job: Id.nullable(),
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  counts: ImportCounts.nullable(),
  error: z.string().nullable(),
})
export type EntityImportResult = z.infer<typeof EntityImportResult>

/** A line that was left behind, and what is to be mended in it. */
export const RejectedLine = z.object({ line: z.int(), remark: z.string() })
export type RejectedLine = z.infer<typeof RejectedLine>
export const PastImportQuery = z.object({ limit: Limit, cursor: Cursor.optional() })
export type PastImportQuery = z.infer<typeof PastImportQuery>
/** What was imported before by people of the agency, the last first. */
export const PastImportPage = pageOf(
  z.object({
    id: Id,
    at: Instant,
    /** Who, under which post. */
    by: z.string(),
    fileName: z.string(),
    hasFile: z.boolean(),
    source: ImportSource,
    day: PlainDate,
    isPartial: z.boolean(),
    counts: ImportCounts,
    gone: z.int(),
    /** Lines that were left behind; `/entities/imports/:id/rejected` hands them back. */
    rejected: z.int(),
  }),
)
export type PastImportPage = z.infer<typeof PastImportPage>

/** A mapping as it was last used, kept for the agency by the heads of the file. */
export const KeptMapping = z.object({
  id: Id,
  /** Of the file with which it was last used. */
  name: z.string(),
  headers: z.array(z.string()),
  mapping: ImportMapping,
  updatedAt: Instant,
})
export type KeptMapping = z.infer<typeof KeptMapping>
export const KeptMappings = z.object({ items: z.array(KeptMapping) })
export type KeptMappings = z.infer<typeof KeptMappings>

/** One change for many: chosen ones, or all that a filter finds on the day. */
export const EntityBulkChange = z.object({
  ids: z.array(Id).min(1).max(5000).optional(),
  filter: EntityQuery.omit({
    sort: true,
    order: true,
    limit: true,
    cursor: true,
    totals: true,
    format: true,
  }).optional(),
  fromOn: PlainDate,
  set: EntityAttributes.pick({ law: true, governance: true, workers: true }).partial().default({}),
  addCommodities: z.array(z.string().max(60)).max(50).default([]),
  removeCommodities: z.array(z.string().max(60)).max(50).default([]),
  addLines: EntityAttributes.shape.lines.default([]),
  /** A step that all take on the day: a congress, a consolidation. */
  event: NewEntityEvent.pick({ kind: true, decidedBy: true, decisionNo: true, note: true })
    .partial({ decidedBy: true, decisionNo: true, note: true })
    .optional(),
  note: z.string().trim().max(500).nullable().default(null),
})
export type EntityBulkChange = z.infer<typeof EntityBulkChange>

/** What the change would do to each; `problem` with why. */
export const EntityBulkPreview = z.object({
  counts: ImportCounts,
  rows: z.array(ImportRow.omit({ line: true }).extend({ issue: ImportIssue.nullable() })),
})
export type EntityBulkPreview = z.infer<typeof EntityBulkPreview>

export const EntityBulkOrder = EntityBulkChange.extend({ isPartial: z.boolean().default(false) })
export type EntityBulkOrder = z.infer<typeof EntityBulkOrder>
