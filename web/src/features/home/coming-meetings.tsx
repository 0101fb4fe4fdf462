import type { PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDay } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { comingMeetingsQuery } from './queries.ts'

export function ComingMeetings({ today }: { today: PlainDate }) {
  const { data } = useQuery(comingMeetingsQuery(today))
  if (!data) return null
  return (
    <Section title={t('home.meetings')}>
      {data.items.length === 0 && <EmptyState>{t('home.meetings.none')}</EmptyState>}
      <ul className="tasks-lines">
        {data.items.map(({ id, title, heldOn, startsAt, place }) => (
          <li key={id} className="tasks-line">
            <span className="tasks-when figures">{heldOn && formatDay(heldOn, today)}</span>
            <span>
              <Link to="/meetings/$id" params={{ id }} className="quiet-link">
                {title}
              </Link>
              <small>{[startsAt?.slice(0, 5), place].filter(Boolean).join(' · ')}</small>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
