import '../tasks.css'
import './views.css'
import type { TaskCalendar } from '@hopluc/shared/task-overview'
import type { PlainDate } from '@hopluc/shared/values'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatWeekday } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Page } from '../../../ui/page.tsx'
import { SearchLink } from '../../../ui/search-link.tsx'
import { StatusShape } from '../../../ui/status.tsx'
import { useSession } from '../../session/queries.ts'
import { useDaysOff } from '../deeds/calendar-days.ts'
import { taskCalendarQuery } from '../queries.ts'
import { weekdayName } from '../recurrence-words.ts'
import { STATUS_KIND } from '../task-status.tsx'
import { addMonths, weeksOf } from './month.ts'
import { TaskViews } from './task-views.tsx'

const route = getRouteApi('/app/tasks/calendar')
type Item = TaskCalendar['items'][number]
const FEW = 5

/** What falls due in a month: tasks, milestones, opinions, explanations. */
export function CalendarPage() {
  const { today } = useSession()
  const { asOf, month: chosen } = route.useSearch()
  const day = asOf ?? today
  const month = chosen ?? day.slice(0, 7)
  const { data } = useSuspenseQuery(taskCalendarQuery(month, asOf))
  const weeks = weeksOf(month)
  const [year, number] = month.split('-')
  const dayOff = useDaysOff(weeks[0]?.[0] ?? day)
  const itemsOn = (of: PlainDate) => data.items.filter(({ on }) => on === of)
  return (
    <Page
      title={t('tasks.calendar.title', { month: String(Number(number)), year: year ?? '' })}
      crumbs={[{ label: t('tasks.title'), to: '/tasks' }]}
      actions={
        <nav className="tasks-months" aria-label={t('tasks.calendar.months')}>
          <SearchLink className="button button-plain" change={{ month: addMonths(month, -1) }}>
            {t('ui.previousMonth')}
          </SearchLink>
          <SearchLink className="button button-plain" change={{ month: undefined }}>
            {t(asOf ? 'tasks.calendar.thatDay' : 'tasks.calendar.today')}
          </SearchLink>
          <SearchLink className="button button-plain" change={{ month: addMonths(month, 1) }}>
            {t('ui.nextMonth')}
          </SearchLink>
        </nav>
      }
    >
      <TaskViews />
      <table className="tasks-month">
        <thead>
          <tr>
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <th key={day} scope="col">
                {weekdayName(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((on) => (
                <DayCell
                  key={on}
                  day={on}
                  items={itemsOn(on)}
                  why={dayOff(on)}
                  className={dayClass(on, month, day, itemsOn(on).length === 0)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {data.items.length === 0 && <p className="muted">{t('tasks.calendar.none')}</p>}
    </Page>
  )
}

function dayClass(day: PlainDate, month: string, today: PlainDate, isEmpty: boolean): string {
  return [
    day.slice(0, 7) !== month && 'tasks-day-other',
    day === today && 'tasks-day-today',
    isEmpty && 'tasks-day-empty',
  ]
    .filter(Boolean)
    .join(' ')
}

function DayCell({
  day,
  items,
  why,
  className,
}: {
  day: PlainDate
  items: readonly Item[]
  why: string | undefined
  className: string
}) {
  return (
    <td className={why ? `${className} tasks-day-off` : className}>
      <time dateTime={day} title={why} className="figures">
        <span className="tasks-day-long">{formatWeekday(day)}</span>
        <span className="tasks-day-short">{Number(day.slice(8))}</span>
      </time>
      <ul>
        {items.slice(0, FEW).map((item) => (
          <li key={`${item.kind} ${item.taskId} ${item.title}`}>
            <Link to="/tasks/$id" params={{ id: item.taskId }} title={item.title}>
              <StatusShape kind={STATUS_KIND[item.status]} />
              <span>
                {item.kind !== 'due' && <i>{t(`tasks.calendar.${item.kind}`)}: </i>}
                {item.lead && <b>{item.lead.shortName}: </b>}
                {item.title}
                <span className="for-readers">, {t(`tasks.status.${item.status}`)}</span>
              </span>
            </Link>
          </li>
        ))}
        {items.length > FEW && (
          <li>
            <Link
              to="/tasks"
              search={{ dueFrom: day, dueTo: day, parts: 'each' }}
              className="accent"
            >
              {t('tasks.more', { count: items.length - FEW })}
            </Link>
          </li>
        )}
      </ul>
    </td>
  )
}
