import * as z from 'zod'
import { EntityKind } from './entities.ts'
import { TargetExpression } from './target-expression.ts'
import { Id, Name, PlainDate, Words } from './values.ts'

/** Of a period of years, or of one year. */
export const PlanKind = z.enum(['period', 'year'])
export type PlanKind = z.infer<typeof PlanKind>
/** Drawn up, laid open for units to register, put before the chair, issued. */
export const PlanState = z.enum(['draft', 'registering', 'submitted', 'issued'])
export type PlanState = z.infer<typeof PlanState>
export const PlanAction = z.enum(['edit', 'open', 'submit', 'return', 'issue', 'set_near', 'drop'])
export type PlanAction = z.infer<typeof PlanAction>
export const TargetAction = z.enum([
  'edit',
  'adjust',
  'hand_down',
  'fix_whole',
  'register',
  'ask_explanation',
  'link_task',
])
export type TargetAction = z.infer<typeof TargetAction>

/** So much of what is aimed at is a small gap, as long as the committee has not said otherwise. */
export const NEAR_PERCENT = 10
const NearPercent = z.int().min(0).max(50)

const Line = z.string().trim().min(1).max(2000).nullable().default(null)

/** Named counts of the register: of what happened since the plan began, or of what there is on a day. */
export const RegisterRule = z.enum([
  'founded',
  'dissolved',
  'consolidated',
  'congress',
  'active',
  'ocop',
  'vietgap',
  'organic',
  'high_tech',
])
export type RegisterRule = z.infer<typeof RegisterRule>
/** Rules that add up what happened from the plan's first day on. */
export const SINCE_START: readonly RegisterRule[] = [
  'founded',
  'dissolved',
  'consolidated',
  'congress',
]

/** A number of the register, or a figure that units stated, by its code. */
export const CountOf = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('register'),
    rule: RegisterRule,
    kinds: z.array(EntityKind).min(1).default(['cooperative']),
  }),
  z.object({ by: z.literal('figure'), code: z.string().trim().min(1).max(40) }),
])
export type CountOf = z.infer<typeof CountOf>

/**
 * How a target is measured. A share names its wholes; several mean that the text leaves open of what it is
 * a share, and all are shown until the standing agency fixes one.
 */
export const Counted = z.discriminatedUnion('by', [
  ...CountOf.options,
  z.object({
    by: z.literal('share'),
    part: CountOf,
    wholes: z
      .array(z.object({ label: z.string().trim().min(1).max(200), of: CountOf }))
      .min(1)
      .max(4),
  }),
  z.object({ by: z.literal('nothing') }),
])
export type Counted = z.infer<typeof Counted>

export const PlanContent = z
  .object({
    kind: PlanKind,
    unitId: Id,
    title: Name,
    fromOn: PlainDate,
    untilOn: PlainDate,
    documentId: Id.nullable().default(null),
    bases: Line,
    note: Line,
    registerBy: PlainDate.nullable().default(null),
    parentId: Id.nullable().default(null),
    nearPercent: NearPercent.default(NEAR_PERCENT),
  })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, {
    path: ['untilOn'],
    message: 'Ngày cuối phải từ ngày đầu trở đi.',
  })
export type PlanContent = z.infer<typeof PlanContent>
/** `copyFromId`: a plan whose targets the new one begins with; of a year units register for each. */
export const NewPlan = PlanContent.and(
  z.object({ bodyId: Id, copyFromId: Id.nullable().default(null) }),
)
export type NewPlan = z.infer<typeof NewPlan>
export const PlanChange = PlanContent.and(z.object({ version: z.int() }))
export type PlanChange = z.infer<typeof PlanChange>

/** The chair issues under a number and a day; returning says why. */
export const PlanDeed = z.discriminatedUnion('action', [
  z.object({ action: z.enum(['open', 'submit']), version: z.int() }),
  z.object({ action: z.literal('return'), version: z.int(), reason: Words }),
  z.object({
    action: z.literal('issue'),
    version: z.int(),
    number: z.string().trim().min(1).max(200),
    issuedOn: PlainDate,
  }),
  z.object({ action: z.literal('set_near'), version: z.int(), nearPercent: NearPercent }),
])
export type PlanDeed = z.infer<typeof PlanDeed>

export const TargetContent = z
  .object({
    parentId: Id.nullable().default(null),
    position: z.int().min(0).max(1000).default(0),
    words: z.string().trim().min(1).max(1000),
    quote: z.string().trim().min(1).max(4000).nullable().default(null),
    measure: z.string().trim().min(1).max(60),
    expression: TargetExpression,
    counted: Counted,
    isRegistered: z.boolean().default(false),
    leadId: Id.nullable().default(null),
  })
  .refine(
    ({ expression, counted }) =>
      counted.by === 'nothing' || (counted.by === 'share') === (expression.as === 'share'),
    { path: ['counted'], message: 'Chỉ tiêu tỷ lệ cần cách tính theo tỷ lệ, và ngược lại.' },
  )
export type TargetContent = z.infer<typeof TargetContent>
export const NewTarget = TargetContent.and(z.object({ planVersion: z.int() }))
export type NewTarget = z.infer<typeof NewTarget>
/** After the issue a change names the paper by which the plan was adjusted. */
export const TargetChange = TargetContent.and(
  z.object({
    version: z.int(),
    paper: z.string().trim().min(1).max(300).nullable().default(null),
    reason: Line,
  }),
)
export type TargetChange = z.infer<typeof TargetChange>

export const Allotments = z.object({
  version: z.int(),
  /** The whole list; a unit that is left out has nothing any more. */
  items: z
    .array(z.object({ unitId: Id, amount: z.number().min(0).max(1e12), note: Line }))
    .max(5000),
})
export type Allotments = z.infer<typeof Allotments>

/** What a unit takes on itself; 0 says that there is none. */
export const Registration = z
  .object({
    unitId: Id,
    amount: z.number().min(0).max(1e9),
    note: Line,
    subjects: z
      .array(
        z.object({
          entityId: Id.nullable().default(null),
          name: z.string().trim().min(1).max(300),
          expectedOn: PlainDate.nullable().default(null),
        }),
      )
      .max(500)
      .default([]),
  })
  .refine(({ amount, subjects }) => subjects.length <= Math.max(amount, 0), {
    path: ['subjects'],
    message: 'Số HTX nêu tên nhiều hơn số đăng ký.',
  })
export type Registration = z.infer<typeof Registration>

export const FixWhole = z.object({ version: z.int(), whole: z.int().min(0), note: Words })
export type FixWhole = z.infer<typeof FixWhole>

export const AskExplanation = z.object({
  version: z.int(),
  agencyIds: z.array(Id).min(1).max(200),
  dueOn: PlainDate,
  text: Words,
})
export type AskExplanation = z.infer<typeof AskExplanation>
export const LinkTask = z.object({ taskId: Id })
export type LinkTask = z.infer<typeof LinkTask>
