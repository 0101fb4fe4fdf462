import * as z from 'zod'
import { UnitName } from './units.ts'
import { Cursor, Id, Instant, Limit, Name, Named, pageOf, PlainDate, Words } from './values.ts'

/** Whole đồng. */
export const Dong = z.int().min(0).max(999_999_999_999_999)
const SomeDong = Dong.min(1)
/** Thousandths of a percent a year: 7,92% is 7920. */
const YearlyRate = z.int().min(0).max(100_000)
const Percent = z.int().min(0).max(100)
const Months = z.int().min(1).max(600)

/** Gốc và lãi trả đều, gốc trả đều, gốc trả một lần cuối kỳ. */
export const LoanMethod = z.enum(['annuity', 'equal', 'bullet'])
export type LoanMethod = z.infer<typeof LoanMethod>

/** Interest by days of a year of 365 or 360, or by months of a twelfth. */
export const LoanBasis = z.enum(['days365', 'days360', 'months'])
export type LoanBasis = z.infer<typeof LoanBasis>

/** Đề nghị vay, đã duyệt chờ giải ngân, đang vay, đã tất toán; không duyệt, đã rút đề nghị. */
export const LoanState = z.enum([
  'requested',
  'approved',
  'running',
  'closed',
  'refused',
  'withdrawn',
])
export type LoanState = z.infer<typeof LoanState>

export const LoanAction = z.enum([
  'approve',
  'refuse',
  'withdraw',
  'disburse',
  'repay',
  'reverse',
  'restructure',
])
export type LoanAction = z.infer<typeof LoanAction>

const FundWords = z.object({
  name: Name,
  /** Number, day and issuer of the paper by which the fund lends. */
  legalBasis: Words.nullable(),
  charterCapital: SomeDong.nullable(),
  /** Own capital of the project, at least. */
  ownPercent: Percent,
  /** One customer's share of the charter capital, at most; null where none is set. */
  onePercent: Percent.nullable(),
  /** Of a customer together with those related to it. */
  relatedPercent: Percent.nullable().default(null),
  maxAmount: SomeDong.nullable(),
  maxMonths: Months.nullable(),
  yearlyRate: YearlyRate,
  /** Rate of what is late, in percent of the rate; at most 150 (Nghị định 45/2021/NĐ-CP, Điều 25). */
  latePercent: z.int().min(100).max(150),
  basis: LoanBasis,
  /** Last days of being late of debt groups 1 to 4; null: the groups are not set. */
  groupDays: z.array(z.int().min(0).max(5000)).length(4).nullable(),
  isEnded: z.boolean(),
})

export const LoanFund = FundWords.extend({
  id: Id,
  agency: Named,
  unit: UnitName,
  isDemo: z.boolean(),
  version: z.int(),
  mayEdit: z.boolean(),
})
export type LoanFund = z.infer<typeof LoanFund>

/** Made with an id of the sender, so that a second sending is the same fund; lends in its agency's area. */
export const NewLoanFund = FundWords.extend({ id: Id })
export type NewLoanFund = z.infer<typeof NewLoanFund>
export const LoanFundEdit = FundWords.extend({ version: z.int() })
export type LoanFundEdit = z.infer<typeof LoanFundEdit>

export const LoanTerms = z.object({
  yearlyRate: YearlyRate,
  method: LoanMethod,
  months: Months,
  everyMonths: z.int().min(1).max(12),
  graceMonths: z.int().min(0).max(600),
})
export type LoanTerms = z.infer<typeof LoanTerms>

const Borrower = z.object({ id: Id, name: z.string() })

export const LoanItem = z.object({
  id: Id,
  fund: Borrower,
  entity: Borrower,
  unit: UnitName,
  purpose: z.string(),
  requestedOn: PlainDate,
  state: LoanState,
  /** What was asked for, and what was approved once it was. */
  asked: Dong,
  approved: Dong.nullable(),
  disbursed: Dong,
  outstanding: Dong,
  /** The oldest day that was missed, and for how many days. */
  overdueSince: PlainDate.nullable(),
  daysLate: z.int(),
  /** 1 to 5 by the fund's days; null where the fund has set none. */
  debtGroup: z.int().nullable(),
  isRestructured: z.boolean(),
  isDemo: z.boolean(),
  version: z.int(),
})
export type LoanItem = z.infer<typeof LoanItem>
export const LoanPage = pageOf(LoanItem)
export type LoanPage = z.infer<typeof LoanPage>

export const LoanDue = z.object({
  dueOn: PlainDate,
  principal: Dong,
  interest: Dong,
  late: Dong,
  paidPrincipal: Dong,
  paidInterest: Dong,
  paidLate: Dong,
  settledOn: PlainDate.nullable(),
  isMoved: z.boolean(),
  isAhead: z.boolean(),
})
export type LoanDue = z.infer<typeof LoanDue>

/** One line of the loan's story; of a payment also what it went to. */
export const LoanEvent = z.object({
  seq: z.int(),
  action: z.enum(['request', ...LoanAction.options]),
  onDay: PlainDate,
  amount: Dong.nullable(),
  paper: z.string().nullable(),
  /** Of a tranche: the contract under which it was paid out. */
  contract: z.string().nullable(),
  text: z.string().nullable(),
  split: z.object({ principal: Dong, interest: Dong, late: Dong }).nullable(),
  terms: LoanTerms.nullable(),
  isReversed: z.boolean(),
  byWords: z.string(),
  madeAt: Instant,
})
export type LoanEvent = z.infer<typeof LoanEvent>

/** What goes beyond the fund's limits. */
export const LoanBreach = z.enum(['own', 'total', 'share', 'related', 'amount', 'months'])
export type LoanBreach = z.infer<typeof LoanBreach>

export const Loan = LoanItem.extend({
  projectTotal: Dong,
  ownCapital: Dong,
  collateral: z.string().nullable(),
  terms: LoanTerms,
  limits: FundWords.pick({
    ownPercent: true,
    onePercent: true,
    relatedPercent: true,
    maxAmount: true,
    maxMonths: true,
    latePercent: true,
    basis: true,
    groupDays: true,
  }),
  overduePrincipal: Dong,
  overdueInterest: Dong,
  accrued: Dong,
  /** Pays off everything today. */
  payoff: Dong,
  dues: z.array(LoanDue),
  events: z.array(LoanEvent),
  /** Of what is asked for, while it waits. */
  breaches: z.array(LoanBreach),
  /** Number of the loan contract, once a tranche named it. */
  contract: z.string().nullable(),
  /** Borrowers that the fund knows to be related to this one; told to whoever runs the fund. */
  related: z.array(Borrower),
  mayRelate: z.boolean(),
  allowed: z.array(LoanAction),
})
export type Loan = z.infer<typeof Loan>

export const NewLoan = z.object({
  id: Id,
  fundId: Id,
  /** A cooperative leaves it out: it asks for itself. */
  entityId: Id.nullable().default(null),
  purpose: Words,
  projectTotal: SomeDong,
  ownCapital: Dong,
  amount: SomeDong,
  months: Months,
  method: LoanMethod.default('equal'),
  everyMonths: z.int().min(1).max(12).default(3),
  graceMonths: z.int().min(0).max(600).default(0),
  collateral: Words.nullable().default(null),
  requestedOn: PlainDate.nullable().default(null),
})
export type NewLoan = z.infer<typeof NewLoan>

const Deed = z.object({ version: z.int() })
const Paper = Name.nullable().default(null)
export const LoanDeed = z.discriminatedUnion('action', [
  Deed.extend({
    action: z.literal('approve'),
    amount: SomeDong,
    terms: LoanTerms,
    /** Number and day of the decision. */
    paper: Name,
    on: PlainDate,
  }),
  Deed.extend({ action: z.literal('refuse'), reason: Words }),
  Deed.extend({ action: z.literal('withdraw'), reason: Words.nullable().default(null) }),
  Deed.extend({
    action: z.literal('disburse'),
    /** Of the sender: a second sending is the same tranche. */
    id: Id,
    amount: SomeDong,
    on: PlainDate,
    paper: Paper,
    /** Number and day of the loan contract. */
    contract: Paper,
  }),
  Deed.extend({
    action: z.literal('repay'),
    /** Of the sender: a second sending is the same payment. */
    id: Id,
    amount: SomeDong,
    on: PlainDate,
    /** Number of the receipt: two payments of a loan never have the same. */
    paper: Name,
  }),
  Deed.extend({ action: z.literal('reverse'), seq: z.int(), reason: Words }),
  Deed.extend({
    action: z.literal('restructure'),
    terms: LoanTerms,
    on: PlainDate,
    paper: Name,
    reason: Words,
  }),
])
export type LoanDeed = z.infer<typeof LoanDeed>

/** Whether another borrower is related to that of a loan, as its fund knows. */
export const RelatedBorrower = z.object({ entityId: Id, isRelated: z.boolean() })
export type RelatedBorrower = z.infer<typeof RelatedBorrower>

const Flag = z.stringbool().optional()
export const LoanQuery = z.object({
  fund: Id.optional(),
  unit: Id.optional(),
  entity: Id.optional(),
  state: LoanState.optional(),
  overdue: Flag,
  cursor: Cursor.optional(),
  limit: Limit,
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type LoanQuery = z.infer<typeof LoanQuery>

/** What the forms and filters offer. */
export const LoanChoices = z.object({
  funds: z.array(LoanFund),
  units: z.array(UnitName),
  mayRequest: z.boolean(),
  mayKeepFunds: z.boolean(),
  isCooperative: z.boolean(),
})
export type LoanChoices = z.infer<typeof LoanChoices>

/** A schedule before anything is lent. */
export const LoanScheduleQuery = z.object({
  fund: Id,
  amount: z.coerce.number().pipe(SomeDong),
  rate: z.coerce.number().pipe(YearlyRate).optional(),
  method: LoanMethod,
  months: z.coerce.number().pipe(Months),
  everyMonths: z.coerce.number().int().min(1).max(12),
  graceMonths: z.coerce.number().int().min(0).max(600).default(0),
  from: PlainDate,
})
export type LoanScheduleQuery = z.infer<typeof LoanScheduleQuery>
export const LoanSchedule = z.object({ dues: z.array(LoanDue), principal: Dong, interest: Dong })
export type LoanSchedule = z.infer<typeof LoanSchedule>
