import type {
  AssessmentComparison,
  AssessmentRound,
  Mark,
  Rescore,
  UnderSet,
} from '@hopluc/shared/assessments'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { type CriteriaRow, getCriteria, leavesOf, scoreLeaf } from '../criteria/index.ts'
import type { Measures } from '../entity-measures/index.ts'
import { may } from './policy.ts'
import * as refusals from './refusals.ts'
import { applyRescored, type Rescored } from './rescore-store.ts'
import { get } from './rounds.ts'
import { getRound, type RoundRow, updateRound } from './rounds-store.ts'
import { asOfYear, measuresFor, type Result, resultOf } from './scores.ts'
import { scoredOf, type ScoredRow } from './store.ts'

interface Pair {
  row: ScoredRow
  /** Null where nobody has scored yet: what its rules give. */
  left: Result
  right: Result
  marks: Mark[]
}

/** The year of a round under its own set and another: what re-scoring it would change. */
export function compare(context: Context, id: Id, setId: Id): Promise<AssessmentComparison> {
  return context.read(async (db) => {
    const round = await getRound(db, id)
    const [left, right] = [await getCriteria(db, round.set.id), await getCriteria(db, setId)]
    const pairs = await pairsOf(db, context, round, { left, right })
    return {
      left: named(left),
      right: named(right),
      count: pairs.length,
      changed: pairs.filter(isChanged).length,
      rows: pairs.map((pair) => ({
        id: pair.row.id,
        entity: { id: pair.row.entityId, name: pair.row.name },
        left: shownOf(pair.left, left),
        right: shownOf(pair.right, right),
      })),
    }
  })
}

const named = ({ id, name, edition }: CriteriaRow) => ({ id, name, edition })
const isChanged = ({ left, right }: Pair) => left.band !== right.band

function shownOf({ total, highest, band, isWhole, notRated }: Result, set: CriteriaRow): UnderSet {
  const bandName = notRated ?? set.bands.find(({ code }) => code === band)?.name ?? null
  return { total, highest, band, bandName, isWhole }
}

async function pairsOf(
  db: Reader,
  { today }: Context,
  { id, year }: RoundRow,
  { left, right }: { left: CriteriaRow; right: CriteriaRow },
): Promise<Pair[]> {
  const rows = await scoredOf(db, id)
  const asked = { asOf: asOfYear(year, today), year }
  const ids = rows.map(({ entityId }) => entityId)
  const known = await measuresFor(db, ids, both(left, right), asked)
  return rows.map((row) => {
    const measures = known.get(row.entityId) ?? new Map()
    const marks = carriedOver(row.marks ?? [], left, right, measures)
    const isScored = row.marks !== null
    return {
      row,
      left: resultOf(left, measures, row.marks ?? [], isScored),
      right: resultOf(right, measures, marks, isScored),
      marks,
    }
  })
}

/** What both sets ask for. */
const both = (left: CriteriaRow, right: CriteriaRow): CriteriaRow => ({
  ...left,
  criteria: [...left.criteria, ...right.criteria],
  exclusions: [...left.exclusions, ...right.exclusions],
})

/**
 * Points under the other set: what people gave against the rules, or where these gave nothing, stays as
 * far as the criterion does; everything else is as the new rules have it.
 */
function carriedOver(
  marks: readonly Mark[],
  left: CriteriaRow,
  right: CriteriaRow,
  measures: Measures,
): Mark[] {
  const given = new Map(marks.map((mark) => [mark.key, mark]))
  const before = new Map(
    leavesOf(left.criteria).map((leaf) => [leaf.key, scoreLeaf(leaf, measures).points]),
  )
  return leavesOf(right.criteria).map((leaf) => {
    const mark = given.get(leaf.key)
    const byHand = mark?.points ?? null
    const old = before.get(leaf.key) ?? null
    const byRule = scoreLeaf(leaf, measures).points
    const isChosen = byHand !== null && (old === null || Math.abs(byHand - old) > 1e-6)
    const points = isChosen && mark?.note ? byHand : (byRule ?? byHand)
    return {
      key: leaf.key,
      points: points === null ? null : Math.min(points, leaf.max ?? points),
      note: mark?.note ?? null,
    }
  })
}

/**
 * Puts a round that is not published under another set: who was scored is scored anew, and who misses
 * points under the new one goes back to the commune.
 */
export async function rescore(
  context: Context,
  id: Id,
  { setId, version }: Rescore,
): Promise<AssessmentRound> {
  const { actor, today, now } = context
  await context.write(async (tx) => {
    const round = await getRound(tx, id)
    assertAllowed(may(actor, 'assessment.rescore', round.isKept))
    if (round.state !== 'open') throw refusals.wrongState()
    if (round.version !== version) throw refusals.changed()
    if (round.set.id === setId) throw refusals.sameSet()
    const [left, right] = [await getCriteria(tx, round.set.id), await getCriteria(tx, setId)]
    if (right.state !== 'issued') throw refusals.notIssued()
    const pairs = await pairsOf(tx, context, round, { left, right })
    await updateRound(tx, id, version, { setId })
    const scored = pairs.filter(({ row }) => row.marks !== null)
    await applyRescored(tx, scored.map(asRescored), { actor, today, now, setId, text: right.name })
    await audit.record(tx, actor, 'assessment.rescore', id, {
      before: { setId: left.id },
      setId,
      count: scored.length,
      changed: scored.filter(isChanged).length,
    })
  })
  return get(context, id)
}

function asRescored({ row, right, marks }: Pair): Rescored {
  const isDone = row.state === 'decided' || row.state === 'province'
  return {
    id: row.id,
    state: isDone && !right.isWhole && row.notRated === null ? 'commune' : row.state,
    total: right.total,
    band: row.notRated === null ? right.band : null,
    notRated: row.notRated ?? right.notRated,
    marks,
  }
}
