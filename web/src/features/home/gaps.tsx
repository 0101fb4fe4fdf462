import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { gapsQuery } from './queries.ts'

/** A directive without assignee or deadline is a finding, not a silent gap. */
export function Gaps() {
  const { data } = useQuery(gapsQuery)
  if (!data) return null
  return (
    <Section title={t('home.gaps')}>
      {data.items.length === 0 && <EmptyState>{t('home.gaps.none')}</EmptyState>}
      <ul className="tasks-lines">
        {data.items.map(({ id, text, gaps, noticeId, documentId, meeting }) => (
          <li key={id} className="tasks-line">
            <span className="tasks-when">
              {gaps.map((gap) => (
                <Status key={gap} kind="soon">
                  {t(`home.gap.${gap}`)}
                </Status>
              ))}
            </span>
            <span>
              {noticeId ? (
                <Link to="/documents/$id/notice" params={{ id: noticeId }} className="quiet-link">
                  {text}
                </Link>
              ) : documentId ? (
                <Link to="/documents/$id" params={{ id: documentId }} className="quiet-link">
                  {text}
                </Link>
              ) : (
                text
              )}
              {meeting && <small>{meeting.title}</small>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
