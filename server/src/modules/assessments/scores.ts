import type { Mark } from '@hopluc/shared/assessments'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'
import {
  codesOfSet,
  type CriteriaRow,
  excludedBy,
  leavesOf,
  type Scored,
  scoreLeaf,
  type Total,
  totalOf,
} from '../criteria/index.ts'
import { type Measures, measuresOf } from '../entity-measures/index.ts'

/** What a set reads of the year: the register as of its last day, or today while it runs. */
export const asOfYear = (year: number, today: PlainDate): PlainDate =>
  `${year}-12-31` < today ? `${year}-12-31` : today

type RuleSet = Pick<CriteriaRow, 'criteria' | 'bands' | 'exclusions'>

/** Measures that a set asks for, by cooperative; of who is not in the register then there are none. */
export async function measuresFor(
  db: Reader,
  entityIds: readonly Id[],
  set: RuleSet,
  { asOf, year }: { asOf: PlainDate; year: number },
): Promise<Map<Id, Measures>> {
  const codes = codesOfSet(set)
  const found = await measuresOf(db, { of: { entityIds }, asOf, year, codes })
  return new Map(found.map(({ entityId, measures }) => [entityId, measures]))
}

/** What the rules give one cooperative, criterion by criterion. */
export function computedFor(set: RuleSet, measures: Measures): Map<string, Scored> {
  return new Map(leavesOf(set.criteria).map((leaf) => [leaf.key, scoreLeaf(leaf, measures)]))
}

/** Under a set: what people gave where its rules give nothing, and the case that decides. */
export interface Result extends Total {
  points: Map<string, number | null>
  /** Not rated, in the set's words. */
  notRated: string | null
}

/**
 * One cooperative under a set by its rules; `marks` fill in what only people score, as far as the set
 * has a criterion of that key, and no more than it gives. `isByHand` takes every mark before the rules.
 */
export function resultOf(
  set: RuleSet,
  measures: Measures,
  marks: readonly Mark[],
  isByHand = false,
): Result {
  const given = new Map(marks.map(({ key, points }) => [key, points]))
  const points = new Map(
    leavesOf(set.criteria).map((leaf) => {
      const hand = given.get(leaf.key)
      const byHand = hand === undefined || hand === null ? null : Math.min(hand, leaf.max ?? hand)
      const byRule = scoreLeaf(leaf, measures).points
      return [leaf.key, isByHand ? (byHand ?? byRule) : (byRule ?? byHand)] as const
    }),
  )
  const total = totalOf(set, points)
  const holds = excludedBy(set.exclusions, measures).find(({ outcome }) => outcome === 'met')
  return {
    ...total,
    points,
    band: holds ? holds.band : total.band,
    notRated: holds && holds.band === null ? holds.words : null,
  }
}

/**
 * Scores many at once by the rules of a set alone.
 * @returns by cooperative, as far as it is in the register as of the day
 */
export async function scoreAll(
  db: Reader,
  set: RuleSet,
  query: { entityIds: readonly Id[]; asOf: PlainDate; year: number },
): Promise<Map<Id, Result>> {
  const measures = await measuresFor(db, query.entityIds, set, query)
  return new Map([...measures].map(([id, known]) => [id, resultOf(set, known, [])]))
}
