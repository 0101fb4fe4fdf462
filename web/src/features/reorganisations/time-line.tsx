import type { OrganisationChanges } from '@hopluc/shared/organisation-changes'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import { Link } from '@tanstack/react-router'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'

export interface TimeLineProps {
  readonly acts: OrganisationChanges['acts']
  readonly day: PlainDate
  readonly today: PlainDate
}

/** Acts from first to last, evenly apart; each leads to the day on which it took effect. */
export function TimeLine({ acts, day, today }: TimeLineProps) {
  const days = [...new Map(acts.map((act) => [act.onDay, act])).values()]
  const isToday = day === today && !days.some(({ onDay }) => onDay === today)
  return (
    <nav className="time-line" aria-label={t('reorganisations.changes.acts')}>
      <ol>
        {days.map(({ onDay, act, title }) => (
          <li key={onDay}>
            <Link
              from="/organisation/changes"
              to="."
              search={(now) => ({
                ...now,
                day: onDay,
                against: addDays(onDay, -1),
                unit: undefined,
                cursor: undefined,
              })}
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={onDay === day ? 'date' : undefined}
              title={act}
            >
              <span className="figures">{formatDate(onDay)}</span> {title}
            </Link>
          </li>
        ))}
        <li>
          <Link
            from="/organisation/changes"
            to="."
            search={({ under }) => ({ under })}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={isToday ? 'date' : undefined}
          >
            {t('reorganisations.changes.today')}
          </Link>
        </li>
      </ol>
    </nav>
  )
}
