import { Calendar, type CalendarDay } from '@hopluc/shared/calendar'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { t } from '../../../lib/i18n.ts'

const AHEAD = 800

const calendarQuery = (from: PlainDate, to: PlainDate) =>
  queryOptions({
    queryKey: ['calendar', from, to],
    queryFn: () => api.get('/calendar', Calendar, { from, to }),
    staleTime: 3_600_000,
  })

/** Why a day is not worked: its name by the calendar, or the weekend's. */
export function whyOff(days: readonly CalendarDay[], day: PlainDate): string | undefined {
  const named = days.find(({ on }) => on === day)
  if (named) return named.isOff ? named.name : undefined
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 6) return t('tasks.saturday')
  return weekday === 0 ? t('tasks.sunday') : undefined
}

/** Marks days that are not worked, for a date picker; weekends also while the calendar is on its way. */
export function useDaysOff(today: PlainDate): (day: PlainDate) => string | undefined {
  const { data } = useQuery(calendarQuery(today, addDays(today, AHEAD)))
  return (day) => whyOff(data?.days ?? [], day)
}
