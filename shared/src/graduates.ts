import * as z from 'zod'
import { Dong } from './loans.ts'
import { UnitName } from './units.ts'
import { Cursor, Id, Limit, Name, Named, pageOf, PlainDate, Words } from './values.ts'

const SomeDong = Dong.min(1)
const Ref = z.object({ id: Id, name: z.string() })

/** Vùng I–IV of the minimum wage. */
export const WageRegion = z.int().min(1).max(4)

/** The minimum wage of a region from a day on, as the province keeps it with its paper. */
export const WageFloor = z.object({
  id: Id,
  region: WageRegion,
  fromOn: PlainDate,
  monthly: SomeDong,
  legalBasis: Words,
})
export type WageFloor = z.infer<typeof WageFloor>

/** Ở lại HTX sau khi hết hỗ trợ; thôi việc. */
export const GraduateOutcome = z.enum(['working', 'stayed', 'left'])
export type GraduateOutcome = z.infer<typeof GraduateOutcome>
export const GraduateAction = z.enum(['pay', 'extend', 'end'])
export type GraduateAction = z.infer<typeof GraduateAction>

export const Graduate = z.object({
  id: Id,
  agency: Named,
  entity: Ref,
  unit: UnitName,
  programme: z.string().nullable(),
  name: z.string(),
  post: z.string(),
  training: z.string(),
  fromOn: PlainDate,
  untilOn: PlainDate,
  /** Of the contract, in whole months begun. */
  months: z.int(),
  region: WageRegion,
  monthly: Dong,
  /** The minimum wage it was compared with; null where none was kept for the region and day. */
  wage: Dong.nullable(),
  paidMonths: z.int(),
  paid: Dong,
  outcome: GraduateOutcome,
  outcomeOn: PlainDate.nullable(),
  /** Working still, though the term is over: what became of them is to be said. */
  isOver: z.boolean(),
  isDemo: z.boolean(),
  version: z.int(),
})
export type Graduate = z.infer<typeof Graduate>

const Sums = z.object({
  people: z.int(),
  entities: z.int(),
  working: z.int(),
  stayed: z.int(),
  left: z.int(),
  paid: Dong,
})

export const GraduatePage = pageOf(Graduate).extend({
  sums: Sums,
  floors: z.array(WageFloor.extend({ isDemo: z.boolean(), mayTakeOut: z.boolean() })),
  mayKeep: z.boolean(),
})
export type GraduatePage = z.infer<typeof GraduatePage>

export const GraduateStep = z.object({
  seq: z.int(),
  action: z.enum(['start', ...GraduateAction.options]),
  onDay: PlainDate,
  month: PlainDate.nullable(),
  amount: Dong.nullable(),
  untilOn: PlainDate.nullable(),
  paper: z.string().nullable(),
  text: z.string().nullable(),
  byWords: z.string(),
})
export type GraduateStep = z.infer<typeof GraduateStep>

export const GraduateWhole = Graduate.extend({
  birthYear: z.int().nullable(),
  decision: z.string(),
  outcomeNote: z.string().nullable(),
  steps: z.array(GraduateStep),
  /** The first month of the term that is not paid. */
  nextMonth: PlainDate.nullable(),
  allowed: z.array(GraduateAction),
})
export type GraduateWhole = z.infer<typeof GraduateWhole>

/** Made with an id of the sender, so that a second sending is the same. */
export const NewGraduate = z.object({
  id: Id,
  entityId: Id,
  programmeId: Id.nullable(),
  name: Name,
  birthYear: z.int().min(1900).max(2100).nullable(),
  training: z.string().trim().max(300),
  post: Name,
  decision: Name,
  fromOn: PlainDate,
  untilOn: PlainDate,
  region: WageRegion,
  monthly: SomeDong,
})
export type NewGraduate = z.infer<typeof NewGraduate>

const Deed = z.object({ id: Id, version: z.int() })
export const GraduateDeed = z.discriminatedUnion('action', [
  Deed.extend({
    action: z.literal('pay'),
    /** Its first day. */
    month: PlainDate,
    amount: SomeDong,
    on: PlainDate,
    paper: Name.nullable().default(null),
  }),
  Deed.extend({ action: z.literal('extend'), untilOn: PlainDate, paper: Name, on: PlainDate }),
  Deed.extend({
    action: z.literal('end'),
    outcome: z.enum(['stayed', 'left']),
    on: PlainDate,
    text: Words.nullable().default(null),
  }),
])
export type GraduateDeed = z.infer<typeof GraduateDeed>

export const GraduateQuery = z.object({
  outcome: GraduateOutcome.optional(),
  entity: Id.optional(),
  cursor: Cursor.optional(),
  limit: Limit,
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type GraduateQuery = z.infer<typeof GraduateQuery>
