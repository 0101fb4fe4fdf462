import * as z from 'zod'
import { PlanItem } from './plans.ts'
import { TargetExpression } from './target-expression.ts'
import { UnitName } from './units.ts'
import { AsOf, Id, Instant, Name, Named, PlainDate } from './values.ts'

const Line = z.string().trim().min(1).max(1000).nullable().default(null)
/** Million đồng. */
const Money = z.number().min(0).max(1e9)

/** A policy for which money is asked; the shipped ones belong to nobody. */
export const SupportPolicy = z.object({
  id: Id,
  name: z.string(),
  basis: z.string().nullable(),
  /** Of the money. */
  source: z.string().nullable(),
  body: Named.nullable(),
  isEnded: z.boolean(),
  version: z.int(),
  mayChange: z.boolean(),
})
export type SupportPolicy = z.infer<typeof SupportPolicy>
/** `GET /api/support-policies`; `bodies`: in whose name one may add some. */
export const SupportPolicies = z.object({ items: z.array(SupportPolicy), bodies: z.array(Named) })
export type SupportPolicies = z.infer<typeof SupportPolicies>

const Fields = { name: Name, basis: Line, source: Line }
/** `POST /api/support-policies` → 201 `SupportPolicy`. */
export const NewSupportPolicy = z.object({ bodyId: Id, ...Fields })
export type NewSupportPolicy = z.infer<typeof NewSupportPolicy>
/** `PATCH /api/support-policies/:id`. */
export const SupportPolicyChange = z.object({ version: z.int(), isEnded: z.boolean(), ...Fields })
export type SupportPolicyChange = z.infer<typeof SupportPolicyChange>

/** A target with what was, is and is to be: of the plan's unit or of one below. */
export const YearTarget = z.object({
  id: Id,
  parentId: Id.nullable(),
  words: z.string(),
  measure: z.string(),
  expression: TargetExpression,
  isRegistered: z.boolean(),
  /** By the indicator that tells how far it has come; null where none does, or none has been stated. */
  lastYear: z.number().nullable(),
  planned: z.number().nullable(),
  half: z.number().nullable(),
  estimate: z.number().nullable(),
  registered: z.number().nullable(),
  allotted: z.number().nullable(),
})
export type YearTarget = z.infer<typeof YearTarget>

export const NeedPolicy = SupportPolicy.pick({
  id: true,
  name: true,
  basis: true,
  source: true,
}).extend({
  /** The money that there is; null while nobody has said. */
  budget: z.number().nullable(),
  thisYear: z.number(),
  needed: z.number(),
  allotted: z.number(),
  /** Of the money what is not allotted; negative where more was. Null without a budget. */
  rest: z.number().nullable(),
  /** Needed and not allotted. */
  open: z.number(),
  /** Allotted beyond what was asked for. */
  beyond: z.number(),
})
export type NeedPolicy = z.infer<typeof NeedPolicy>

export const NeedLine = z.object({
  policyId: Id,
  thisYear: z.number().nullable(),
  /** Null: only allotted, nothing was asked for. */
  amount: z.number().nullable(),
  note: z.string().nullable(),
  allotted: z.number().nullable(),
})
export type NeedLine = z.infer<typeof NeedLine>
export const NeedAgency = Named.extend({
  unit: UnitName.nullable(),
  isDepartment: z.boolean(),
  statedAt: Instant.nullable(),
  byWords: z.string().nullable(),
  lines: z.array(NeedLine),
})
export type NeedAgency = z.infer<typeof NeedAgency>

/** `GET /api/plans/:id/needs`, also as Excel. */
export const PlanNeeds = z.object({
  plan: PlanItem,
  year: z.int(),
  asOf: PlainDate,
  /** Whose numbers of targets these are. */
  unit: UnitName,
  units: z.array(UnitName),
  targets: z.array(YearTarget),
  policies: z.array(NeedPolicy),
  agencies: z.array(NeedAgency),
  /** Those who are asked and have said nothing; of a reader who sees only their own none. */
  silent: z.array(Named),
  isWhole: z.boolean(),
  /** For which agency the reader states needs. */
  own: Named.nullable(),
  choices: z.array(SupportPolicy),
  allowed: z.array(z.enum(['choose', 'state', 'allot', 'remind'])),
})
export type PlanNeeds = z.infer<typeof PlanNeeds>
export const PlanNeedsQuery = AsOf.extend({
  unit: Id.optional(),
  format: z.enum(['json', 'xlsx']).optional(),
})
export type PlanNeedsQuery = z.infer<typeof PlanNeedsQuery>

/** `POST /api/plans/:id/needs`: all that the agency needs; `seenAt`: of what was stated before. */
export const StateNeeds = z.object({
  agencyId: Id,
  seenAt: Instant.nullable(),
  lines: z
    .array(
      z.object({
        policyId: Id,
        thisYear: Money.nullable().default(null),
        amount: Money,
        note: Line,
      }),
    )
    .min(1)
    .max(100),
})
export type StateNeeds = z.infer<typeof StateNeeds>
/** `PUT /api/plans/:id/policies`. */
export const ChoosePolicies = z.object({ version: z.int(), policyIds: z.array(Id).max(100) })
export type ChoosePolicies = z.infer<typeof ChoosePolicies>
/** `PUT /api/plans/:id/funds`: what is new or different; null takes it back. */
export const AllotFunds = z.object({
  version: z.int(),
  items: z
    .array(z.object({ policyId: Id, agencyId: Id.nullable(), amount: Money.nullable() }))
    .max(5000),
})
export type AllotFunds = z.infer<typeof AllotFunds>

/** `POST /api/plans/:id/reminders`: who has not stated its needs is told, at most once a day. */
export const NeedsReminded = z.object({ reminded: z.int(), withoutAccount: z.int() })
export type NeedsReminded = z.infer<typeof NeedsReminded>
