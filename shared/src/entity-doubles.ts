import * as z from 'zod'
import { Entity, EntityAttribute, EntityKind, EntityStatus } from './entities.ts'
import { UnitName } from './units.ts'
import { Cursor, Id, Instant, Limit, pageOf, PlainDate } from './values.ts'

/** From how many points on two entities are shown as likely the same. */
export const LIKELY = 65

/** What speaks for two entries being one cooperative, and what against it. */
export const DoubleReasonKind = z.enum([
  'sameCode',
  'nearCode',
  'otherCode',
  'sameName',
  'nearName',
  'likeName',
  'closeName',
  'partName',
  'otherNumber',
  'oneNumber',
  'turned',
  'otherTrade',
  'samePlace',
  'heirPlace',
  'joinedPlace',
  'saidPlace',
  'otherPlace',
  'samePerson',
  'nearPerson',
  'commonPerson',
  'otherPerson',
  'samePhone',
  'commonPhone',
  'otherPhone',
  'sameDay',
  'sameYear',
  'otherYear',
  'afterEnd',
  'sameHouse',
  'otherHouse',
  'otherKind',
  'otherSector',
])
export type DoubleReasonKind = z.infer<typeof DoubleReasonKind>

/** `points` are added up: 100 at most, shown from `LIKELY` on; against it they are below zero. */
export const DoubleReason = z.object({ kind: DoubleReasonKind, points: z.int() })
export type DoubleReason = z.infer<typeof DoubleReason>

export const DoubleState = z.enum(['open', 'distinct', 'merged'])
export type DoubleState = z.infer<typeof DoubleState>

/** One of the two, as the list shows it. */
export const DoubleSide = z.object({
  id: Id,
  name: z.string(),
  kind: EntityKind,
  status: EntityStatus.nullable(),
  code: z.string().nullable(),
  unit: UnitName.nullable(),
  address: z.string().nullable(),
  representative: z.string().nullable(),
  phone: z.string().nullable(),
  foundedOn: PlainDate.nullable(),
})
export type DoubleSide = z.infer<typeof DoubleSide>

export const Double = z.object({
  id: Id,
  score: z.int(),
  reasons: z.array(DoubleReason),
  state: DoubleState,
  first: DoubleSide,
  second: DoubleSide,
  /** Who said that they are two, or merged them, when and why. */
  decided: z.object({ byWords: z.string(), at: Instant, reason: z.string().nullable() }).nullable(),
  /** May the signed-in person decide: who keeps both, or acts for the committee above both. */
  allowed: z.array(z.enum(['keep_apart', 'merge', 'undo'])),
  /** Of a merger: what undoing takes. */
  mergeId: Id.nullable(),
})
export type Double = z.infer<typeof Double>

export const DoubleQuery = z.object({
  state: DoubleState.default('open'),
  unit: Id.optional(),
  entity: Id.optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type DoubleQuery = z.infer<typeof DoubleQuery>

export const DoublePage = pageOf(Double).extend({ total: z.int() })
export type DoublePage = z.infer<typeof DoublePage>

/** How many rows of what point to an entity: what a merger hands on. */
export const HeldRows = z.object({ table: z.string(), count: z.int() })
export type HeldRows = z.infer<typeof HeldRows>

/** Two entities side by side, whole. */
export const DoubleComparison = z.object({
  double: Double,
  first: Entity,
  second: Entity,
  firstHolds: z.array(HeldRows),
  secondHolds: z.array(HeldRows),
})
export type DoubleComparison = z.infer<typeof DoubleComparison>

export const KeepApart = z.object({ reason: z.string().trim().max(2000).nullable().default(null) })
export type KeepApart = z.infer<typeof KeepApart>

/**
 * Which of the two stays, what it takes over from the other: attributes that hold now, and events;
 * an event that is not named stays behind with the one that goes.
 */
export const EntityMerge = z.object({
  keptId: Id,
  goneId: Id,
  /** As they were seen; another in between is a conflict. */
  keptVersion: z.int(),
  goneVersion: z.int(),
  take: z.array(EntityAttribute).max(30).default([]),
  takePlace: z.boolean().default(false),
  events: z.array(Id).max(1000).default([]),
  reason: z.string().trim().max(2000).nullable().default(null),
})
export type EntityMerge = z.infer<typeof EntityMerge>

export const MergeEffect = z.object({ table: z.string(), moved: z.int(), left: z.int() })
export const MergedEntity = z.object({
  id: Id,
  keptId: Id,
  goneId: Id,
  /** What was handed on, by table, and what stayed since the one that stays has it already. */
  effects: z.array(MergeEffect),
})
export type MergedEntity = z.infer<typeof MergedEntity>

export const MergeUndo = z.object({ reason: z.string().trim().min(1).max(2000) })
export type MergeUndo = z.infer<typeof MergeUndo>

/** One of what a few typed letters may mean: for pickers. */
export const EntitySuggestion = z.object({
  id: Id,
  name: z.string(),
  kind: EntityKind,
  code: z.string().nullable(),
  unitName: z.string(),
  status: EntityStatus,
  isLive: z.boolean(),
  /** The name, or what else answers: earlier name, representative, product. */
  by: z.enum(['code', 'name', 'other']),
})
export type EntitySuggestion = z.infer<typeof EntitySuggestion>
export const SuggestQuery = z.object({
  q: z.string().trim().max(200),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})
export const EntitySuggestions = z.object({ items: z.array(EntitySuggestion) })
