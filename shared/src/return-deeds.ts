import * as z from 'zod'
import {
  CellAnswer,
  CellPlace,
  CellSource,
  Correction,
  ReturnAction,
  ReturnCell,
  ReturnText,
} from './returns.ts'
import { Id, Instant, PlainDate, Words } from './values.ts'

export const CellEdit = CellPlace.extend({
  /** The version last seen from the server; of unsent edits in a row the one before the first. */
  seen: z.int().min(0),
  value: CellAnswer,
  reason: z.string().trim().max(1000).nullable().optional(),
  source: CellSource.optional(),
})
export type CellEdit = z.infer<typeof CellEdit>
export const TextEdit = z.object({
  key: z.string().max(90),
  seen: z.int().min(0),
  text: z.string().trim().max(20_000),
})
export type TextEdit = z.infer<typeof TextEdit>
/**
 * `PATCH /api/returns/:id/cells` → `PatchResult`; 409 `returns.locked` where nobody may edit now.
 * What one client (a browser with its store) did, numbered from 1 upwards. The same number sent again is
 * answered with what it did the first time; numbers may come late and in any order.
 */
export const CellPatch = z.object({
  client: Id,
  n: z.int().min(1),
  edits: z.array(CellEdit).max(2000).default([]),
  texts: z.array(TextEdit).max(60).default([]),
})
export type CellPatch = z.infer<typeof CellPatch>

/**
 * `applied`; `superseded`: a later number of the same client already said otherwise; `conflict`: somebody
 * else changed it, nothing was taken, `theirs` holds; `refused`: it cannot be, `vi` and `en` say why.
 */
const EditStatus = z.enum(['applied', 'superseded', 'conflict', 'refused'])
export const EditResult = z.object({
  /** `cellKey`, or the key of a text. */
  key: z.string(),
  status: EditStatus,
  /** That holds now. */
  version: z.int(),
  theirs: z
    .object({
      value: z.number().nullable(),
      isNone: z.boolean(),
      text: z.string().nullable(),
      byWords: z.string(),
      at: Instant,
    })
    .nullable(),
  vi: z.string().nullable(),
  en: z.string().nullable(),
})
export type EditResult = z.infer<typeof EditResult>
export const PatchResult = z.object({
  n: z.int(),
  /** This number was taken before: nothing was done now. */
  isRepeat: z.boolean(),
  results: z.array(EditResult),
  /** As they hold now, of the cells that were edited. */
  cells: z.array(ReturnCell),
  texts: z.array(ReturnText),
})
export type PatchResult = z.infer<typeof PatchResult>

const RemarkOn = z.object({ cell: CellPlace.nullable(), text: Words })
const Remarks = z.array(RemarkOn).max(500)
const deed = <const A extends ReturnAction, S extends z.ZodRawShape>(action: A, shape: S) =>
  z.object({ action: z.literal(action), version: z.int(), ...shape })
const Said = { text: Words.nullable().default(null) }
/** `POST /api/returns/:id/deeds` → `Return`. What can be done to a return; `version` is the one seen: another answers 409 `returns.changed`. */
export const ReturnDeed = z.discriminatedUnion('action', [
  deed('present', Said),
  /** The leader gives it back to the officer. */
  deed('give_back', { remarks: Remarks.min(1) }),
  deed('send', Said),
  /** Before anybody above has decided. */
  deed('take_back', Said),
  deed('return', { remarks: Remarks.min(1) }),
  deed('accept', Said),
  deed('correct', Correction.shape),
  deed('drop_correction', Said),
  /** The second line: no remark is "đã kiểm tra". */
  deed('check', { remarks: Remarks }),
  /** Asks cooperatives that sign in to fill their own rows. */
  deed('invite', { entityIds: z.array(Id).min(1).max(500) }),
  deed('take_offers', { entityIds: z.array(Id).min(1).max(500) }),
])
export type ReturnDeed = z.infer<typeof ReturnDeed>

/** `POST /api/returns/:id/excel?isPreview=` (multipart, one file). The filled template that was read: with one error nothing is taken. */
export const ExcelResult = z.object({
  isApplied: z.boolean(),
  changed: z.int(),
  unchanged: z.int(),
  errors: z.array(
    z.object({ sheet: z.string(), cell: z.string(), vi: z.string(), en: z.string() }),
  ),
  /** Cells that somebody changed after the template was made: kept as they are. */
  conflicts: z.array(EditResult),
})
export type ExcelResult = z.infer<typeof ExcelResult>
export const ExcelUpload = z.object({ isPreview: z.stringbool().default(false) })

/** A cooperative's own account: the returns in which its row stands open. */
export const OwnReturn = z.object({
  id: Id,
  entity: z.object({ id: Id, name: z.string() }),
  title: z.string(),
  form: z.object({ code: z.string(), name: z.string() }),
  unit: z.string(),
  dueOn: PlainDate,
  cutoffOn: PlainDate,
  estimateOn: PlainDate,
  isOpen: z.boolean(),
  filledAt: Instant.nullable(),
  isTaken: z.boolean(),
})
export type OwnReturn = z.infer<typeof OwnReturn>
/** `GET /api/own-returns`, of a cooperative's account. */
export const OwnReturns = z.object({ items: z.array(OwnReturn) })
export type OwnReturns = z.infer<typeof OwnReturns>
/** `GET /api/own-returns/:id/:entityId`. Its row: `value` is what it filled in, `previous` what stood for the period before. */
export const OwnRow = OwnReturn.extend({
  cells: z.array(
    z.object({
      indicatorId: Id,
      breakdownId: z.int(),
      group: z.string(),
      name: z.string(),
      isWhole: z.boolean(),
      mayBeNegative: z.boolean(),
      value: z.number().nullable(),
      isNone: z.boolean(),
      previous: z.number().nullable(),
    }),
  ),
})
export type OwnRow = z.infer<typeof OwnRow>
/** `PUT /api/own-returns/:id/:entityId` → `OwnRow`. All or none; the unit takes it over or not. */
export const OwnAnswer = z.object({
  cells: z
    .array(
      z.object({
        indicatorId: Id,
        breakdownId: z.int().min(0),
        value: z.union([z.number().min(-1e12).max(1e12), z.literal('none'), z.null()]),
      }),
    )
    .min(1)
    .max(200),
})
export type OwnAnswer = z.infer<typeof OwnAnswer>
