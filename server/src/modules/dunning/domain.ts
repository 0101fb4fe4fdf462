import type { Rung } from '@hopluc/shared/dunning'
import type { TaskRow, TaskRung } from '@hopluc/shared/tasks'
import type { PlainDate } from '@hopluc/shared/values'
import type { LateTask } from '../papers/index.ts'

/** So many days late, or so many reminders, and a letter is due. */
const LETTER_AFTER_DAYS = 7
const LETTER_AFTER_REMINDERS = 2

export interface NextRung {
  next: Rung
  reason: { vi: string; en: string }
}

/** Reminder, letter, list in the report, agenda: the next rung by rule, each climbed once. */
export function nextRung(daysLate: number, rungs: readonly Pick<TaskRung, 'rung'>[]): NextRung {
  const count = (rung: Rung) => rungs.filter((one) => one.rung === rung).length
  const reminders = count('reminder')
  if (count('report') > 0 || count('agenda') > 0)
    return {
      next: 'agenda',
      reason: {
        vi: 'Đã nêu trong báo cáo mà chưa có kết quả: đưa vào chương trình họp.',
        en: 'Named in the report and still without a result: it goes on the agenda.',
      },
    }
  if (count('letter') > 0)
    return {
      next: 'report',
      reason: {
        vi: 'Đã có công văn đôn đốc mà chưa có kết quả: nêu trong báo cáo.',
        en: 'Pressed by letter and still without a result: it is named in the report.',
      },
    }
  if (daysLate >= LETTER_AFTER_DAYS || reminders >= LETTER_AFTER_REMINDERS)
    return {
      next: 'letter',
      reason: {
        vi: `Quá hạn ${daysLate} ngày, đã nhắc ${reminders} lần: gửi công văn đôn đốc.`,
        en: `${daysLate} days late, reminded ${reminders} times: a letter is due.`,
      },
    }
  return {
    next: 'reminder',
    reason: {
      vi: `Quá hạn ${daysLate} ngày, đã nhắc ${reminders} lần: nhắc.`,
      en: `${daysLate} days late, reminded ${reminders} times: a reminder.`,
    },
  }
}

const RESULT_WORDS: Record<TaskRow['result']['state'], string> = {
  none: 'Chưa có báo cáo',
  prepared: 'Đang trình lãnh đạo duyệt',
  submitted: 'Chờ xác nhận',
  returned: 'Đã trả lại, chưa gửi lại',
  confirmed: 'Đã hoàn thành',
}

export function lateTask(row: TaskRow, day: PlainDate): LateTask {
  const { source, result, percent } = row
  const item = source?.item ? `, ${source.item}` : ''
  const progress = result.state === 'none' && percent > 0 ? `Đã thực hiện ${percent}%` : null
  return {
    text: row.title,
    source: source ? `${source.label}${item}` : '',
    due: row.dueOn ?? day,
    daysLate: row.daysLate,
    state: progress ?? RESULT_WORDS[result.state],
  }
}
