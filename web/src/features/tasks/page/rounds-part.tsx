import type { Task } from '@hopluc/shared/tasks'
import { Link } from '@tanstack/react-router'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Section } from '../../../ui/page.tsx'
import { Status } from '../../../ui/status.tsx'

/** Rounds of opinions: whom, until when, how many have answered. */
export function RoundsPart({ task: { rounds, asOf } }: { task: Task }) {
  if (rounds.length === 0) return null
  return (
    <Section title={t('tasks.rounds')}>
      <ul className="tasks-lines">
        {rounds.map(({ id, title, untilOn, closedOn, asked, answered, mayAnswer }) => (
          <li key={id} className="tasks-milestone">
            <Link to="/opinion-rounds/$id" params={{ id }} className="quiet-link">
              {title}
              <small>{t('tasks.rounds.answered', { answered, asked })}</small>
            </Link>
            <span className="figures muted">{formatDate(untilOn)}</span>
            {mayAnswer ? (
              <Status kind="new">{t('tasks.rounds.mine')}</Status>
            ) : (
              <Status kind={closedOn ? 'done' : untilOn < asOf ? 'late' : 'waiting'}>
                {t(closedOn ? 'tasks.rounds.closed' : 'tasks.rounds.open')}
              </Status>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
