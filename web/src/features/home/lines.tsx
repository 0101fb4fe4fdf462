import type { PlainDate } from '@hopluc/shared/values'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { TaskListQuery } from '../tasks/queries.ts'
import { TaskLines } from '../tasks/task-lines.tsx'
import { lateSearch, linesQuery, longestSearch, weekSearch } from './queries.ts'

/** Those that wait longest, by name: two presses to sentence and person. */
export function LongestOverdue({ today }: { today: PlainDate }) {
  return (
    <Lines
      title={t('home.longest')}
      search={longestSearch}
      today={today}
      none={t('home.longest.none')}
    />
  )
}

export function OverdueLines({ today }: { today: PlainDate }) {
  return (
    <Lines title={t('home.late')} search={lateSearch} today={today} none={t('home.longest.none')} />
  )
}

export function DueThisWeek({ today }: { today: PlainDate }) {
  return (
    <Lines
      title={t('home.thisWeek')}
      search={weekSearch(today)}
      today={today}
      none={t('home.thisWeek.none')}
      hasDue
    />
  )
}

function Lines({
  title,
  search,
  today,
  none,
  hasDue,
}: {
  title: string
  search: TaskListQuery
  today: PlainDate
  none: string
  hasDue?: boolean
}) {
  const { asOf } = useSearch({ strict: false })
  const { data } = useSuspenseQuery(linesQuery(search, asOf))
  return (
    <Section
      title={title}
      more={
        data.next && (
          <Link to="/tasks" search={search}>
            {t('home.longest.all')}
          </Link>
        )
      }
    >
      {data.items.length > 0 ? (
        <TaskLines tasks={data.items} today={today} hasDue={hasDue} />
      ) : (
        <EmptyState>{none}</EmptyState>
      )}
    </Section>
  )
}
