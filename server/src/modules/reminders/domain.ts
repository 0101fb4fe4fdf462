import { daysBetween, type Id, type PlainDate } from '@hopluc/shared/values'
import type { Telling } from '../notices/index.ts'

/** A task with a term, and to whom it was passed. */
export interface Due {
  taskId: Id
  title: string
  leadId: Id
  dueOn: PlainDate
  manner: string
  isByWord: boolean
  personIds: readonly Id[]
}

/** Days after the term (below zero: before) on which one is reminded; later, every week. */
const STEPS = [-7, -1, 0, 1, 3]

/** The last step that a day has reached; undefined more than a week before the term. */
export function stepOn(today: PlainDate, dueOn: PlainDate): number | undefined {
  const days = daysBetween(dueOn, today)
  if (days >= 7) return Math.floor(days / 7) * 7
  return STEPS.findLast((step) => step <= days)
}

/**
 * At most one reminder a task and day: the step is part of what makes a notice the same, so a night
 * that was missed is made good once, and an extension begins anew. Who is asked, and who works on the
 * chair's word alone, is never told to be late.
 */
export function reminderOf(due: Due, today: PlainDate): Telling | undefined {
  const step = stepOn(today, due.dueOn)
  if (step === undefined) return undefined
  if (step > 0 && (due.isByWord || due.manner === 'request')) return undefined
  return {
    to:
      due.personIds.length > 0
        ? { accountIds: due.personIds }
        : { agencyIds: [due.leadId], roles: ['clerk', 'officer'] },
    kind: step > 0 ? 'task.overdue' : 'task.due',
    subjectKind: 'task',
    subjectId: due.taskId,
    params: { title: due.title, dueOn: due.dueOn, days: daysBetween(due.dueOn, today) },
    dedupe: `task.due:${due.taskId}:${due.dueOn}:${step}`,
  }
}

/** A body's week: what is late, what falls due, what waits. */
export interface Week {
  bodyId: Id
  isCommittee: boolean
  overdue: number
  dueThisWeek: number
  notTakenUp: number
  waiting: number
}

/** On Mondays, to leaders and clerks, and to a committee's own people. */
export function digestOf(week: Week, today: PlainDate): Telling {
  const { bodyId, isCommittee, overdue, dueThisWeek, notTakenUp, waiting } = week
  return {
    to: isCommittee
      ? { committeeId: bodyId, committeeRoles: ['standing', 'chair', 'delegate'] }
      : { agencyIds: [bodyId], roles: ['leader', 'clerk'] },
    kind: 'digest.week',
    subjectKind: 'digest',
    subjectId: null,
    params: { overdue, dueThisWeek, notTakenUp, waiting },
    dedupe: `digest:${today}`,
  }
}

export function isMonday(day: PlainDate): boolean {
  return new Date(day).getUTCDay() === 1
}
