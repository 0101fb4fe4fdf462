import * as z from 'zod'
import { UnitName } from './units.ts'
import { AsOf, Cursor, Id, Limit, Name, Named, pageOf, PlainDate } from './values.ts'

/**
 * A commune's committee on a day: current; out of date; missing where the province asks for one; a
 * leader in charge where it does not; nobody; or the commune's report of it waits for confirmation.
 */
export const LevelState = z.enum([
  'current',
  'out_of_date',
  'missing',
  'waiting',
  'leader',
  'nobody',
])
export type LevelState = z.infer<typeof LevelState>

/** Why a committee is out of date. */
export const LevelLack = z.enum([
  'decision_old',
  'decision_before_unit',
  'member_agency_over',
  'member_post_over',
  'standing_agency_over',
  'unit_over',
])
export type LevelLack = z.infer<typeof LevelLack>

export const LevelItem = UnitName.extend({
  under: z.string().nullable(),
  isRequired: z.boolean(),
  state: LevelState,
  lacks: z.array(LevelLack),
  committee: Named.nullable(),
  decision: z.string().nullable(),
  decidedOn: PlainDate.nullable(),
  head: z.string().nullable(),
  members: z.int(),
  leader: z.string().nullable(),
  /** The People's Committee that would be reminded. */
  agency: Named.nullable(),
  remindedOn: PlainDate.nullable(),
  reminders: z.int(),
  taskId: Id.nullable(),
})
export type LevelItem = z.infer<typeof LevelItem>

/** Whether the communes below need a committee, since when, by which paper. */
export const Requirement = z.object({
  committee: Named,
  isRequired: z.boolean(),
  words: z.string().nullable(),
  documentId: Id.nullable(),
  /** The item of the paper; its task carries the communes' answers. */
  item: z.string().nullable(),
  /** Decisions signed before this day are out of date. */
  decidedSince: PlainDate.nullable(),
  fromOn: PlainDate,
  version: z.int(),
})
export type Requirement = z.infer<typeof Requirement>

export const LevelCounts = z.object({
  total: z.int(),
  required: z.int(),
  inOrder: z.int(),
  byState: z.record(LevelState, z.int()),
})
export type LevelCounts = z.infer<typeof LevelCounts>
export const LevelPage = pageOf(LevelItem).extend({
  asOf: PlainDate,
  counts: LevelCounts,
  requirements: z.array(Requirement),
  allowed: z.array(z.enum(['require', 'remind'])),
})
export type LevelPage = z.infer<typeof LevelPage>

export const LevelQuery = AsOf.extend({
  under: Id.optional(),
  state: LevelState.optional(),
  format: z.enum(['json', 'xlsx']).default('json'),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type LevelQuery = z.infer<typeof LevelQuery>

export const RequirementChange = z.object({
  /** 0 where nothing has been said yet. */
  version: z.int(),
  isRequired: z.boolean(),
  words: Name.nullable(),
  documentId: Id.nullable(),
  item: z.string().trim().max(100).nullable(),
  decidedSince: PlainDate.nullable(),
})
export type RequirementChange = z.infer<typeof RequirementChange>

export const Reminding = z.object({
  unitIds: z.array(Id).min(1).max(500),
  note: z.string().trim().max(2000).nullable(),
})
export type Reminding = z.infer<typeof Reminding>
export const Reminded = z.object({
  reminded: z.int(),
  /** To copy into a chat: one text a commune. */
  texts: z.array(z.object({ unitId: Id, text: z.string() })),
})
export type Reminded = z.infer<typeof Reminded>
