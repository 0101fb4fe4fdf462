import type { ReadingDetail, Review } from '@hopluc/shared/readings'
import { IconFileDownload, IconPencil } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Way } from '../../ui/marks.tsx'
import { TopCrumbs } from '../../ui/page.tsx'

/** What is read, of which meeting, and the way that its notice will go. */
export function ReviewHead(props: {
  reading: ReadingDetail
  review: Review
  onFacts: () => void
  /** What can be done with the text as a whole. */
  children: ReactNode
}) {
  const { reading, review, onFacts, children } = props
  const { source, meeting, title } = review
  useEffect(() => {
    document.title = `${title} – ${t('shell.product')}`
  }, [title])
  const chair = [meeting.chairName, meeting.chairTitle].filter(Boolean).join(', ')
  const facts = [
    meeting.heldOn
      ? t('readings.head.day', { day: formatDate(meeting.heldOn) })
      : source.issuedOn && t('readings.head.documentDay', { day: formatDate(source.issuedOn) }),
    chair && t('readings.head.chair', { chair }),
    source.use === 'issued'
      ? t('readings.head.issued', { symbol: source.symbol ?? '' })
      : t('readings.head.reference', {
          name: reading.sourceName ?? source.issuerName ?? t('readings.head.pasted'),
        }),
  ]
  const day = meeting.heldOn && formatDate(meeting.heldOn)
  const crumb =
    source.symbol ?? (day ? t('readings.head.crumb', { day }) : t('readings.head.crumb.text'))
  const missing = source.use === 'reference' && (!meeting.heldOn || !meeting.chairName)
  return (
    <header className="review-head">
      <TopCrumbs
        crumbs={[{ label: t('readings.title'), to: '/readings' }, { label: crumb }]}
        title={title}
      />
      <div className="review-title">
        <h1 tabIndex={-1}>{title}</h1>
        <p>
          <span className="figures">{facts.filter(Boolean).join(' · ')}</span>{' '}
          <button type="button" className="text-button" onClick={onFacts}>
            <Icon of={IconPencil} isSmall />{' '}
            {t(missing ? 'readings.head.facts.missing' : 'readings.head.facts')}
          </button>
        </p>
      </div>
      {source.use === 'reference' && (
        <div className="review-way">
          <small>{t('readings.head.notice', { body: reading.ownerName })}</small>
          <Way
            steps={[t('readings.way.draft'), t('readings.way.submitted'), t('readings.way.issued')]}
            at={0}
          />
        </div>
      )}
      {reading.fileId && (
        <a className="button button-plain" href={`/api/files/${reading.fileId}`}>
          <Icon of={IconFileDownload} />
          {t('readings.head.original')}
        </a>
      )}
      {children}
      {reading.state !== 'open' && (
        <Button isDisabled>{t(`readings.state.${reading.state}`)}</Button>
      )}
    </header>
  )
}
