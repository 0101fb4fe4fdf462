import * as z from 'zod'
import { Manner, TaskStatus } from './task-deeds.ts'
import { Id, Named, PlainDate } from './values.ts'

/** The columns of a tracking list that an import knows. */
export const ImportField = z.enum([
  'number',
  'tracker_code',
  'source_symbol',
  'source_date',
  'source_issuer',
  'source_abstract',
  'item',
  'title',
  'directed_by',
  'lead',
  'co',
  'assigned_on',
  'due_on',
  'extended_to',
  'product',
  'result',
  'result_date',
  'status',
  'cause',
  'note',
])
export type ImportField = z.infer<typeof ImportField>

/** Field to column, counted from 0. */
export const ImportMapping = z.partialRecord(ImportField, z.int().min(0))
export type ImportMapping = z.infer<typeof ImportMapping>

/** A file sent to `/api/files` before. `mirror`: the rows come from the official tracker and are read-only. */
export const ImportCommand = z.object({
  fileId: Id,
  issuerId: Id,
  sheet: z.string().max(200).optional(),
  headerRow: z.int().min(0).optional(),
  mapping: ImportMapping.optional(),
  isMirror: z.boolean().default(false),
  /** Names that the list uses, answered by the officer: written name to agency, or null to leave out. */
  agencies: z.record(z.string(), Id.nullable()).default({}),
})
export type ImportCommand = z.infer<typeof ImportCommand>

export const ImportIssue = z.object({
  line: z.int(),
  field: ImportField.nullable(),
  isError: z.boolean(),
  vi: z.string(),
  en: z.string(),
})
export type ImportIssue = z.infer<typeof ImportIssue>

/** One line of the list as it would be entered. Lines are counted as Excel counts them, from 1. */
export const ImportRow = z.object({
  line: z.int(),
  /** `same`: there already and unchanged; `skip`: has an error. */
  action: z.enum(['create', 'update', 'same', 'skip']),
  title: z.string(),
  source: z.string().nullable(),
  leads: z.array(Named),
  co: z.array(Named),
  manner: Manner.nullable(),
  dueOn: PlainDate.nullable(),
  status: TaskStatus.nullable(),
  result: z.string().nullable(),
  taskId: Id.nullable(),
})
export type ImportRow = z.infer<typeof ImportRow>

export const ImportPreview = z.object({
  sheets: z.array(z.string()),
  sheet: z.string(),
  headerRow: z.int(),
  headers: z.array(z.string()),
  mapping: ImportMapping,
  rows: z.array(ImportRow),
  issues: z.array(ImportIssue),
  /** Names that could not be resolved, with the lines and likely agencies. */
  unknownAgencies: z.array(
    z.object({ name: z.string(), lines: z.array(z.int()), candidates: z.array(Named) }),
  ),
  /** Papers that will be registered by number and day only. */
  stubs: z.array(z.string()),
  counts: z.object({ create: z.int(), update: z.int(), same: z.int(), skip: z.int() }),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const ImportResult = z.object({
  created: z.int(),
  updated: z.int(),
  same: z.int(),
  skipped: z.int(),
  stubs: z.int(),
  issues: z.array(ImportIssue),
})
export type ImportResult = z.infer<typeof ImportResult>
