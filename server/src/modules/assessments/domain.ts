import type {
  AssessmentAction,
  AssessmentLevel,
  AssessmentState,
  Mark,
} from '@hopluc/shared/assessments'
import type { PlainDate } from '@hopluc/shared/values'
import type { Leaf } from '../criteria/index.ts'

/** Where an assessment stands, as far as its rules go. */
export interface Standing {
  state: AssessmentState
  appeal: 'open' | 'kept' | 'changed' | null
  round: { state: 'open' | 'published'; appealUntilOn: PlainDate | null; unit: { level: string } }
}

/** Who has the last word: the commune in its own round, else the province. */
export const finalLevel = ({ round }: Standing): 'commune' | 'province' =>
  round.unit.level === 'commune' ? 'commune' : 'province'

const SCORES: Record<AssessmentLevel, readonly AssessmentState[]> = {
  self: ['self'],
  board: [],
  // Also of one that has not answered: the commune scores in its place.
  commune: ['self', 'board', 'commune'],
  province: ['province'],
}

/** Whether a deed fits the state, for whoever acts at a level. */
export function fits(
  action: AssessmentAction,
  level: AssessmentLevel,
  standing: Standing,
  today: PlainDate,
): boolean {
  const { state, appeal, round } = standing
  const isOpen = round.state === 'open'
  switch (action) {
    case 'score':
      return isOpen && SCORES[level].includes(state)
    case 'not_rate':
      return isOpen && level !== 'self' && SCORES[level].includes(state)
    case 'remark':
      return isOpen && level === 'self' && state === 'board'
    case 'send_back':
      return isOpen && level === state && (level === 'commune' || level === 'province')
    case 'appeal':
      return (
        level === 'self' &&
        state === 'decided' &&
        appeal === null &&
        round.appealUntilOn !== null &&
        today <= round.appealUntilOn
      )
    case 'decide':
      return appeal === 'open' && level === finalLevel(standing)
  }
}

/** For whom it waits after a level is done with it. */
export function after(level: AssessmentLevel, standing: Standing): AssessmentState {
  if (level === 'self') return 'board'
  if (level === 'board') return 'commune'
  return level === finalLevel(standing) ? 'decided' : 'province'
}

/** To whom it goes back. */
export const before = (level: AssessmentLevel): AssessmentState =>
  level === 'province' ? 'commune' : 'self'

/** What is wrong with marks that somebody gives, by the criteria's keys. */
export interface MarkFaults {
  unknown: string[]
  tooMany: string[]
  missing: string[]
  /** Other points than before, and not a word why. */
  unexplained: string[]
}

/**
 * Checks marks against the criteria and against the points before: of the level before, else of the
 * rules. Only a cooperative may leave points open.
 */
export function checkMarks(
  marks: readonly Mark[],
  leaves: readonly Leaf[],
  previous: ReadonlyMap<string, number | null>,
  mayBeOpen: boolean,
): MarkFaults {
  const byKey = new Map(leaves.map((leaf) => [leaf.key, leaf]))
  const given = new Map(marks.map((mark) => [mark.key, mark]))
  return {
    unknown: marks.flatMap(({ key }) => (byKey.has(key) ? [] : [key])),
    tooMany: marks.flatMap(({ key, points }) =>
      points !== null && points > (byKey.get(key)?.max ?? 0) + 1e-6 ? [key] : [],
    ),
    missing: mayBeOpen
      ? []
      : leaves.flatMap(({ key }) => ((given.get(key)?.points ?? null) === null ? [key] : [])),
    unexplained: marks.flatMap(({ key, points, note }) => {
      const old = previous.get(key) ?? null
      return points !== null && old !== null && Math.abs(points - old) > 1e-6 && !note ? [key] : []
    }),
  }
}
