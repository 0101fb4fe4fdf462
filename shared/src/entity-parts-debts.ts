import * as z from 'zod'
import { Day, Dong, Line, Note, Paper, PartRecord, partsOf } from './entity-parts.ts'
import { EntityWarning } from './entities.ts'
import { UnitName } from './units.ts'
import { AsOf, Cursor, Id, Limit, pageOf, PlainDate } from './values.ts'

/** Owed to the entity, or by it. */
export const DebtDirection = z.enum(['owed_to', 'owed_by'])
export type DebtDirection = z.infer<typeof DebtDirection>
export const DebtParty = z.enum([
  'member',
  'household',
  'budget',
  'bank',
  'supplier',
  'tax',
  'insurance',
  'electricity',
  'water',
  'cooperative',
  'enterprise',
  'other',
])
export type DebtParty = z.infer<typeof DebtParty>

export const DebtBody = z.object({
  direction: DebtDirection,
  party: DebtParty,
  /** Read by the entity and its keeper alone. */
  partyName: Line,
  subject: Line,
  /** As it arose. */
  amount: Dong.min(1),
  arisenOn: PlainDate,
  dueOn: Day,
  isDoubtful: z.boolean().default(false),
  /** How it is to be settled, and by when. */
  plan: Note,
  planBy: Day,
  documentId: Paper,
  note: Note,
})
export type DebtBody = z.input<typeof DebtBody>
export const SettlementBody = z.object({
  debtId: Id,
  onDay: PlainDate,
  kind: z.enum(['paid', 'written_off', 'offset']),
  amount: Dong.min(1),
  decisionNo: Line,
  documentId: Paper,
  note: Note,
})
export type SettlementBody = z.input<typeof SettlementBody>
export const Settlement = PartRecord.extend({ ...SettlementBody.shape })
export type Settlement = z.infer<typeof Settlement>
export const Settlements = partsOf(Settlement)
export type Settlements = z.infer<typeof Settlements>

/** Since it arose, on the day: under one year, one to two, two to three, three and more. */
export const DebtAge = z.enum(['under_1', 'from_1', 'from_2', 'from_3'])
export type DebtAge = z.infer<typeof DebtAge>
export const Debt = PartRecord.extend({
  ...DebtBody.shape,
  paid: z.number(),
  writtenOff: z.number(),
  left: z.number(),
  age: DebtAge,
  /** Past its day with something left. */
  isOverdue: z.boolean(),
})
export type Debt = z.infer<typeof Debt>

/** Sums in đồng; `left` is what stands on the day. */
export const DebtSums = z.object({
  direction: DebtDirection,
  party: DebtParty,
  count: z.int(),
  amount: z.number(),
  paid: z.number(),
  writtenOff: z.number(),
  left: z.number(),
  doubtful: z.number(),
  old: z.number(),
})
export type DebtSums = z.infer<typeof DebtSums>
/** Single debts are for the entity and its keeper (`isOpen`); others read the sums. */
export const Debts = partsOf(Debt).extend({
  isOpen: z.boolean(),
  asOf: PlainDate,
  sums: z.array(DebtSums),
  warnings: z.array(EntityWarning),
})
export type Debts = z.infer<typeof Debts>

export const DebtProgressQuery = AsOf.extend({
  unit: Id.optional(),
  direction: DebtDirection.default('owed_to'),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type DebtProgressQuery = z.infer<typeof DebtProgressQuery>
const Standing = z.object({
  entities: z.int(),
  debts: z.int(),
  amount: z.number(),
  paid: z.number(),
  writtenOff: z.number(),
  left: z.number(),
  doubtful: z.number(),
  /** Left of those three years old and more. */
  old: z.number(),
  /** Debts with something left and no plan. */
  withoutPlan: z.int(),
})
/** One line a commune of the day: what stood, what was settled; where most is left first. */
export const DebtProgress = pageOf(Standing.extend({ unit: UnitName })).extend({
  asOf: PlainDate,
  direction: DebtDirection,
  /** Of all communes. */
  total: Standing,
  parties: z.array(z.object({ party: DebtParty, left: z.number() })),
})
export type DebtProgress = z.infer<typeof DebtProgress>
