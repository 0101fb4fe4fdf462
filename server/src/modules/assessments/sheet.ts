import {
  Assessment,
  type AssessmentRow,
  type AssessmentStep,
  type Mark,
} from '@hopluc/shared/assessments'
import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import {
  type CriteriaRow,
  excludedBy,
  getCriteria,
  leavesOf,
  liftOf,
  mostOf,
  type Scored,
} from '../criteria/index.ts'
import type { Measures } from '../entity-measures/index.ts'
import type { Standing } from './domain.ts'
import { allowedOn, levelOf } from './policy.ts'
import { getRound, type RoundRow } from './rounds-store.ts'
import { asOfYear, computedFor, measuresFor } from './scores.ts'
import * as store from './store.ts'

/** Everything that one assessment is judged by. */
export interface Sheet {
  row: store.Row
  round: RoundRow
  set: CriteriaRow
  steps: store.StepRow[]
  measures: Measures
  computed: Map<string, Scored>
  standing: Standing
}

export async function sheetOf(db: Reader, { today }: Context, id: Id): Promise<Sheet> {
  const row = await store.get(db, id, today)
  const round = await getRound(db, row.roundId)
  const set = await getCriteria(db, row.setId)
  const steps = await store.listSteps(db, id, today)
  const { year } = round
  const asked = { asOf: asOfYear(year, today), year }
  const known = await measuresFor(db, [row.entity.id], set, asked)
  const measures = known.get(row.entity.id) ?? new Map()
  const standing = { state: row.state, appeal: row.appeal, round }
  return { row, round, set, steps, measures, computed: computedFor(set, measures), standing }
}

/** The points given last, whoever gave them; before anybody did, those of the rules. */
export function lastPoints({ steps, computed }: Sheet): Map<string, number | null> {
  const points = new Map([...computed].map(([key, one]) => [key, one.points]))
  const given = steps.findLast(({ marks }) => marks !== null)?.marks ?? []
  for (const { key, points: last } of given) if (last !== null) points.set(key, last)
  return points
}

/** As the page shows it to whoever asks. */
export function present(sheet: Sheet, { actor, today }: Context): Assessment {
  const { row, round, set, steps, measures, standing } = sheet
  const lift = liftOf(set, lastPoints(sheet), measures)
  const byRule = excludedBy(set.exclusions, measures)
  return Assessment.parse({
    ...row,
    round,
    bands: set.bands,
    most: mostOf(set.criteria),
    rows: rowsOf(sheet),
    exclusions: set.exclusions.flatMap(({ key, words, band, rule }) => {
      if (rule === null) return [{ key, words, band, outcome: 'by_hand', why: '' }]
      return byRule.filter((one) => one.key === key)
    }),
    steps,
    lift: lift && {
      ...lift,
      bandName: set.bands.find(({ code }) => code === lift.band)?.name ?? lift.band,
    },
    level: levelOf(actor, row),
    allowed: allowedOn(actor, row, standing, today),
  })
}

function rowsOf({ set, computed, steps }: Sheet): AssessmentRow[] {
  const leaves = new Map(leavesOf(set.criteria).map((leaf) => [leaf.key, leaf]))
  const given = lastByLevel(steps)
  return set.criteria.map(({ key, above, name, max }) => {
    const leaf = leaves.get(key)
    const one = computed.get(key)
    return {
      key,
      above,
      name,
      max,
      isGroup: !leaf,
      computed: one?.points ?? null,
      why: one?.why ?? '',
      evidence: leaf?.rule.by === 'hand' ? (leaf.rule.evidence ?? null) : null,
      marks: given.flatMap(({ level, marks }) => {
        const mark = marks.find((each) => each.key === key)
        return mark ? [{ level, points: mark.points, note: mark.note }] : []
      }),
    }
  })
}

/** What each level gave last. */
function lastByLevel(steps: readonly store.StepRow[]) {
  const last = new Map<AssessmentStep['level'], Mark[]>()
  for (const { level, marks } of steps) if (marks) last.set(level, marks)
  return [...last].map(([level, marks]) => ({ level, marks }))
}
