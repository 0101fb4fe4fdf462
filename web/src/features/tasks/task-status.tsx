import type { TaskRow, TaskStatus } from '@hopluc/shared/tasks'
import { daysBetween, type PlainDate } from '@hopluc/shared/values'
import { formatDay, formatLate, formatLeft } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Status, type StatusKind } from '../../ui/status.tsx'

export const STATUS_KIND: Record<TaskStatus, StatusKind> = {
  drafted: 'draft',
  waiting_notice: 'waiting',
  not_taken_up: 'new',
  in_term: 'term',
  due_soon: 'soon',
  overdue: 'late',
  waiting_confirmation: 'waiting',
  done_in_time: 'done',
  done_late: 'doneLate',
  standing: 'standing',
  paused: 'paused',
  cancelled: 'cancelled',
}

type Shown = Pick<TaskRow, 'status' | 'dueOn' | 'daysLate' | 'since'>

/** The state with its days: "Quá hạn 12 ngày", "Còn 3 ngày", "Trong hạn (172 ngày)". */
export function TaskStatusText({ task, today }: { task: Shown; today: PlainDate }) {
  return <Status kind={STATUS_KIND[task.status]}>{statusWords(task, today)}</Status>
}

export function statusWords({ status, dueOn, daysLate, since }: Shown, today: PlainDate): string {
  if (status === 'overdue') return formatLate(daysLate)
  if (status === 'due_soon' && dueOn) return formatLeft(daysBetween(today, dueOn))
  if (status === 'in_term' && dueOn)
    return t('tasks.status.in_term.days', { days: daysBetween(today, dueOn) })
  if (status === 'not_taken_up')
    return t('tasks.status.not_taken_up.since', { day: formatDay(since, today) })
  return t(`tasks.status.${status}`)
}
