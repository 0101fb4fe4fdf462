import * as z from 'zod'
import { EntityKind, Sector } from './entities.ts'
import { Expression, Measure, Rule } from './rules.ts'
import { UnitName } from './units.ts'
import { Id, Name, PlainDate } from './values.ts'

const Points = z.number().min(0).max(1000)
const Text = z.string().trim().max(2000)

/** How a criterion gives its points. */
export const ScoringRule = z.discriminatedUnion('by', [
  /** By people, with evidence. */
  z.object({ by: z.literal('hand'), evidence: Text.nullable().default(null) }),
  /** The expression is the points, from none to the most. */
  z.object({ by: z.literal('formula'), value: Expression }),
  /** The highest step that the value reaches; while there is no step, people score. */
  z.object({
    by: z.literal('steps'),
    value: Expression,
    steps: z.array(z.object({ from: z.number(), points: Points })).max(20),
  }),
  /** All points where the rule holds, else none. */
  z.object({ by: z.literal('rule'), rule: Rule }),
])
export type ScoringRule = z.infer<typeof ScoringRule>

/** A criterion, or a group of criteria: one that others name as above has no rule of its own. */
export const Criterion = z.object({
  key: z
    .string()
    .trim()
    .regex(/^[\p{L}\d.]{1,12}$/u),
  above: z.string().nullable(),
  name: Name,
  /** The most points; null while nobody has filled it in. */
  max: Points.nullable(),
  rule: ScoringRule.nullable(),
})
export type Criterion = z.infer<typeof Criterion>

/** Xếp loại: from so many points. */
export const Band = z.object({
  code: z.string().regex(/^[a-z][a-z0-9_]{0,19}$/),
  name: Name,
  from: z.number().min(0),
  /** Counts as "khá trở lên". */
  isFair: z.boolean(),
  /** Counts as "hoạt động hiệu quả"; null while nobody has said so. */
  isEffective: z.boolean().nullable(),
})
export type Band = z.infer<typeof Band>

/** When one is not rated, or falls into a band whatever its points. */
export const Exclusion = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,19}$/),
  words: Name,
  /** None: people say so. */
  rule: Rule.nullable(),
  /** The band it falls into; none: not rated. */
  band: z.string().nullable(),
})
export type Exclusion = z.infer<typeof Exclusion>

const Content = z.object({
  name: Name,
  basis: Text,
  note: Text.nullable(),
  fromYear: z.int().min(2000).max(2100),
  untilYear: z.int().min(2000).max(2100).nullable(),
  kinds: z.array(EntityKind).min(1),
  /** None: all. */
  sectors: z.array(Sector),
  criteria: z.array(Criterion).max(150),
  bands: z.array(Band).max(10),
  exclusions: z.array(Exclusion).max(20),
})
export type CriteriaContent = z.infer<typeof Content>

export const CriteriaSetItem = z.object({
  id: Id,
  seriesId: Id,
  edition: z.int(),
  name: z.string(),
  basis: z.string(),
  fromYear: z.int(),
  untilYear: z.int().nullable(),
  /** None: it comes with the program, and is copied. */
  unit: UnitName.nullable(),
  state: z.enum(['draft', 'issued']),
  issuedOn: PlainDate.nullable(),
  /** Rounds under it, as far as one sees them. */
  rounds: z.int(),
  isDemo: z.boolean(),
  version: z.int(),
})
export type CriteriaSetItem = z.infer<typeof CriteriaSetItem>
export const CriteriaSetList = z.object({
  items: z.array(CriteriaSetItem),
  /** For which units one may keep sets. */
  units: z.array(UnitName),
})
export type CriteriaSetList = z.infer<typeof CriteriaSetList>

const Finding = z.object({ vi: z.string(), en: z.string() })
export const CriteriaAction = z.enum(['edit', 'issue', 'copy'])
export type CriteriaAction = z.infer<typeof CriteriaAction>

export const CriteriaSet = CriteriaSetItem.extend({
  ...Content.shape,
  /** The sum of what the criteria give at most. */
  most: z.number(),
  /** Keys of criteria whose points or steps are not filled in. */
  open: z.array(z.string()),
  /** Why it cannot be issued yet. */
  problems: z.array(Finding),
  allowed: z.array(CriteriaAction),
})
export type CriteriaSet = z.infer<typeof CriteriaSet>

export const CriteriaWrite = Content.extend({ version: z.int() })
export type CriteriaWrite = z.infer<typeof CriteriaWrite>

/** `isEdition`: the next edition of the same set, as for a new year; else a set of its own. */
export const CriteriaCopy = z.object({
  copyOf: Id,
  unitId: Id,
  name: Name,
  fromYear: z.int().min(2000).max(2100),
  isEdition: z.boolean(),
})
export type CriteriaCopy = z.infer<typeof CriteriaCopy>

export const CriteriaIssue = z.object({ version: z.int() })

export const MeasureList = z.object({ items: z.array(Measure) })
