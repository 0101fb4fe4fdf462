import * as z from 'zod'
import { PaperKind } from './documents.ts'
import { Id, Instant, pageOf, PlainDate } from './values.ts'

/** What is destroyed: the words of a record with all that was made of it. */
export const PurgeKind = z.enum(['document', 'meeting', 'reading', 'task', 'file'])
export type PurgeKind = z.infer<typeof PurgeKind>

/** Why: its period of keeping is over; a state secret slipped in; a person's lawful request. */
export const PurgeGround = z.enum(['expired', 'secret', 'personal'])
export type PurgeGround = z.infer<typeof PurgeGround>

export const PurgeState = z.enum(['draft', 'waiting', 'running', 'done', 'failed'])
export type PurgeState = z.infer<typeof PurgeState>

/** Why a record that was named stays. */
export const Kept = z.enum([
  'not_found',
  'several',
  'open_tasks',
  'not_issued',
  'too_young',
  'bound',
  'destroyed_before',
])
export type Kept = z.infer<typeof Kept>

const Words = z.string().trim().min(1).max(300)

/** For how many years records of a kind are kept, as a list of periods in force says. */
export const NewRetentionRule = z.object({
  kind: z.enum(['document', 'meeting', 'task']),
  /** Of documents: this kind alone; null for those without a rule of their own. */
  paperKind: PaperKind.nullable(),
  years: z.int().min(1).max(100),
  basis: Words,
  fromOn: PlainDate,
})
export type NewRetentionRule = z.infer<typeof NewRetentionRule>

export const RetentionRule = NewRetentionRule.extend({ id: Id, untilOn: PlainDate })
export type RetentionRule = z.infer<typeof RetentionRule>

export const RetentionRules = z.object({ items: z.array(RetentionRule) })
export type RetentionRules = z.infer<typeof RetentionRules>

/** The decision, and what it names: numbers, addresses of pages, and rules of age. */
export const NewPurge = z.object({
  decision: Words,
  decidedOn: PlainDate,
  decidedBy: Words,
  ground: PurgeGround,
  /** The signed decision, sent ahead. */
  fileId: Id,
  /** "05/TB-BCĐ; 10/03/2026", or the address of a record's page. */
  lines: z.array(z.string().trim().min(1).max(300)).max(500),
  ruleIds: z.array(Id).max(50),
})
export type NewPurge = z.infer<typeof NewPurge>

export const PurgeItem = z.object({
  position: z.int(),
  kind: PurgeKind,
  /** Number and day; no words of the record. */
  label: z.string(),
  issuer: z.string().nullable(),
  onDay: PlainDate.nullable(),
  /** What goes with it, by table. */
  takes: z.record(z.string(), z.int()),
  kept: Kept.nullable(),
  keptUntil: PlainDate.nullable(),
  doneAt: Instant.nullable(),
})
export type PurgeItem = z.infer<typeof PurgeItem>

export const PurgeSummary = z.object({
  id: Id,
  decision: z.string(),
  decidedOn: PlainDate,
  decidedBy: z.string(),
  ground: PurgeGround,
  state: PurgeState,
  madeAt: Instant,
  confirmedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** To be destroyed, destroyed so far, and named but kept. */
  count: z.int(),
  done: z.int(),
  kept: z.int(),
})
export type PurgeSummary = z.infer<typeof PurgeSummary>

export const Purge = PurgeSummary.extend({
  file: z.object({ id: Id, name: z.string() }),
  madeBy: z.string(),
  confirmedBy: z.string().nullable(),
  items: z.array(PurgeItem),
  version: z.int(),
  allowed: z.array(z.enum(['confirm', 'drop'])),
})
export type Purge = z.infer<typeof Purge>

export const PurgePage = pageOf(PurgeSummary)
export type PurgePage = z.infer<typeof PurgePage>

/** The second step: the number of the decision once more, word for word. */
export const PurgeConfirmation = z.object({ version: z.int(), decision: z.string() })
export type PurgeConfirmation = z.infer<typeof PurgeConfirmation>
