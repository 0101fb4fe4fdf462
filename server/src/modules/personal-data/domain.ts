import type {
  DataDeadlineName,
  DataRequestItem,
  DataRequestKind,
  DataRequestState,
} from '@hopluc/shared/personal-data'
import { addDays, type PlainDate } from '@hopluc/shared/values'

/** Working days to the first answer: NĐ 356/2025/NĐ-CP, in force since 01/01/2026. */
export const ANSWER_WORKING_DAYS = 2

/**
 * Days to the end of a request: 15 to withdraw consent or restrict, the shortest of the 10 to 20 days
 * for the others (NĐ 356/2025/NĐ-CP, by secondary sources). The installation may set others.
 */
export const COMPLETE_DAYS: Record<DataRequestKind, number> = {
  access: 10,
  correct: 10,
  delete: 10,
  restrict: 15,
  withdraw: 15,
}

/** The setting by which the installation has its own deadline. */
export const deadlineSetting = (name: DataDeadlineName): string =>
  name === 'answer' ? 'personal.answer_days' : `personal.complete_days.${name}`

export const usualDays = (name: DataDeadlineName): number =>
  name === 'answer' ? ANSWER_WORKING_DAYS : COMPLETE_DAYS[name]

/** Day by which all is done, counted in calendar days from the day of receipt. */
export function completeDue(receivedOn: PlainDate, days: number): PlainDate {
  return addDays(receivedOn, days)
}

/** Which clock of an open request has run out by the end of the day before. */
export function overdueOn(
  day: PlainDate,
  request: { state: DataRequestState; answerDueOn: PlainDate; completeDueOn: PlainDate },
): DataRequestItem['overdue'] {
  if (request.state === 'received' && day > request.answerDueOn) return 'answer'
  if (['received', 'answered'].includes(request.state) && day > request.completeDueOn)
    return 'complete'
  return null
}
