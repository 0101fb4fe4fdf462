import * as z from 'zod'
import { WorkKind } from './entity-years.ts'
import { Boundaries } from './figures.ts'
import { Counted, PlanAction, PlanKind, PlanState, TargetAction } from './plan-forms.ts'
import { TargetExpression } from './target-expression.ts'
import { TaskStatus } from './task-deeds.ts'
import { UnitName } from './units.ts'
import { AsOf, Cursor, Id, Limit, Named, pageOf, PlainDate } from './values.ts'

export * from './plan-forms.ts'
export * from './target-expression.ts'

/** green: fulfilled; grey: on its way, or no figure yet; amber: small gap, open reading; red: will be missed. */
export const Light = z.enum(['green', 'grey', 'amber', 'red'])
export type Light = z.infer<typeof Light>
export const Verdict = z.object({
  light: Light,
  kind: z.enum([
    'met',
    'on_track',
    'short',
    'two_readings',
    'no_figure',
    'hidden',
    'missed',
    'over_limit',
  ]),
  /** In the measure; of a share in percentage points. */
  missing: z.number(),
})
export type Verdict = z.infer<typeof Verdict>

/** A value on a day. */
export const Point = z.object({ on: PlainDate, value: z.number() })
export type Point = z.infer<typeof Point>

export const Forecast = z.object({
  /** At the end of the period; null where nothing is known. */
  value: z.number().nullable(),
  by: z.enum(['committed', 'trend', 'held', 'nothing']),
  now: z.number().nullable(),
  /** What units still have to bring of what they registered. */
  committed: z.number(),
  /** A year, so far; null where too little is known. */
  pace: z.number().nullable(),
  /** A year, from now to the end, to fulfil it. */
  paceNeeded: z.number().nullable(),
  missing: z.number(),
  /** Until when more has to be taken on, for it takes its time to come about. */
  actBy: PlainDate.nullable(),
  points: z.array(Point),
})
export type Forecast = z.infer<typeof Forecast>

/** A share under one of its readings; of a number without a whole. */
export const TargetReading = z.object({
  label: z.string().nullable(),
  value: z.number().nullable(),
  part: z.number().nullable(),
  whole: z.number().nullable(),
})
export type TargetReading = z.infer<typeof TargetReading>

export const TargetCell = z.object({
  unitId: Id,
  done: z.number().nullable(),
  /** Of a share: of how many. */
  whole: z.number().nullable(),
  /** Null: the unit has not said yet. */
  registered: z.number().nullable(),
  allotted: z.number().nullable(),
})
export type TargetCell = z.infer<typeof TargetCell>

export const TargetRow = z.object({
  id: Id,
  planId: Id,
  parentId: Id.nullable(),
  position: z.int(),
  words: z.string(),
  measure: z.string(),
  expression: TargetExpression,
  counted: Counted,
  whole: z.int().nullable(),
  wholeNote: z.string().nullable(),
  isRegistered: z.boolean(),
  lead: Named.nullable(),
  adjusted: z.string().nullable(),
  version: z.int(),
  isDemo: z.boolean(),
  /** The one that is fixed; while none is, all, and the first is reckoned with. */
  readings: z.array(TargetReading),
  /** The day that the figures go to: of the register the day asked for, of figures their period's last. */
  figuresOn: PlainDate.nullable(),
  estimate: z.object({ on: PlainDate, value: z.number() }).nullable(),
  registered: z.number().nullable(),
  allotted: z.number().nullable(),
  /** Aimed at and not handed down; negative where more was. Null where nothing was handed down. */
  unallotted: z.number().nullable(),
  forecast: Forecast,
  verdict: Verdict,
  cells: z.array(TargetCell),
  tasks: z.int(),
})
export type TargetRow = z.infer<typeof TargetRow>

const Paper = z.object({ id: Id, label: z.string() })
export const PlanItem = z.object({
  id: Id,
  title: z.string(),
  kind: PlanKind,
  state: PlanState,
  fromOn: PlainDate,
  untilOn: PlainDate,
  unit: UnitName,
  body: Named,
  number: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  registerBy: PlainDate.nullable(),
  /** A gap of at most so much of what is aimed at is amber, more is red. */
  nearPercent: z.int(),
  targets: z.int(),
  version: z.int(),
  isDemo: z.boolean(),
})
export type PlanItem = z.infer<typeof PlanItem>
export const PlanQuery = AsOf.extend({
  kind: PlanKind.optional(),
  unit: Id.optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type PlanQuery = z.infer<typeof PlanQuery>
export const PlanPage = pageOf(PlanItem).extend({
  /** In whose name the signed-in person may draw one up, and for which unit. */
  bodies: z.array(Named.extend({ unit: UnitName, nearPercent: z.int() })),
})
export type PlanPage = z.infer<typeof PlanPage>

/** What communes set out to do in the year of the register's worklist. */
export const PlannedWork = z.object({
  kind: WorkKind,
  planned: z.int(),
  done: z.int(),
  cells: z.array(z.object({ unitId: Id, planned: z.int(), done: z.int() })),
})
export type PlannedWork = z.infer<typeof PlannedWork>

export const Plan = PlanItem.extend({
  note: z.string().nullable(),
  bases: z.string().nullable(),
  paper: Paper.nullable(),
  /** What the paper rests on, the first cause first. */
  chain: z.array(Paper),
  parent: z.object({ id: Id, title: z.string() }).nullable(),
  /** The day up to which everything is told. */
  asOf: PlainDate,
  units: z.array(UnitName),
  rows: z.array(TargetRow),
  worksYear: z.int(),
  works: z.array(PlannedWork),
  /** Units whose numbers the signed-in person registers. */
  ownUnits: z.array(Id),
  allowed: z.array(PlanAction),
  /** What may be done to every target of the plan. */
  allowedTargets: z.array(TargetAction),
})
export type Plan = z.infer<typeof Plan>

/** A cooperative behind a number. */
export const TargetEntity = z.object({
  id: Id,
  name: z.string(),
  unit: UnitName,
  on: PlainDate.nullable(),
  /** Of a share: whether it counts to the part. */
  counts: z.boolean(),
})
export const RegisteredUnit = z.object({
  id: Id,
  unit: UnitName,
  onDay: PlainDate,
  amount: z.number(),
  note: z.string().nullable(),
  byWords: z.string(),
  subjects: z.array(
    z.object({
      name: z.string(),
      entityId: Id.nullable(),
      expectedOn: PlainDate.nullable(),
      isDone: z.boolean(),
    }),
  ),
})
export type RegisteredUnit = z.infer<typeof RegisteredUnit>
export const TargetTask = z.object({
  id: Id,
  code: z.string(),
  title: z.string(),
  kind: z.enum(['explanation', 'action']),
  status: TaskStatus.nullable(),
  dueOn: PlainDate.nullable(),
  lead: Named.nullable(),
})

/** What a target read until it was adjusted. */
export const TargetWording = z.object({
  id: Id,
  words: z.string(),
  measure: z.string(),
  expression: TargetExpression,
  changedOn: PlainDate,
  byWords: z.string(),
  paper: z.string(),
  reason: z.string().nullable(),
})
export type TargetWording = z.infer<typeof TargetWording>

export const Target = z.object({
  target: TargetRow,
  plan: PlanItem,
  asOf: PlainDate,
  quote: z.string().nullable(),
  paper: Paper.nullable(),
  points: z.array(Point),
  /** Before it was adjusted, the last first. */
  wordings: z.array(TargetWording),
  /** Figures that it is measured by, with the period of which they are: from there on they explain themselves. */
  sources: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      nameEn: z.string().nullable(),
      period: z.string(),
      unitId: Id,
      boundaries: Boundaries,
    }),
  ),
  entities: z.array(TargetEntity),
  registrations: z.array(RegisteredUnit),
  /** Units that have not said what they take on. */
  silent: z.array(UnitName),
  allotments: z.array(
    z.object({ unit: UnitName, amount: z.number(), note: z.string().nullable() }),
  ),
  tasks: z.array(TargetTask),
  ownUnits: z.array(Id),
  allowed: z.array(TargetAction),
  /** Whom an explanation can be asked of: the one in charge, and communes' committees. */
  agencies: z.array(Named.extend({ unitId: Id })),
})
export type Target = z.infer<typeof Target>

/** For the page of the one who heads the plan: the targets, without units. */
export const TargetSummary = z.object({
  asOf: PlainDate,
  plan: PlanItem.nullable(),
  rows: z.array(TargetRow.omit({ cells: true })),
})
export type TargetSummary = z.infer<typeof TargetSummary>

/** A target that the words of the plan's paper may mean. */
export const TargetProposal = z.object({
  words: z.string(),
  quote: z.string(),
  measure: z.string(),
  expression: TargetExpression,
})
export const TargetProposals = z.object({ items: z.array(TargetProposal) })
export type TargetProposals = z.infer<typeof TargetProposals>
