import * as z from 'zod'
import { Id, Name, PlainDate } from './values.ts'

/**
 * A list of units (`code,name,level,parent_code`), of what communes were formed from
 * (`code,name,province_code,predecessor,predecessor_district,only_in_part`), or the 34 provinces that
 * come with the program.
 */
export const UnitImportKind = z.enum(['units', 'predecessors', 'provinces'])
export type UnitImportKind = z.infer<typeof UnitImportKind>

/**
 * The act by which 63 provinces became 34, as the form begins with it: to be checked against the
 * published text before the list is entered.
 */
export const PROVINCES_ACT = 'Nghị quyết số 202/2025/QH15'

export const UnitImportCommand = z.object({
  kind: UnitImportKind,
  /** A file sent to `/api/files` before; none for the provinces. */
  fileId: Id.nullable().default(null),
  /** The first day on which the list holds. */
  onDay: PlainDate,
  /** Number of the act. */
  act: Name,
  /** From when on units of before are kept whose beginning the list does not say. */
  since: PlainDate,
  /** The list is whole: units that it does not name end. */
  isWhole: z.boolean().default(false),
})
export type UnitImportCommand = z.infer<typeof UnitImportCommand>

export const UnitImportAction = z.enum([
  'found',
  'found_before',
  'rename',
  'change_kind',
  'change_code',
  'move',
  'end',
  'succeed',
  'same',
])
export type UnitImportAction = z.infer<typeof UnitImportAction>

/** Lines are counted as Excel counts them, from 1; null where no line of the list says it. */
export const UnitImportChange = z.object({
  line: z.int().nullable(),
  action: UnitImportAction,
  unit: z.string(),
  code: z.string().nullable(),
  /** What it was called, where it lay, or what it came from. */
  was: z.string().nullable(),
})
export type UnitImportChange = z.infer<typeof UnitImportChange>

export const UnitImportIssue = z.object({
  line: z.int().nullable(),
  vi: z.string(),
  en: z.string(),
})
export type UnitImportIssue = z.infer<typeof UnitImportIssue>

export type UnitImportCounts = Record<UnitImportAction, number>

export const UnitImportPreview = z.object({
  lines: z.int(),
  counts: z.record(UnitImportAction, z.int()),
  /** The first thousand. */
  changes: z.array(UnitImportChange),
  /** What the list does not settle, and by which rule it was. */
  unclear: z.array(UnitImportIssue),
  /** With any of these nothing is imported. */
  errors: z.array(UnitImportIssue),
})
export type UnitImportPreview = z.infer<typeof UnitImportPreview>

/** A large list is imported in the background: ask `/api/units/imports/:id` how far it is. */
export const UnitImportResult = z.object({
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  job: Id.nullable(),
  counts: z.record(UnitImportAction, z.int()).nullable(),
  error: z.string().nullable(),
})
export type UnitImportResult = z.infer<typeof UnitImportResult>
