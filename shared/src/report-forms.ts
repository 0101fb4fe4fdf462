import * as z from 'zod'
import { EntityKind } from './entities.ts'
import { Id, Name, Named } from './values.ts'

const Key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
const Code = z.string().trim().min(1).max(40)

/**
 * What a column shows: the period before, the same period of the year before, the plan, done to the
 * cut-off, ước to the period's end. Only `done` and `estimate` are entered.
 */
export const ColumnKind = z.enum(['previous', 'same_period', 'plan', 'done', 'estimate'])
export type ColumnKind = z.infer<typeof ColumnKind>
export const ENTERED: readonly ColumnKind[] = ['done', 'estimate']

/** `{ sex: 'female' }`; empty is the total. `as` is kept for ước. */
export const BreakdownParts = z.record(z.string().max(40), z.string().max(40))
export type BreakdownParts = z.infer<typeof BreakdownParts>

export const FormIndicator = z.object({
  code: Code,
  breakdown: BreakdownParts.default({}),
  /** As the head of the column or the row is worded; none: the indicator's own name. */
  label: z.string().trim().min(1).max(200).nullable().default(null),
  columns: z.array(ColumnKind).min(1).max(5),
  /** Shown from the register or from the units below, never entered. */
  isReadOnly: z.boolean().default(false),
  /** Of a mean: the code whose cell of the same row is its denominator. */
  weightCode: Code.nullable().default(null),
  /** On the line of groups (THT): the code that is stated instead, H8 → T5. */
  groupCode: Code.nullable().default(null),
  mayBeNegative: z.boolean().default(false),
  isRequired: z.boolean().default(true),
})
export type FormIndicator = z.infer<typeof FormIndicator>

const Grid = z.object({
  kind: z.literal('grid'),
  key: Key,
  title: Name,
  rows: z.enum(['entities', 'indicators']),
  /** Whose rows stand in a grid of entities. */
  entityKinds: z.array(EntityKind).default(['cooperative']),
  /** One line for all groups (THT) of the unit. */
  hasGroupLine: z.boolean().default(false),
  indicators: z.array(FormIndicator).min(1).max(80),
})
const Questions = z.object({
  kind: z.literal('questions'),
  key: Key,
  title: Name,
  questions: z
    .array(z.object({ key: Key, text: Name, isRequired: z.boolean().default(false) }))
    .min(1)
    .max(30),
})
const Notes = z.object({ kind: z.literal('notes'), key: Key, title: Name })
export const FormSection = z.discriminatedUnion('kind', [Grid, Questions, Notes])
export type FormSection = z.infer<typeof FormSection>
export type FormGrid = z.infer<typeof Grid>

/** A cell of the same row (of a grid of indicators: of the same unit). */
export const CellRef = z.object({
  code: Code,
  breakdown: BreakdownParts.default({}),
  as: z.enum(['done', 'estimate']).default('done'),
})
export type CellRef = z.infer<typeof CellRef>

const Severity = z.enum(['error', 'warning'])
const Refs = z.array(CellRef).min(1).max(20)
/**
 * Checks of a form. An error bars sending; a warning wants a reason. That ước is no less than done, that
 * persons are whole, that nothing is negative and no cell blank is checked of itself.
 */
export const FormCheck = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('part'), severity: Severity, part: CellRef, whole: CellRef }),
  z.object({ kind: z.literal('sum'), severity: Severity, parts: Refs, whole: CellRef }),
  /** Opening (the period before) + plus − minus = closing. */
  z.object({
    kind: z.literal('balance'),
    severity: Severity,
    closing: CellRef,
    plus: z.array(CellRef).max(10),
    minus: z.array(CellRef).max(10),
  }),
  /** Against the period before: more than so many per cent up or down, and 100 or 1,000 times. */
  z.object({
    kind: z.literal('change'),
    severity: Severity,
    cells: z.array(CellRef).max(40).default([]),
    percent: z.number().positive().max(10_000),
  }),
  /** One by the other: members for each cooperative. */
  z.object({
    kind: z.literal('ratio'),
    severity: Severity,
    top: CellRef,
    /** None: the cell itself. */
    bottom: CellRef.nullable(),
    most: z.number().positive(),
  }),
])
export type FormCheck = z.infer<typeof FormCheck>

export const FormDefinition = z.object({
  sections: z.array(FormSection).min(1).max(20),
  checks: z.array(FormCheck).max(60).default([]),
})
export type FormDefinition = z.infer<typeof FormDefinition>
/** Before the defaults are filled in. */
export type FormDraft = z.input<typeof FormDefinition>

export const ReportForm = z.object({
  id: Id,
  /** Biểu số. */
  code: z.string(),
  name: z.string(),
  owner: Named,
  /** The newest version. */
  no: z.int(),
  /** A round uses it: changing it begins a new version. */
  isFrozen: z.boolean(),
  isRetired: z.boolean(),
  rounds: z.int(),
  isDemo: z.boolean(),
  version: z.int(),
  mayChange: z.boolean(),
})
export type ReportForm = z.infer<typeof ReportForm>
/** `GET /api/report-forms`, the retired ones last. */
export const ReportForms = z.object({ items: z.array(ReportForm), mayAdd: z.boolean() })
export type ReportForms = z.infer<typeof ReportForms>

export const FormVersion = z.object({
  no: z.int(),
  isFrozen: z.boolean(),
  madeAt: z.iso.datetime({ offset: true }),
  byWords: z.string(),
  note: z.string().nullable(),
})
/** `GET /api/report-forms/:id?no=`. */
export const ReportFormDetail = ReportForm.extend({
  /** The version that was asked for, else the newest. */
  shown: z.int(),
  definition: FormDefinition,
  versions: z.array(FormVersion),
})
export type ReportFormDetail = z.infer<typeof ReportFormDetail>
export const FormQuery = z.object({ no: z.coerce.number().int().min(1).optional() })

export const FormFields = {
  code: z.string().trim().min(1).max(60),
  name: Name,
  definition: FormDefinition,
  note: z.string().trim().min(1).max(1000).nullable().default(null),
}
/** `POST /api/report-forms` → 201 `ReportFormDetail`; a wrong definition: 422 with `errors` by path. */
export const NewForm = z.object(FormFields)
export type NewForm = z.infer<typeof NewForm>
/** `PUT /api/report-forms/:id` → `ReportFormDetail`. A frozen version stays: the change becomes the next. */
export const FormChange = z.object({ version: z.int(), ...FormFields })
export type FormChange = z.infer<typeof FormChange>
/** `POST /api/report-forms/:id/retire` → `ReportFormDetail`. */
export const FormRetire = z.object({ version: z.int(), isRetired: z.boolean() })

/** What is wrong with a definition, by place: `sections.0.indicators.2.code`. */
export const FormFinding = z.object({ path: z.string(), vi: z.string(), en: z.string() })
export type FormFinding = z.infer<typeof FormFinding>
/** `POST /api/report-forms/check` → `FormCheckResult`: while it is being designed. */
export const FormCheckRequest = z.object({ definition: FormDefinition })
export const FormCheckResult = z.object({ findings: z.array(FormFinding) })
