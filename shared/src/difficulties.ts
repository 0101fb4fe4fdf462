import * as z from 'zod'
import { TaskStatus } from './task-deeds.ts'
import { UnitName } from './units.ts'
import { Cursor, Id, Instant, Limit, Name, Named, pageOf, PlainDate, Words } from './values.ts'

/** Which authorities have it: the commune, a department of the province, the province's leaders. */
export const DifficultyLevel = z.enum(['commune', 'department', 'province'])
export type DifficultyLevel = z.infer<typeof DifficultyLevel>

/** Chưa trả lời, đã trả lời, người kiến nghị xác nhận đã giải quyết. */
export const DifficultyState = z.enum(['waiting', 'answered', 'solved'])
export type DifficultyState = z.infer<typeof DifficultyState>

/** How it came: from the cooperative itself, at a meeting, in a return, otherwise. */
export const DifficultyWay = z.enum(['own', 'meeting', 'return', 'other'])
export type DifficultyWay = z.infer<typeof DifficultyWay>

export const DifficultyAction = z.enum(['transfer', 'answer', 'rate'])
export type DifficultyAction = z.infer<typeof DifficultyAction>

const Topic = z.object({ id: Id, name: z.string(), english: z.string() })

export const DifficultyItem = z.object({
  id: Id,
  topic: Topic,
  text: z.string(),
  unit: UnitName,
  entity: z.object({ id: Id, name: z.string() }).nullable(),
  way: DifficultyWay,
  /** The meeting at which it was raised. */
  meetingId: Id.nullable(),
  raisedOn: PlainDate,
  raisedBy: Named,
  level: DifficultyLevel,
  handler: Named,
  answerDueOn: PlainDate,
  /** Since when it lies with a superior because nobody answered. */
  risenOn: PlainDate.nullable(),
  state: DifficultyState,
  answeredOn: PlainDate.nullable(),
  isOverdue: z.boolean(),
  isDemo: z.boolean(),
  version: z.int(),
})
export type DifficultyItem = z.infer<typeof DifficultyItem>
export const DifficultyPage = pageOf(DifficultyItem)
export type DifficultyPage = z.infer<typeof DifficultyPage>

const File = z.object({ id: Id, name: z.string(), size: z.int() })

/** One line of the trail; `agency`: to whom it went, or who answered. */
export const DifficultyEvent = z.object({
  seq: z.int(),
  action: z.enum(['raise', 'transfer', 'answer', 'rate', 'rise', 'discuss', 'assign']),
  onDay: PlainDate,
  text: z.string().nullable(),
  paper: z.string().nullable(),
  agency: Named.nullable(),
  /** Of a rating. */
  isSolved: z.boolean().nullable(),
  byWords: z.string(),
  madeAt: Instant,
  files: z.array(File),
})
export type DifficultyEvent = z.infer<typeof DifficultyEvent>

/** What was made of it: an item of a meeting's agenda, or a task; no title for who may not read that. */
export const DifficultyUse = z.object({
  meetingId: Id.nullable(),
  taskId: Id.nullable(),
  title: z.string().nullable(),
  /** Of a task. */
  status: TaskStatus.nullable(),
  putOn: PlainDate,
})
export type DifficultyUse = z.infer<typeof DifficultyUse>

export const Difficulty = DifficultyItem.extend({
  transferUntilOn: PlainDate,
  uses: z.array(DifficultyUse),
  /** Whether the person may put it on an agenda or make it a task. */
  mayPut: z.boolean(),
  events: z.array(DifficultyEvent),
  /** What the signed-in person may do now: the web shows exactly these buttons. */
  allowed: z.array(DifficultyAction),
  /** To whom the one who has it may pass it on. */
  agencies: z.array(Named),
})
export type Difficulty = z.infer<typeof Difficulty>

/** A cooperative leaves out where and whose: it speaks for itself. */
export const NewDifficulty = z.object({
  topicId: Id,
  text: Words,
  unitId: Id.nullable().default(null),
  entityId: Id.nullable().default(null),
  way: DifficultyWay.default('own'),
  raisedOn: PlainDate.nullable().default(null),
  /** Where it was raised: it comes with `way` meeting or return. */
  meetingId: Id.nullable().default(null),
  returnId: Id.nullable().default(null),
  fileIds: z.array(Id).max(10).default([]),
})
export type NewDifficulty = z.infer<typeof NewDifficulty>

const Version = z.object({ version: z.int() })
export const DifficultyDeed = z.discriminatedUnion('action', [
  Version.extend({ action: z.literal('transfer'), agencyId: Id, reason: Words }),
  Version.extend({
    action: z.literal('answer'),
    text: Words,
    /** Number and day of the paper: "125/UBND-KT ngày 05/3/2026". */
    paper: Name.nullable().default(null),
    fileIds: z.array(Id).max(10).default([]),
    /** Similar ones that the same words answer. */
    also: z
      .array(z.object({ id: Id, version: z.int() }))
      .max(100)
      .default([]),
  }),
  Version.extend({
    action: z.literal('rate'),
    isSolved: z.boolean(),
    text: Words.nullable().default(null),
  }),
])
export type DifficultyDeed = z.infer<typeof DifficultyDeed>

const Filters = z.object({
  q: z.string().trim().max(200).optional(),
  topic: Id.optional(),
  unit: Id.optional(),
  state: DifficultyState.optional(),
  overdue: z.stringbool().optional(),
  /** What lies with the acting person's own agencies. */
  mine: z.stringbool().optional(),
  /** Raised at this meeting, or on its agenda. */
  meeting: Id.optional(),
})
export const DifficultyQuery = Filters.extend({
  cursor: Cursor.optional(),
  limit: Limit,
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type DifficultyQuery = z.infer<typeof DifficultyQuery>

/** What the form and the filters offer: topics; places, for one who speaks for others. */
export const DifficultyChoices = z.object({
  topics: z.array(Topic),
  units: z.array(UnitName),
  mayRaise: z.boolean(),
  isCooperative: z.boolean(),
})
export type DifficultyChoices = z.infer<typeof DifficultyChoices>

/** Communes by topics; a cell that is missing counts nothing. */
export const DifficultyBoard = z.object({
  asOf: PlainDate,
  topics: z.array(Topic),
  rows: z.array(
    z.object({
      unit: UnitName,
      cells: z.array(
        z.object({ topicId: Id, raised: z.int(), waiting: z.int(), overdue: z.int() }),
      ),
    }),
  ),
})
export type DifficultyBoard = z.infer<typeof DifficultyBoard>

/** Who takes a topic up first; an ended one is no longer offered. */
export const DifficultyTopic = Topic.extend({
  firstLevel: z.enum(['commune', 'department']),
  isEnded: z.boolean(),
  version: z.int(),
})
export type DifficultyTopic = z.infer<typeof DifficultyTopic>

/** Working days of a level to answer, and to pass on. */
export const DifficultyTerm = z.object({
  level: DifficultyLevel,
  answerDays: z.int().min(1).max(200),
  transferDays: z.int().min(1).max(200),
})
export type DifficultyTerm = z.infer<typeof DifficultyTerm>

/** Which agency has a topic, or all that have no rule of their own, at a level in a unit and below. */
export const DifficultyRule = z.object({
  unit: UnitName,
  topic: Topic.nullable(),
  level: DifficultyLevel,
  agency: Named,
})
export type DifficultyRule = z.infer<typeof DifficultyRule>

export const DifficultySettings = z.object({
  topics: z.array(DifficultyTopic),
  terms: z.array(DifficultyTerm),
  rules: z.array(DifficultyRule),
  /** Units that rules may be made for. */
  units: z.array(UnitName),
  maySetLists: z.boolean(),
  maySetRules: z.boolean(),
})
export type DifficultySettings = z.infer<typeof DifficultySettings>

/** `version` is null for a new one. */
export const DifficultyTopicChange = z.object({
  name: Name,
  english: Name,
  firstLevel: z.enum(['commune', 'department']),
  isEnded: z.boolean().default(false),
  version: z.int().nullable(),
})
export type DifficultyTopicChange = z.infer<typeof DifficultyTopicChange>
export const DifficultyTermChange = DifficultyTerm.omit({ level: true })
export type DifficultyTermChange = z.infer<typeof DifficultyTermChange>
/** No agency takes the rule back. */
export const DifficultyRuleChange = z.object({
  unitId: Id,
  topicId: Id.nullable(),
  level: DifficultyLevel,
  agencyId: Id.nullable(),
})
export type DifficultyRuleChange = z.infer<typeof DifficultyRuleChange>
