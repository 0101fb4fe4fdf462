import * as z from 'zod'
import { EntityKind } from './entities.ts'
import { BreakdownParts, ColumnKind, FormCheck } from './report-forms.ts'
import { Deadline, ReturnItem, ReturnState, RoundPeriod } from './rounds.ts'
import { UnitLevel } from './units.ts'
import { Id, Instant, Named, PlainDate, Words } from './values.ts'

/** The row that is no entity: the unit itself, and the one line of its groups. */
export const UNIT_ROW: Id = '00000000-0000-0000-0000-000000000000'

/** Where a figure comes from: HTX báo, HTX tự khai, xã ước, danh sách HTX, văn bản, cộng từ dưới lên. */
export const CellSource = z.enum(['entity', 'self', 'estimate', 'register', 'paper', 'sum'])
export type CellSource = z.infer<typeof CellSource>

/** A number, "không có số", "không thay đổi" (as before), or nothing said. */
export const CellAnswer = z.union([
  z.number().min(-1e12).max(1e12),
  z.literal('none'),
  z.literal('same'),
  z.null(),
])
export type CellAnswer = z.infer<typeof CellAnswer>

/** A cell's address; `cellKey` gives it as one word. */
export const CellPlace = z.object({ row: Id, indicatorId: Id, breakdownId: z.int().min(0) })
export type CellPlace = z.infer<typeof CellPlace>
export const cellKey = ({ row, indicatorId, breakdownId }: CellPlace): string =>
  `${row}/${indicatorId}/${breakdownId}`

const Stated = z.object({ value: z.number().nullable(), isNone: z.boolean() })
/** What the accepted returns below add up to, and how many of these units say something of it. */
const CellBelow = z.object({
  value: z.number().nullable(),
  stated: z.int(),
  /** Accepted, and nothing was said in this cell. */
  silent: z.array(Id),
})
export const ReturnCell = CellPlace.extend({
  /** Where it stands on the page. */
  section: z.string(),
  rowKey: z.string(),
  columnKey: z.string(),
  code: z.string(),
  /** Without ước, which `as` says. */
  breakdown: BreakdownParts,
  as: z.enum(['done', 'estimate']),
  /** Of persons and the like: whole numbers. */
  isWhole: z.boolean(),
  /** Grows through the period (revenue), so that ước is no less than done; not so of a stock (members). */
  isFlow: z.boolean(),
  mayBeNegative: z.boolean(),
  isRequired: z.boolean(),
  /** Computed from the register or from below: shown, never entered. */
  isReadOnly: z.boolean(),
  /** 0: nothing was ever said. */
  version: z.int(),
  /** The number that holds; null where nothing was said, and for "không có số". */
  value: z.number().nullable(),
  isNone: z.boolean(),
  isSame: z.boolean(),
  source: CellSource.nullable(),
  /** Why a warning is right all the same. */
  reason: z.string().nullable(),
  byWords: z.string().nullable(),
  at: Instant.nullable(),
  /** What stood before, what the plan says, what the register says today; null: nothing. */
  previous: z.number().nullable(),
  samePeriod: z.number().nullable(),
  plan: z.number().nullable(),
  /** The plan is a limit: it is not done by degrees. */
  isLimit: z.boolean(),
  register: z.number().nullable(),
  /** Null: nobody below reports into this return. */
  below: CellBelow.nullable(),
  /** What "không thay đổi" takes over; null: there is nothing to take over. */
  unchanged: Stated.nullable(),
  /** What the cooperative itself filled in and the unit has not taken over yet. */
  offer: Stated.extend({ byWords: z.string(), at: Instant }).nullable(),
  /** While a correction is under way: what was accepted. */
  accepted: Stated.nullable(),
  /** `đc`: what held before the last correction that was accepted. */
  corrected: Stated.extend({ number: z.string(), on: PlainDate, reason: z.string() }).nullable(),
})
export type ReturnCell = z.infer<typeof ReturnCell>

export const GridRow = z.object({
  key: z.string(),
  kind: z.enum(['entity', 'groups', 'indicator']),
  /** An entity's id, else `UNIT_ROW`. */
  id: Id,
  name: z.string(),
  /** Main commodity or line of business; of groups how many; of an indicator its measure. */
  detail: z.string().nullable(),
  entityKind: EntityKind.nullable(),
  /** Its own people sign in and can be asked to fill the row. */
  hasAccount: z.boolean(),
  invitedOn: PlainDate.nullable(),
})
export type GridRow = z.infer<typeof GridRow>
export const GridColumn = z.object({
  key: z.string(),
  /** Over which several columns stand: the indicator's name with its measure. */
  group: z.string().nullable(),
  name: z.string(),
  as: ColumnKind,
  isEntered: z.boolean(),
  /** Of a column that is not entered: whose `previous`, `samePeriod` or `plan` it shows. */
  of: z.string().nullable(),
  /** How the line "Toàn xã" comes about. */
  total: z.enum(['sum', 'mean', 'none']),
  /** Of a mean: the column of its denominator. */
  weightColumn: z.string().nullable(),
})
export type GridColumn = z.infer<typeof GridColumn>
const Grid = z.object({
  kind: z.literal('grid'),
  key: z.string(),
  title: z.string(),
  rows: z.array(GridRow),
  columns: z.array(GridColumn),
  hasTotal: z.boolean(),
})
export type ReturnGrid = z.infer<typeof Grid>
const Questions = z.object({
  kind: z.literal('questions'),
  key: z.string(),
  title: z.string(),
  /** Keys as they stand in `texts`. */
  questions: z.array(z.object({ key: z.string(), text: z.string(), isRequired: z.boolean() })),
})
const Notes = z.object({ kind: z.literal('notes'), key: z.string(), title: z.string() })
export const ReturnSection = z.discriminatedUnion('kind', [Grid, Questions, Notes])
export type ReturnSection = z.infer<typeof ReturnSection>

/** An answer to a question (`section.question`) or a note (`section`). */
export const ReturnText = z.object({
  key: z.string(),
  text: z.string(),
  version: z.int(),
  byWords: z.string().nullable(),
  at: Instant.nullable(),
})
export type ReturnText = z.infer<typeof ReturnText>

/** To a cell, or without one to the whole; answered when the cell changes or says why. */
export const ReturnRemark = z.object({
  id: Id,
  cell: z.string().nullable(),
  line: z.enum(['leader', 'receiver', 'checker']),
  text: z.string(),
  byWords: z.string(),
  at: Instant,
  isAnswered: z.boolean(),
})
export type ReturnRemark = z.infer<typeof ReturnRemark>

/** Those whose accepted returns are added up in this one; none of them missing is taken for zero. */
export const ReturnsBelow = z.object({
  rounds: z.array(z.object({ id: Id, title: z.string() })),
  units: z.array(
    z.object({
      id: Id,
      name: z.string(),
      level: UnitLevel,
      returnId: Id,
      state: ReturnState,
      isAccepted: z.boolean(),
    }),
  ),
})
export type ReturnsBelow = z.infer<typeof ReturnsBelow>

/**
 * Where a number comes from once it is written: what equals the sum from below is that sum, another number
 * in its place, or in the place of what the register says, is the unit's own word.
 */
export function sourceAfter(
  { below, source, version }: Pick<ReturnCell, 'below' | 'source' | 'version'>,
  value: number | null,
  said: CellSource | undefined,
): CellSource | null {
  if (said) return said
  if (below && value !== null && value === below.value) return 'sum'
  return source === 'sum' || version === 0 ? null : source
}

export const ReturnAction = z.enum([
  'present',
  'give_back',
  'send',
  'take_back',
  'return',
  'accept',
  'correct',
  'drop_correction',
  'check',
  'invite',
  'take_offers',
])
export type ReturnAction = z.infer<typeof ReturnAction>

export const ReturnEvent = z.object({
  seq: z.int(),
  action: z.union([ReturnAction, z.enum(['opened', 'signed', 'remind'])]),
  byWords: z.string(),
  at: Instant,
  /** Remark, reason, number of a paper: as it reads. */
  text: z.string().nullable(),
  file: z.object({ id: Id, name: z.string() }).nullable(),
})
export type ReturnEvent = z.infer<typeof ReturnEvent>

export const Correction = z.object({
  number: z.string().trim().min(1).max(200),
  on: PlainDate,
  reason: Words,
})
export type Correction = z.infer<typeof Correction>

/**
 * `GET /api/returns/:id`. Its files: `…/:id/print` (Word), `…/:id/excel` (template with what it holds).
 * `PUT …/:id/signed` (multipart, one PDF) → `Return`.
 */
export const Return = ReturnItem.extend({
  period: RoundPeriod,
  cutoffOn: PlainDate,
  estimateOn: PlainDate,
  deadlines: z.array(Deadline),
  receiver: Named,
  checker: Named.nullable(),
  checkDueOn: PlainDate.nullable(),
  paper: z.string().nullable(),
  /** Under way: opened again after it was accepted. */
  correction: Correction.nullable(),
  /** The unit's leader approves before it leaves. */
  needsApproval: z.boolean(),
  sections: z.array(ReturnSection),
  cells: z.array(ReturnCell),
  texts: z.array(ReturnText),
  checks: z.array(FormCheck),
  /** Null where no round flows into this one. */
  below: ReturnsBelow.nullable(),
  remarks: z.array(ReturnRemark),
  events: z.array(ReturnEvent),
  /** The signed print that came back. */
  signed: z
    .object({ fileId: Id, name: z.string(), signers: z.array(z.string()), at: Instant })
    .nullable(),
  mayEdit: z.boolean(),
  /** What the reader may do now: exactly these buttons. */
  allowed: z.array(z.union([ReturnAction, z.literal('sign')])),
})
export type Return = z.infer<typeof Return>
