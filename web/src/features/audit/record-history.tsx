import './audit.css'
import type { Id } from '@hopluc/shared/values'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { useSession } from '../session/queries.ts'
import { EntryChanges } from './entry-changes.tsx'
import { recordAuditQuery } from './queries.ts'

/** What the audit holds of one record, as far as the reader may see it; asked for when it is opened. */
export function RecordHistory({ subject }: { subject: Id }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={t('audit.record.title')}>
      {isOpen ? (
        <Entries subject={subject} />
      ) : (
        <Button kind="quiet" isSmall onPress={() => setOpen(true)}>
          {t('audit.record.show')}
        </Button>
      )}
    </Section>
  )
}

function Entries({ subject }: { subject: Id }) {
  const { today } = useSession()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    recordAuditQuery(subject),
  )
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton rows={3} />
  const entries = data.pages.flatMap(({ items }) => items)
  if (entries.length === 0) return <EmptyState>{t('audit.record.none')}</EmptyState>
  return (
    <>
      <ol className="audit-record">
        {entries.map(({ id, recordedAt, words, event, by, changes }) => (
          <li key={id}>
            <time className="figures muted" dateTime={recordedAt}>
              {formatInstant(recordedAt, today)}
            </time>
            <span>
              {words ? words[language()] : event}
              <small className="muted">{[by.name, by.post].filter(Boolean).join(', ')}</small>
              <EntryChanges changes={changes} />
            </span>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button
          kind="quiet"
          isSmall
          isPending={isFetchingNextPage}
          onPress={() => void fetchNextPage()}
        >
          {t('audit.record.more')}
        </Button>
      )}
    </>
  )
}
