import type {
  DifficultyAction,
  DifficultyLevel,
  DifficultyState,
} from '@hopluc/shared/difficulties'
import type { PlainDate } from '@hopluc/shared/values'

/** What a difficulty is now, as far as its rules go. */
export interface Standing {
  state: DifficultyState
  level: DifficultyLevel
  answerDueOn: PlainDate
  transferUntilOn: PlainDate
  risenOn: PlainDate | null
}

/** Unanswered past its term, wherever it lies by now. */
export function isOverdue({ state, answerDueOn, risenOn }: Standing, today: PlainDate): boolean {
  return state === 'waiting' && (risenOn !== null || answerDueOn < today)
}

const FROM: Record<DifficultyAction, readonly DifficultyState[]> = {
  transfer: ['waiting'],
  answer: ['waiting'],
  rate: ['answered'],
}

/** Whether the deed fits the state; a term for passing on ends with its day. */
export function fits(action: DifficultyAction, standing: Standing, today: PlainDate): boolean {
  if (!FROM[action].includes(standing.state)) return false
  return action !== 'transfer' || standing.transferUntilOn >= today
}

/** Whom it rises to: the nearest level above that has an agency of its own; none above the leaders. */
export function levelsAbove(level: DifficultyLevel): readonly DifficultyLevel[] {
  return LEVELS.slice(LEVELS.indexOf(level) + 1)
}

/** From the first level of a topic upwards; only a commune's own begin in the commune. */
export function levelsFrom(first: DifficultyLevel, isCommune: boolean): readonly DifficultyLevel[] {
  const start = first === 'commune' && !isCommune ? 'department' : first
  return LEVELS.slice(LEVELS.indexOf(start))
}

/** At which level an agency works, by its kind and its unit's level. */
export function levelOf(agency: { kind: string; unitLevel: string }): DifficultyLevel {
  if (agency.unitLevel === 'commune') return 'commune'
  return agency.kind === 'people_committee' ? 'province' : 'department'
}

const LEVELS: readonly DifficultyLevel[] = ['commune', 'department', 'province']
