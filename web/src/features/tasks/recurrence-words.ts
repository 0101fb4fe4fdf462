import type { Recurrence } from '@hopluc/shared/tasks'
import { formatWeekday } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'

/** A Monday, from which weekdays are named. */
const MONDAY = Date.parse('2024-01-01T00:00:00Z')

export function weekdayName(day: number): string {
  const date = new Date(MONDAY + (day - 1) * 86_400_000).toISOString().slice(0, 10)
  return formatWeekday(date).split(',')[0] ?? ''
}

/** "Hằng quý, hạn ngày 15 tháng sau", "Hằng tuần, hạn Thứ Sáu". */
export function recurrenceWords({ every, day, isMonthAfter }: Recurrence): string {
  const period = t(`tasks.every.${every}`)
  if (every === 'week') return t('tasks.every.by', { period, day: weekdayName(day ?? 7) })
  const due = day === null ? t('tasks.every.last') : t('tasks.every.day', { day })
  const month = isMonthAfter ? t('tasks.every.after') : t('tasks.every.same')
  return t('tasks.every.by', { period, day: `${due} ${month}` })
}
