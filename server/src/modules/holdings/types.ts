import type { ReportLine } from '@hopluc/shared/reorganisation-report'
import type {
  ChangedAgency,
  ChangedUnit,
  FoundedAgency,
  FoundedUnit,
  HoldingManner,
  InWords,
  PlannedUnitSuccession,
  ReorganisationIssue,
  ReorganisationQuestion,
} from '@hopluc/shared/reorganisations'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader, Tx } from '../../platform/db.ts'
import type { Row, TableName } from './rows.ts'

/** Answers to the questions of the preview, by key. */
export type Answers = Readonly<Record<string, string>>

export interface ResolvedAgencySuccession {
  fromId: Id
  toId: Id
  duty: string
}

/** A plan as it will be carried out: what follows by rule is written out. */
export interface ResolvedPlan {
  act: string
  decidedOn: PlainDate | null
  onDay: PlainDate
  /** The last day of what was. */
  lastDay: PlainDate
  units: {
    founded: readonly FoundedUnit[]
    changed: readonly ChangedUnit[]
    ended: readonly Id[]
    successions: readonly PlannedUnitSuccession[]
  }
  agencies: {
    founded: readonly FoundedAgency[]
    changed: readonly ChangedAgency[]
    ended: readonly Id[]
    successions: readonly ResolvedAgencySuccession[]
  }
  answers: Answers
  /** Names and places after the act, of whatever the plan touches. */
  names: {
    units: ReadonlyMap<Id, string>
    agencies: ReadonlyMap<Id, { name: string; shortName: string; unitId: Id }>
  }
}

/** What is asked about: units and agencies as they were on a day. */
export interface Subject {
  unitIds: readonly Id[]
  agencyIds: readonly Id[]
  day: PlainDate
}

/** How much of a kind a unit or an agency holds; rows without a count are left out. */
export interface HeldCount {
  kind: string
  unitId: Id | null
  agencyId: Id | null
  count: number
}

export interface HoldingKind extends InWords {
  kind: string
  manner: HoldingManner
}

/** A question before its answer is looked up. */
export type Asked = Omit<ReorganisationQuestion, 'answer' | 'isOpen' | 'module'>

/** One thing that was done, as it is undone: a row as it was before and after, or a module's own. */
export type Effect =
  | { table: TableName; before: Row | null; after: Row | null }
  | { own: Readonly<Record<string, unknown>> }

/** Writes rows and remembers them; what the report says stands beside. */
export interface Effects {
  insert: (table: TableName, rows: readonly Row[], subjectOf: (row: Row) => Id) => Promise<void>
  /** `changes` are pairs of the whole row before and after; the key stays. */
  update: (
    table: TableName,
    changes: readonly { before: Row; after: Row }[],
    subjectOf: (row: Row) => Id,
  ) => Promise<void>
  remove: (table: TableName, rows: readonly Row[], subjectOf: (row: Row) => Id) => Promise<void>
  /** For what is appended and never changed: the module's own `undo` takes it back. */
  own: (entries: readonly { subjectId: Id; data: Readonly<Record<string, unknown>> }[]) => void
  report: (...lines: readonly Omit<ReportLine, 'module'>[]) => void
}

/** What earlier modules of the same act have done, for later ones. */
export interface Passed {
  /** The post that follows an ended one: same person, successor agency. */
  posts: Map<Id, { postId: Id; agencyId: Id; accountId: Id }>
}

export interface ActToCarryOut {
  reorganisationId: Id
  plan: ResolvedPlan
  today: PlainDate
  now: Date
  passed: Passed
}

/** Newer work that an undo would pull the ground from under. */
export interface Rest extends InWords {
  count: number
}

/**
 * What one module holds of units and agencies, and how it passes over when these are reorganised.
 * All functions work in the transaction of the act, as the system; `count` also as a person, within
 * their scope.
 */
export interface Holding {
  module: string
  /** Lower first: units before agencies, agencies before posts, posts before tasks. */
  order: number
  words: InWords
  kinds: readonly HoldingKind[]
  count: (db: Reader, subject: Subject) => Promise<HeldCount[]>
  questions?: (db: Reader, plan: ResolvedPlan) => Promise<Asked[]>
  /** Why it cannot be carried out as answered. */
  errors?: (db: Reader, plan: ResolvedPlan) => Promise<ReorganisationIssue[]>
  move?: (tx: Tx, act: ActToCarryOut, effects: Effects) => Promise<void>
  /** `move` is done once more after the act: what was written beside it passes over too. */
  isSwept?: boolean
  /** Takes back what `effects.own` remembered, last first; rows are put back by themselves. */
  undo?: (
    tx: Tx,
    entries: readonly { subjectId: Id; data: unknown }[],
    act: { act: string; now: Date; today: PlainDate },
  ) => Promise<void>
  /** Beside rows that changed since, which are found by themselves. */
  restsOn?: (
    db: Reader,
    done: {
      entries: readonly { subjectId: Id; data: unknown }[]
      founded: { unitIds: readonly Id[]; agencyIds: readonly Id[]; postIds: readonly Id[] }
      appliedAt: Date
    },
  ) => Promise<Rest[]>
}
