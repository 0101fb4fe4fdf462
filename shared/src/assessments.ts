import * as z from 'zod'
import { Band, Criterion } from './criteria.ts'
import { Sector } from './entities.ts'
import { UnitName } from './units.ts'
import { Cursor, Id, Instant, Limit, Name, Named, pageOf, PlainDate, Words } from './values.ts'

/** Who scores: the cooperative, its supervisory board (which remarks), the commune, the province. */
export const AssessmentLevel = z.enum(['self', 'board', 'commune', 'province'])
export type AssessmentLevel = z.infer<typeof AssessmentLevel>

/** For whom it waits; `decided`: for nobody. */
export const AssessmentState = z.enum([...AssessmentLevel.options, 'decided'])
export type AssessmentState = z.infer<typeof AssessmentState>

const SetName = z.object({ id: Id, name: z.string(), edition: z.int() })

export const AssessmentRoundItem = z.object({
  id: Id,
  name: z.string(),
  year: z.int(),
  unit: UnitName,
  set: SetName,
  state: z.enum(['open', 'published']),
  selfUntilOn: PlainDate,
  communeUntilOn: PlainDate,
  untilOn: PlainDate,
  appealDays: z.int(),
  openedOn: PlainDate,
  publishedOn: PlainDate.nullable(),
  appealUntilOn: PlainDate.nullable(),
  /** Cooperatives in it that one sees, and of these decided. */
  count: z.int(),
  decided: z.int(),
  isDemo: z.boolean(),
  version: z.int(),
})
export type AssessmentRoundItem = z.infer<typeof AssessmentRoundItem>

export const AssessmentRoundList = z.object({
  items: z.array(AssessmentRoundItem),
  /** For which units one may open a round, and under which sets. */
  units: z.array(UnitName),
  sets: z.array(SetName),
})
export type AssessmentRoundList = z.infer<typeof AssessmentRoundList>

const Tally = z.object({
  count: z.int(),
  /** By state while it is not decided. */
  waiting: z.partialRecord(AssessmentLevel, z.int()),
  /** By the code of the band. */
  bands: z.record(z.string(), z.int()),
  notRated: z.int(),
  appeals: z.int(),
})
export type Tally = z.infer<typeof Tally>

export const RoundAction = z.enum(['publish', 'rescore'])
export type RoundAction = z.infer<typeof RoundAction>

/** A round with what came of it so far, by commune and by sector. */
export const AssessmentRound = AssessmentRoundItem.extend({
  bands: z.array(Band),
  total: Tally,
  byUnit: z.array(Tally.extend({ unit: UnitName })),
  bySector: z.array(Tally.extend({ sector: Sector.nullable() })),
  /** Issued sets that it may be set beside. */
  others: z.array(SetName),
  allowed: z.array(RoundAction),
})
export type AssessmentRound = z.infer<typeof AssessmentRound>

export const NewAssessmentRound = z.object({
  unitId: Id,
  setId: Id,
  year: z.int().min(2000).max(2100),
  name: Name,
  selfUntilOn: PlainDate,
  communeUntilOn: PlainDate,
  untilOn: PlainDate,
  appealDays: z.int().min(1).max(365),
})
export type NewAssessmentRound = z.infer<typeof NewAssessmentRound>

export const RoundCommand = z.object({ version: z.int() })
export const Rescore = RoundCommand.extend({ setId: Id })
export type Rescore = z.infer<typeof Rescore>

const Appeal = z.enum(['open', 'kept', 'changed'])

export const AssessmentItem = z.object({
  id: Id,
  roundId: Id,
  roundName: z.string(),
  year: z.int(),
  entity: z.object({ id: Id, name: z.string() }),
  unit: UnitName,
  sector: Sector.nullable(),
  state: AssessmentState,
  total: z.number().nullable(),
  band: z.string().nullable(),
  bandName: z.string().nullable(),
  notRated: z.string().nullable(),
  appeal: Appeal.nullable(),
  isDemo: z.boolean(),
  version: z.int(),
})
export type AssessmentItem = z.infer<typeof AssessmentItem>
export const AssessmentPage = pageOf(AssessmentItem)
export type AssessmentPage = z.infer<typeof AssessmentPage>

export const AssessmentQuery = z.object({
  round: Id.optional(),
  unit: Id.optional(),
  entity: Id.optional(),
  sector: Sector.optional(),
  state: AssessmentState.optional(),
  /** A band's code; `none`: not rated. */
  band: z.string().max(20).optional(),
  appeal: Appeal.optional(),
  cursor: Cursor.optional(),
  limit: Limit,
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type AssessmentQuery = z.infer<typeof AssessmentQuery>

/** Points of a criterion that somebody gives; why, where they differ from those before. */
export const Mark = z.object({
  key: z.string(),
  points: z.number().min(0).max(1000).nullable(),
  note: z.string().trim().max(1000).nullable().default(null),
})
export type Mark = z.infer<typeof Mark>

const File = z.object({ id: Id, name: z.string(), size: z.int() })
export const AssessmentStep = z.object({
  seq: z.int(),
  action: z.enum(['score', 'remark', 'not_rate', 'send_back', 'appeal', 'decide', 'rescore']),
  level: AssessmentLevel,
  total: z.number().nullable(),
  bandName: z.string().nullable(),
  text: z.string().nullable(),
  onDay: PlainDate,
  agency: Named.nullable(),
  byWords: z.string(),
  madeAt: Instant,
  files: z.array(File),
})
export type AssessmentStep = z.infer<typeof AssessmentStep>

/** A criterion with what the rules give and what each level gave last. */
export const AssessmentRow = Criterion.pick({
  key: true,
  above: true,
  name: true,
  max: true,
}).extend({
  isGroup: z.boolean(),
  computed: z.number().nullable(),
  why: z.string(),
  evidence: z.string().nullable(),
  marks: z.array(Mark.omit({ key: true }).extend({ level: AssessmentLevel })),
})
export type AssessmentRow = z.infer<typeof AssessmentRow>

export const AssessmentAction = z.enum([
  'score',
  'remark',
  'not_rate',
  'send_back',
  'appeal',
  'decide',
])
export type AssessmentAction = z.infer<typeof AssessmentAction>

export const Assessment = AssessmentItem.extend({
  round: AssessmentRoundItem.omit({ count: true, decided: true }),
  bands: z.array(Band),
  most: z.number(),
  rows: z.array(AssessmentRow),
  /** When one is not rated, or falls into a band: told by the rules, or for people to say. */
  exclusions: z.array(
    z.object({
      key: z.string(),
      words: z.string(),
      band: z.string().nullable(),
      outcome: z.enum(['met', 'unknown', 'by_hand']),
      why: z.string(),
    }),
  ),
  steps: z.array(AssessmentStep),
  /** What would lift it one band. */
  lift: z
    .object({
      bandName: z.string(),
      missing: z.number(),
      gains: z.array(z.object({ key: z.string(), gain: z.number(), vi: z.string() })),
    })
    .nullable(),
  /** At which level the acting person scores. */
  level: AssessmentLevel.nullable(),
  allowed: z.array(AssessmentAction),
})
export type Assessment = z.infer<typeof Assessment>

const Version = z.object({ version: z.int() })
const fileIds = z.array(Id).max(10).default([])
export const AssessmentDeed = z.discriminatedUnion('action', [
  Version.extend({
    action: z.literal('score'),
    marks: z.array(Mark).max(150),
    /** The key of an exclusion that people say holds: the band it falls into. */
    exclusion: z.string().nullable().default(null),
    text: Words.nullable().default(null),
    fileIds,
  }),
  Version.extend({ action: z.literal('remark'), text: Words, fileIds }),
  Version.extend({ action: z.literal('not_rate'), text: Words }),
  Version.extend({ action: z.literal('send_back'), text: Words }),
  Version.extend({ action: z.literal('appeal'), text: Words, fileIds }),
  /** Of an appeal: without marks the result stands. */
  Version.extend({
    action: z.literal('decide'),
    marks: z.array(Mark).max(150).nullable().default(null),
    text: Words,
  }),
])
export type AssessmentDeed = z.infer<typeof AssessmentDeed>

/** What one cooperative has under a set: certain points, what may still come, the band if it is settled. */
const UnderSet = z.object({
  total: z.number(),
  highest: z.number(),
  band: z.string().nullable(),
  bandName: z.string().nullable(),
  isWhole: z.boolean(),
})
export type UnderSet = z.infer<typeof UnderSet>

/** The same year under two sets; of a re-scoring beforehand. */
export const AssessmentComparison = z.object({
  left: SetName,
  right: SetName,
  /** Cooperatives, and of these with another band. */
  count: z.int(),
  changed: z.int(),
  rows: z.array(
    z.object({
      id: Id,
      entity: z.object({ id: Id, name: z.string() }),
      left: UnderSet,
      right: UnderSet,
    }),
  ),
})
export type AssessmentComparison = z.infer<typeof AssessmentComparison>
