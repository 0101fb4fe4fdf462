import * as z from 'zod'
import { Period, PeriodCode } from './periods.ts'
import { Bound } from './target-expression.ts'
import { UnitName } from './units.ts'
import { AsOf, Id, Instant, PlainDate } from './values.ts'

/** On which boundaries a figure is read: those of the period's last day, or those of today. */
export const Boundaries = z.enum(['then', 'today'])
export type Boundaries = z.infer<typeof Boundaries>

/** A unit's figure of a period, stated or added up. Missing is not zero: there is no sum then. */
export const Sum = z.object({
  unitId: Id,
  indicatorId: Id,
  periodId: z.int(),
  breakdownId: z.int(),
  /** Of a mean or a ratio the quotient. Null where units said that there is no number. */
  value: z.number().nullable(),
  /** What was added up: of a mean or a ratio the numerator. */
  total: z.number().nullable(),
  /** The denominator; of a sum, of how many cooperatives it was stated, where that is known. */
  weight: z.number().nullable(),
  /** Units whose statements are awaited, that are in it, and that are not. */
  expected: z.int(),
  reported: z.int(),
  missing: z.int(),
  /** A part was reckoned by a share that an act of merging states. */
  isEstimate: z.boolean(),
  /** A statement straddles the boundary and nobody says how much of it belongs here. */
  isIncomplete: z.boolean(),
  /** Counted in the register just now: nobody has stated it. */
  isCounted: z.boolean(),
  /** Of the nation: provinces that are not in it, for nobody has added them up yet. */
  waiting: z.array(Id),
  /** Up to when what was stated is in it. */
  asOf: Instant,
})
export type Sum = z.infer<typeof Sum>

const many = z
  .preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(z.string().trim().min(1).max(40)).max(80),
  )
  .optional()

/** A table of figures: an area and what lies directly below it, by indicators. */
export const FigureTableQuery = AsOf.extend({
  /** The area; else that of the person who asks. */
  unit: Id.optional(),
  /** Else the last one that has figures. */
  period: PeriodCode.optional(),
  /** Codes, separated by commas; else the usual ones. */
  codes: many,
  boundaries: Boundaries.default('today'),
  format: z.enum(['json', 'xlsx', 'csv']).default('json'),
})
export type FigureTableQuery = z.infer<typeof FigureTableQuery>

/** What an issued plan aims at for the year of a period. */
export const PlannedValue = z.object({
  targetId: Id,
  bound: Bound,
  /** The last year of the plan. */
  untilYear: z.int(),
  /** Handed down by the plan of a unit above. */
  isAllotted: z.boolean(),
  /** The indicator is reckoned as the target is: a share has the same whole. */
  isSame: z.boolean(),
  /** In per cent of what is aimed at; of a limit, of another whole, and without a value, none. */
  done: z.number().nullable(),
})
export type PlannedValue = z.infer<typeof PlannedValue>

/** In per cent of what is aimed at. A limit is not fulfilled by degrees. */
export function doneOf(bound: Bound, value: number | null): number | null {
  return value === null || bound.op === 'at_most' || bound.value <= 0
    ? null
    : (value / bound.value) * 100
}

/** One number with what it is compared to; the number of a registry indicator may be counted now. */
export const FigureCellOfTable = z.object({
  indicatorId: Id,
  value: z.number().nullable(),
  weight: z.number().nullable(),
  estimate: z.number().nullable(),
  previous: z.number().nullable(),
  same: z.number().nullable(),
  plan: PlannedValue.nullable(),
  reported: z.int(),
  missing: z.int(),
  isEstimate: z.boolean(),
  isIncomplete: z.boolean(),
  /** Counted in the register just now: nobody has stated it. */
  isCounted: z.boolean(),
})
export type FigureCellOfTable = z.infer<typeof FigureCellOfTable>

export const FigureColumn = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  measure: z.string(),
  decimals: z.int(),
  isFormula: z.boolean(),
})
export type FigureColumn = z.infer<typeof FigureColumn>

export const FigureTableRow = z.object({
  unit: UnitName,
  expected: z.int(),
  cells: z.array(FigureCellOfTable),
})
export type FigureTableRow = z.infer<typeof FigureTableRow>

/** A figure that somebody else has published, as its source prints it. */
export const PublishedFigure = z.object({
  id: Id,
  place: z.string(),
  indicatorId: Id,
  code: z.string(),
  period: z.string(),
  value: z.number(),
  words: z.string(),
  agency: z.string(),
  source: z.string(),
  note: z.string(),
  version: z.int(),
})
export type PublishedFigure = z.infer<typeof PublishedFigure>
export const PublishedEntry = z.object({
  place: z.string().trim().max(200).default(''),
  code: z.string().trim().min(1).max(40),
  period: PeriodCode,
  value: z.number().min(-1e15).max(1e15),
  words: z.string().trim().max(200).default(''),
  agency: z.string().trim().min(1).max(200),
  source: z.string().trim().min(1).max(500),
  note: z.string().trim().max(1000).default(''),
})
export type PublishedEntry = z.infer<typeof PublishedEntry>
export const PublishedChange = PublishedEntry.extend({ version: z.int() })
export type PublishedChange = z.infer<typeof PublishedChange>
export const PublishedList = z.object({ items: z.array(PublishedFigure), mayChange: z.boolean() })

export const FigureTable = z.object({
  area: UnitName,
  /** What the area lies in, from the top: for going up. */
  above: z.array(UnitName),
  period: Period,
  boundaries: Boundaries,
  /** Periods that somebody has stated something for, the last first. */
  periods: z.array(z.string()),
  columns: z.array(FigureColumn),
  total: FigureTableRow,
  rows: z.array(FigureTableRow),
  /** Of the awaited units, who has stated nothing for the period. */
  missing: z.array(UnitName),
  /** Of the nation: provinces that are not in its sums yet. */
  waiting: z.array(UnitName),
  expected: z.int(),
  published: z.array(PublishedFigure),
  asOf: Instant.nullable(),
  isDemo: z.boolean(),
})
export type FigureTable = z.infer<typeof FigureTable>

export const TrendQuery = AsOf.extend({
  unit: Id,
  code: z.string().max(40),
  period: PeriodCode,
  boundaries: Boundaries.default('today'),
})
export type TrendQuery = z.infer<typeof TrendQuery>
/** Values of the last periods of a kind, the oldest first; null where nobody has stated any. */
export const Trend = z.object({
  points: z.array(z.object({ period: z.string(), value: z.number().nullable(), missing: z.int() })),
})
export type Trend = z.infer<typeof Trend>

export const ExplainQuery = AsOf.extend({
  unit: Id,
  code: z.string().max(40),
  period: PeriodCode,
  breakdown: z.coerce.number().int().min(0).default(0),
  boundaries: Boundaries.default('today'),
  /** What this one stated, instead of the unit's. */
  entity: Id.optional(),
})
export type ExplainQuery = z.infer<typeof ExplainQuery>

/** Where a stated value comes from and what became of it. */
export const FigureOrigin = z.object({
  value: z.number().nullable(),
  weight: z.number().nullable(),
  seq: z.int(),
  state: z.enum(['stated', 'checked', 'published']),
  statedAt: Instant,
  statedBy: z.string().nullable(),
  /** Named parts of the source: return, who approved, who accepted, paper, way, reason. */
  source: z.object({
    from: z.string().nullable(),
    note: z.string().nullable(),
    returnId: Id.nullable(),
    approvedBy: z.string().nullable(),
    approvedAt: z.string().nullable(),
    acceptedBy: z.string().nullable(),
    acceptedAt: z.string().nullable(),
    paper: z.string().nullable(),
    reason: z.string().nullable(),
    documentId: Id.nullable(),
  }),
  isDemo: z.boolean(),
})
export type FigureOrigin = z.infer<typeof FigureOrigin>

const Line = z.object({
  value: z.number().nullable(),
  weight: z.number().nullable(),
  /** Of a statement that belongs here only in part; null where nobody says how much. */
  share: z.number().nullable(),
  isCorrected: z.boolean(),
})
/** One level below a figure: what it is computed of, who stated it, or the cell itself. */
export const Explanation = z.object({
  unit: UnitName,
  period: Period,
  boundaries: Boundaries,
  indicator: FigureColumn.extend({ definition: z.string(), formula: z.string().nullable() }),
  breakdownId: z.int(),
  breakdown: z.record(z.string(), z.string()),
  sum: Sum.nullable(),
  way: z.enum(['formula', 'units', 'entities', 'cell', 'registry', 'none']),
  /** Of a formula: its parts with their values, each to be explained in turn. */
  parts: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      measure: z.string(),
      breakdownId: z.int(),
      breakdown: z.record(z.string(), z.string()),
      isCount: z.boolean(),
      value: z.number().nullable(),
    }),
  ),
  units: z.array(
    Line.extend({ unit: UnitName, isOwn: z.boolean(), missing: z.int(), canOpen: z.boolean() }),
  ),
  entities: z.array(
    Line.extend({ entityId: Id, name: z.string(), origin: FigureOrigin.nullable() }),
  ),
  /** Versions of the cell, the one that holds first. */
  versions: z.array(FigureOrigin),
  /** What the levels give in all equals the figure. */
  isEven: z.boolean().nullable(),
  /** The day of which the register was counted. */
  countedOn: PlainDate.nullable(),
})
export type Explanation = z.infer<typeof Explanation>
