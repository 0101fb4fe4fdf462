import { TaskEvent, type TaskStatus } from '@hopluc/shared/task-deeds'
import { addDays, daysBetween, FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import type { TaskState } from '../task-states/index.ts'
import { fold } from '../task-story/index.ts'

/** From which day on so many days before the term count as "sắp đến hạn". Earliest first. */
export type DueSoon = readonly { fromOn: PlainDate; days: number }[]
export const SEVEN_DAYS: DueSoon = [{ fromOn: '0001-01-01', days: 7 }]

export interface TaskSpan {
  fromOn: PlainDate
  untilOn: PlainDate
  status: TaskStatus
  dueOn: PlainDate | null
  leadId: Id
  /** The lead of these days is late itself, and did not inherit it. */
  isOwnLate: boolean
  /** The next day another agency leads. */
  endsStint: boolean
}

export function dueSoonDays(day: PlainDate, rules: DueSoon): number {
  return rules.findLast(({ fromOn }) => fromOn <= day)?.days ?? 7
}

/** By rule, from the state at the end of the day; nobody sets it. */
export function statusOn(day: PlainDate, task: TaskState, rules = SEVEN_DAYS): TaskStatus {
  switch (task.phase) {
    case 'drafted':
    case 'paused':
    case 'cancelled':
      return task.phase
    case 'by_word': // visible and remindable, but never overdue before the signed paper
      return 'waiting_notice'
    case 'submitted': // the confirmer's days: neither overdue nor due soon
      return 'waiting_confirmation'
    case 'confirmed':
      return isDoneLate(task) ? 'done_late' : 'done_in_time'
    default:
      if (task.dueOn !== null && day > task.dueOn) return 'overdue'
      if (task.isStanding && task.leadIds.length > 1) return 'standing' // nobody takes it up alone
      if (task.phase === 'issued') return 'not_taken_up'
      if (task.dueOn === null) return 'standing'
      return day < addDays(task.dueOn, -dueSoonDays(day, rules)) ? 'in_term' : 'due_soon'
  }
}

/**
 * In time is a result that was handed in on or before the due day then in force. An extension asked
 * for after the term does not undo the lateness.
 */
function isDoneLate({ late, result }: TaskState): boolean {
  return late !== null || isLateResult(result)
}

function isLateResult(result: TaskState['result']): boolean {
  return result !== null && result.dueOn !== null && result.on > result.dueOn
}

/** Days after the term: on which it stands, or on which the result was handed in. */
export function daysLate(day: PlainDate, task: TaskState): number {
  const stayed = task.late?.days ?? 0
  if (task.phase === 'submitted' || task.phase === 'confirmed') {
    const { result } = task
    return Math.max(stayed, result?.dueOn ? daysBetween(result.dueOn, result.on) : 0)
  }
  if (task.phase !== 'issued' && task.phase !== 'taken_up') return stayed
  return task.dueOn === null || day <= task.dueOn ? stayed : daysBetween(task.dueOn, day)
}

/** After a change of lead each agency answers for the terms that fell into its own days. */
function isOwnLate(day: PlainDate, task: TaskState, status: TaskStatus): boolean {
  if (task.late?.leadId === task.leadId) return true
  if (status === 'overdue') return task.dueOn !== null && task.dueOn >= task.leadSince
  const { result } = task
  if (task.phase !== 'submitted' && task.phase !== 'confirmed') return false
  return isLateResult(result) && (result?.dueOn ?? day) >= task.leadSince
}

/** The status of every day from the draft on, as ranges: what lists and counts read. */
export function spans(events: readonly TaskEvent[], rules = SEVEN_DAYS): TaskSpan[] {
  const days = [...new Set(events.map(({ on }) => on))].toSorted()
  const result: TaskSpan[] = []
  for (const [index, from] of days.entries()) {
    const task = fold(events, from)
    if (!task) continue
    const until = days[index + 1] ?? FOREVER
    const turns = [from, ...turnsOf(task, rules).filter((day) => from < day && day < until)]
    for (const fromOn of turns.toSorted()) extend(result, spanOn(fromOn, task, rules))
  }
  return result
}

/** The days on which time alone may turn the status. */
function turnsOf({ dueOn }: TaskState, rules: DueSoon): PlainDate[] {
  if (dueOn === null) return []
  const soon = rules.map(({ days }) => addDays(dueOn, -days))
  return [...new Set([...soon, ...rules.map(({ fromOn }) => fromOn), addDays(dueOn, 1)])]
}

function spanOn(fromOn: PlainDate, task: TaskState, rules: DueSoon): TaskSpan {
  const status = statusOn(fromOn, task, rules)
  const { dueOn, leadId } = task
  const own = isOwnLate(fromOn, task, status)
  return { fromOn, untilOn: FOREVER, status, dueOn, leadId, isOwnLate: own, endsStint: false }
}

/** Appends a span, or lets the last one go on when nothing changes. */
export function extend(result: TaskSpan[], next: TaskSpan): void {
  const last = result.at(-1)
  if (last) {
    if (
      last.status === next.status &&
      last.dueOn === next.dueOn &&
      last.leadId === next.leadId &&
      last.isOwnLate === next.isOwnLate
    )
      return
    last.untilOn = addDays(next.fromOn, -1)
    last.endsStint = last.leadId !== next.leadId
  }
  result.push(next)
}
