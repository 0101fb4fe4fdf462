import { addDays, type PlainDate } from '@hopluc/shared/values'
import type { Course, DemoTask } from './story.ts'

export const done = (sent: string, text: string, paper: string, confirmed: string): Course => ({
  taken: '2021-03-04',
  sent: [sent, text, paper],
  confirmed,
})
export const running = (taken: string): Course => ({ taken })

/** The day that the pictures show; what follows it brings every task to its end. */
const SHOWN_ON = '2021-07-12'
const YEAR_END = '2021-12-10'

/** The same task, done in the end: in time where its term was still to come. */
export function ended(task: DemoTask): DemoTask {
  return {
    ...task,
    course: endOf(task.course, task.due),
    ...(task.copies && {
      copies: task.copies.map(([lead, course]) => [lead, endOf(course, task.due)]),
    }),
  }
}

function endOf(course: Course, due: PlainDate | null): Course {
  if (course.confirmed) return course
  const taken = course.taken ? {} : { taken: '2021-07-19' }
  const isSent = course.sent && !course.returned
  if (isSent) return { ...course, later: { confirmed: '2021-07-19' } }
  const isWaiting = course.asked && !course.asked.granted
  const term = isWaiting ? course.asked?.dueOn : (course.asked?.dueOn ?? due)
  const on = sentOn(term ?? null)
  return {
    ...course,
    later: {
      ...taken,
      ...(isWaiting ? { granted: '2021-07-13' } : {}),
      sent: [on, 'Gửi kết quả thực hiện.'],
      confirmed: addDays(on, 2),
    },
  }
}

function sentOn(due: PlainDate | null): PlainDate {
  if (due === null || due > YEAR_END) return YEAR_END
  return due > SHOWN_ON ? due : '2021-07-23'
}
