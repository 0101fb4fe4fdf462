import type { ProgrammeState } from '@hopluc/shared/programmes'
import type { PlainDate } from '@hopluc/shared/values'

/** What was made of an item, as of the day that is looked at. */
export interface Made {
  dueOn: PlainDate
  cancelledOn: PlainDate | null
  doneOn: PlainDate | null
  meeting: { state: string; heldOn: PlainDate | null } | null
  task: { status: string; doneOn: PlainDate | null } | null
  document: { state: string; issuedOn: PlainDate | null } | null
  inspections: readonly { madeOn: PlainDate | null; plannedOn: PlainDate }[]
}

const HELD = ['held', 'concluded']
const ISSUED = ['issued', 'replaced', 'expired']

/** The day on which it was done, by the day that is looked at; null while it is not. */
export function doneOn(made: Made, day: PlainDate): PlainDate | null {
  const past = (on: PlainDate | null) => (on !== null && on <= day ? on : null)
  const { meeting, task, document, inspections } = made
  if (past(made.doneOn)) return made.doneOn
  if (meeting && HELD.includes(meeting.state) && past(meeting.heldOn)) return meeting.heldOn
  if (document && ISSUED.includes(document.state) && past(document.issuedOn))
    return document.issuedOn
  if (task && (task.status === 'done_in_time' || task.status === 'done_late'))
    return past(task.doneOn)
  const days = inspections.flatMap(({ madeOn }) => past(madeOn) ?? [])
  if (days.length === 0 || days.length < inspections.length) return null
  return days.reduce((last, one) => (one > last ? one : last))
}

/** Follows from what was made; nobody sets it. */
export function stateOf(made: Made, day: PlainDate): ProgrammeState {
  if (made.cancelledOn !== null && made.cancelledOn <= day) return 'cancelled'
  const on = doneOn(made, day)
  if (on !== null) return on > made.dueOn ? 'done_late' : 'done'
  if (made.dueOn < day) return 'late'
  const { meeting, task, document, inspections } = made
  const isMade = meeting !== null || task !== null || document !== null || inspections.length > 0
  return isMade ? 'prepared' : 'open'
}

/** The same day a year later: 29 February becomes the 28th. */
export function yearLater(day: PlainDate, year: number): PlainDate {
  const [, month = '01', date = '01'] = day.split('-')
  const last = new Date(Date.UTC(year, Number(month), 0)).getUTCDate()
  return `${year}-${month}-${String(Math.min(Number(date), last)).padStart(2, '0')}`
}
